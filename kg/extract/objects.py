"""Objects and what stands beside them, where a small English parser hung them on the wrong word: mended on the parse. Each rule is a construction."""

from __future__ import annotations

from kg.extract.belonging import belongs
from kg.extract.phrases import determiner, finite
from kg.lexicon import Lexicon
from kg.parse import Parse, move

_OBJECTS = ("dobj", "pobj", "attr", "nsubj", "nsubjpass", "conj", "appos", "oprd")
_MODIFIERS = ("det", "amod", "compound", "nummod", "poss", "nmod")
_DATELINE = 8  # tokens
_ROW = 3  # names after the first that make a list
_LONGEST = 5  # words of a connective


def mend_objects(parse: Parse, lexicon: Lexicon) -> None:
    """Mend heads and dependencies in place."""
    for first, after in parse.sentences:
        _dateline(parse, first, after)
    for i in range(len(parse)):
        dep = parse.deps[i]
        if dep == "dobj":
            _direction(parse, lexicon, i)
            _compound(parse, lexicon, i)
            _receiver(parse, lexicon, i)
            _promised(parse, lexicon, i)
            _day_before(parse, i)
        elif dep == "prep":
            _connective(parse, lexicon, i)
            _of_what(parse, lexicon, i)
            _linked_to(parse, lexicon, i)
            _of_title(parse, lexicon, i)
            _as_what(parse, i)
            _to_number(parse, i)
            belongs(parse, lexicon, i)
        elif dep == "compound":
            _chain(parse, lexicon, i)
            _description(parse, lexicon, i)
        elif dep == "npadvmod":
            _day_after(parse, i)
            _names(parse, i)
        elif dep == "appos":
            _names(parse, i)
        elif dep == "amod":
            _small_clause(parse, lexicon, i)
        elif dep == "ccomp":
            _given(parse, lexicon, i)
            _made_clear(parse, lexicon, i)
            _made_so(parse, i)
        elif dep == "conj":
            _gapped_passive(parse, i)
            _second_place(parse, lexicon, i)
            _joint(parse, lexicon, i)


def _dateline(parse: Parse, first: int, after: int) -> None:
    """ "LIMA - Ana Ruiz met …": where a report is from is no part of the first name."""
    for dash in range(first + 1, min(after - 1, first + _DATELINE)):
        if parse.words[dash] in ("-", "--", "–", "—") and parse.spaced[dash - 1] and parse.spaced[dash]:
            break
    else:
        return
    placed = all(parse.words[i].isupper() or parse.pos[i] == "PUNCT" or parse.words[i].istitle() for i in range(first, dash))
    if not placed or not parse.words[first].isupper():
        return
    head = next((parse.heads[i] for i in range(first, dash) if parse.heads[i] > dash), None)
    root = next((i for i in range(first, after) if parse.heads[i] == i), first)
    if head is None or root <= dash:
        return
    for i in [i for i in range(first, dash + 1) if parse.heads[i] > dash]:
        move(parse, i, root, "parataxis")
    for name in [c for i in range(first, dash) for c in parse.all(i, "appos") if c > dash]:
        if parse.child(root, "nsubj", "nsubjpass") is None:
            move(parse, name, root, "nsubj" if parse.child(root, "auxpass") is None else "nsubjpass")
    for i in range(first, dash):
        parse.entity_types[i] = parse.entity_types[i] if parse.entity_types[dash] != parse.entity_types[i] else ""
    parse.entity_types[dash] = ""
    if parse.entity_types[dash + 1]:
        parse.entity_starts[dash + 1] = True


def _compound(parse: Parse, lexicon: Lexicon, second: int) -> None:
    """ "caused a measles outbreak": a bare noun after the object of its own verb is what the object modifies."""
    verb, first = parse.heads[second], second - 1
    beside = parse.deps[first] == "dobj" and parse.heads[first] == verb and parse.tags[first] == "NN" and parse.pos[second] == "NOUN"
    if not beside or parse.child(second, *_MODIFIERS) is not None or parse.child(first, "det", "amod", "poss", "nummod") is None:
        return
    if parse.lemmas[verb] in lexicon.words("giving") and lexicon.noun_types.get(parse.lemmas[first]) in ("Person", "Group", "Organization"):
        return
    for child in list(parse.children[first]):
        move(parse, child, second, parse.deps[child])
    move(parse, first, second, "compound")


def _direction(parse: Parse, lexicon: Lexicon, word: int) -> None:
    """ "shifted leftward and away from the centre": where to, and nothing that is shifted."""
    if parse.words[word].lower() in lexicon.words("direction") and parse.child(word, *_MODIFIERS) is None:
        parse.pos[word], parse.tags[word], parse.deps[word] = "ADV", "RB", "advmod"


def _receiver(parse: Parse, lexicon: Lexicon, second: int) -> None:
    """ "giving nurses and teachers a say": of two objects of a verb of giving the first receives."""
    verb = parse.heads[second]
    first = parse.child(verb, "dobj")
    beside = first is not None and not any(parse.pos[i] in ("PUNCT", "CCONJ") for i in range(first, parse.left(second)))
    gives = parse.lemmas[verb] in lexicon.words("giving") or (beside and parse.lemmas[verb] in lexicon.words("gaining"))
    if not gives or first is None or not verb < first < second or parse.child(verb, "dative") is not None:
        return
    apart = parse.pos[second] in ("NOUN", "PROPN") and parse.child(second, "det", "poss", "amod", "nummod") is not None
    acts = parse.pos[first] in ("PRON", "PROPN") or lexicon.noun_types.get(parse.lemmas[first]) in ("Person", "Group", "Organization")
    if apart or acts:
        parse.deps[first] = "dative"


def _promised(parse: Parse, lexicon: Lexicon, first: int) -> None:
    """ "promised the widow that it would pay": whoever stands between a verb of giving and a clause receives what that says."""
    verb = parse.heads[first]
    clause = parse.child(verb, "ccomp")
    if parse.lemmas[verb] not in lexicon.words("giving") or clause is None or not verb < first < clause or parse.child(verb, "dative") is not None:
        return
    apart = parse.left(clause) == parse.right(first) + 1 and parse.child(clause, "nsubj", "nsubjpass") is not None
    acts = parse.pos[first] in ("PRON", "PROPN") or lexicon.noun_types.get(parse.lemmas[first]) in ("Person", "Group", "Organization")
    if apart and acts:
        parse.deps[first] = "dative"


def _day_before(parse: Parse, noun: int) -> None:
    """ "discussed late Tuesday prospects for peace": the day right after the verb is when, not which."""
    verb = parse.heads[noun]
    first = parse.left(noun)
    if first != verb + 1 or parse.pos[verb] != "VERB" or parse.tags[verb] == "VBG" or parse.entity_types[first] != "DATE":
        return
    last = first
    while last + 1 < noun and parse.entity_types[last + 1] == "DATE" and not parse.entity_starts[last + 1]:
        last += 1
    named = parse.pos[last] == "PROPN" and parse.heads[last] == noun and parse.words[last].endswith("day")
    if named and last < noun and parse.words[last + 1] not in ("'s", "'") and parse.tags[noun] in ("NNS", "NN"):
        if last + 1 == noun and parse.tags[noun] == "NN":
            return  # "missed Monday practice"
        move(parse, last, verb, "npadvmod")
        for i in range(first, last):
            if parse.heads[i] == noun:
                move(parse, i, last, "amod")


def _day_after(parse: Parse, day: int) -> None:
    """ "Ana Ruiz Monday announced her return": a name right before a day right before the verb is the subject."""
    verb, name = parse.heads[day], day - 1
    weekday = parse.entity_types[day] == "DATE" and parse.words[day].endswith("day") and verb == day + 1 and parse.pos[verb] == "VERB"
    if not weekday or name < 0 or parse.heads[name] != day or parse.deps[name] != "compound" or parse.entity_types[name] in ("", "DATE"):
        return
    for child in [c for c in parse.children[day] if c < name]:
        move(parse, child, name, parse.deps[child])
    other = parse.child(verb, "nsubj", "nsubjpass")
    move(parse, name, verb, "nsubj" if parse.child(verb, "auxpass") is None else "nsubjpass")
    if other is not None and other < name:
        move(parse, other, name, "nmod")


def _description(parse: Parse, lexicon: Lexicon, noun: int) -> None:
    """ "former world record holder Ana Ruiz": what stands before the noun right before a name describes the noun."""
    name = parse.heads[noun]
    if parse.tags[noun] != "NN" or not parse.words[noun].islower() or noun + 1 > name or parse.pos[name] != "PROPN" or parse.pos[noun + 1] != "PROPN":
        return
    before = [c for c in parse.children[name] if c < noun]
    if before and parse.deps[before[0]] == "amod" and parse.words[before[0]].lower() in lexicon.words("former"):
        move(parse, before[0], noun, "amod")  # "Former Riga striker Bo Lind"
    first = parse.left(noun)
    for child in reversed([c for c in before if parse.heads[c] == name and c < first]):
        lower = parse.deps[child] in ("amod", "compound", "nummod", "nmod") and (parse.words[child].islower() or parse.tags[child] == "JJ")
        words = range(parse.left(child), child + 1)
        plain = all(parse.pos[i] in ("ADJ", "ADV", "NOUN", "PROPN", "NUM") or "-" in parse.words[i - 1 : i + 1] for i in words)
        if not lower or not plain or parse.right(child) != first - 1:
            return
        move(parse, child, noun, parse.deps[child])
        first = parse.left(child)


def _connective(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """ "as a result", "for example", "of course" join sentences; nothing in them takes part in what is told."""
    last, head = parse.right(prep), parse.heads[prep]
    if parse.lemmas[head] == "be" and head < prep and parse.child(head, "attr", "acomp") is None and parse.deps[head] not in ("aux", "auxpass"):
        return  # "it was not in vain"
    if last - prep < _LONGEST and parse.text(prep, last).lower() in lexicon.words("connective"):
        parse.deps[prep] = "intj"


def _of_what(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """ "offers a number of days": "of" right after a noun is the noun's; of a verb of depriving it tells what is taken: "rid the club of debt"."""
    if parse.words[prep].lower() != "of":
        return
    head, before = parse.heads[prep], prep - 1
    depriving = lexicon.words("depriving")
    if parse.pos[head] == "VERB" and parse.lemmas[head] not in depriving:
        named = parse.deps[before] in _OBJECTS and parse.pos[before] == "NOUN" and parse.heads[before] == head
        if named and parse.lemmas[head] not in lexicon.words("accusing") and parse.lemmas[head] not in lexicon.reporting_verbs:
            move(parse, prep, before, "prep")
    elif parse.pos[head] in ("NOUN", "PROPN") and parse.deps[head] == "dobj" and parse.lemmas[parse.heads[head]] in depriving:
        move(parse, prep, parse.heads[head], "prep")
    elif parse.pos[head] in ("NOUN", "NUM"):
        _of_thousands(parse, head, prep)


def _linked_to(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """ "linked any deal to new evidence", "owed the fall in sales to …": "to" after the object of a verb of linking is the verb's."""
    noun = parse.heads[prep]
    verb = parse.heads[noun]
    inner = parse.deps[noun] == "pobj" and parse.lemmas[parse.heads[parse.heads[verb]]] in lexicon.words("accounting")
    if inner and parse.deps[verb] == "prep" and parse.deps[parse.heads[verb]] == "dobj":
        noun = parse.heads[verb]
        verb = parse.heads[noun]
    links = parse.words[prep].lower() == "to" and parse.deps[noun] == "dobj" and parse.lemmas[verb] in lexicon.words("linking")
    if links and not any(p > verb and parse.words[p].lower() == "to" for p in parse.all(verb, "prep", "dative")):
        move(parse, prep, verb, "prep")


def _of_thousands(parse: Parse, count: int, prep: int) -> None:
    """ "hundreds of thousands" of people: the second "of" goes on from the number before it."""
    inner = next((o for p in parse.all(count, "prep") if p < prep and parse.words[p].lower() == "of" for o in parse.all(p, "pobj")), None)
    if inner is not None and parse.entity_types[inner] == "CARDINAL" and parse.child(inner, "prep") is None:
        move(parse, prep, inner, "prep")


def _of_title(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """ "summoned the ambassador to Peru": the preposition right after a title tells the office, not where to."""
    title, word = prep - 1, parse.words[prep].lower()
    verb = parse.heads[prep]
    envoy = word == "to" and parse.lemmas[title] in lexicon.words("envoy")
    if parse.pos[verb] == "VERB" and envoy and parse.heads[title] == verb and parse.deps[title] in _OBJECTS:
        move(parse, prep, title, "prep")


def _as_what(parse: Parse, prep: int) -> None:
    """ "seen by many as the next mayor": "as" after who does it tells what he takes it for."""
    agent = parse.heads[parse.heads[prep]]
    if parse.words[prep].lower() == "as" and parse.deps[parse.heads[prep]] == "pobj" and parse.deps[agent] == "agent":
        move(parse, prep, parse.heads[agent], "prep")


def _to_number(parse: Parse, prep: int) -> None:
    """ "brings the known raids to nine": to what number, and no part of the raids."""
    noun = parse.heads[prep]
    number = parse.child(prep, "pobj")
    counted = number is not None and parse.pos[number] == "NUM" and parse.words[prep].lower() == "to"
    if counted and parse.deps[noun] == "dobj" and parse.pos[parse.heads[noun]] == "VERB":
        move(parse, prep, parse.heads[noun], "prep")


def _chain(parse: Parse, lexicon: Lexicon, noun: int) -> None:
    """ "oil tanker seizures", "remote-control bomb attacks": a common noun right before another one that modifies the same noun belongs to that."""
    after, head = noun + 1, parse.heads[noun]
    if after >= head or parse.deps[after] != "compound" or parse.heads[after] != head or parse.pos[noun] != "NOUN" or parse.pos[after] != "NOUN":
        return
    whole = f"{parse.lemmas[after]} {parse.lemmas[head]}"
    acts = lexicon.noun_types.get(parse.lemmas[noun]) in ("Person", "Group", "Organization", "GovernmentOrganization")
    if whole in lexicon.nouns or whole in lexicon.noun_types or acts:
        return
    move(parse, noun, after, "compound")
    start = noun
    for child in [c for c in parse.children[head] if c < noun and parse.deps[c] in ("amod", "punct")]:
        if child == start - 1 and parse.words[child] == "-":
            move(parse, child, noun, "punct")
            start = child


def _small_clause(parse: Parse, lexicon: Lexicon, adjective: int) -> None:
    """ "leaves the terms of the deal unclear", "held the firm responsible for it": what the object is said to be stands after it."""
    noun = parse.heads[adjective]
    if adjective < noun or parse.pos[adjective] != "ADJ" or parse.child(adjective, "xcomp", "npadvmod") is not None:
        return  # "the voice of a man ten years younger"
    thing = noun
    while parse.deps[thing] == "pobj" and parse.pos[parse.heads[parse.heads[thing]]] == "NOUN":
        thing = parse.heads[parse.heads[thing]]
    verb = parse.heads[thing]
    last = parse.right(adjective) == max(parse.right(adjective), parse.right(noun))
    known = parse.pos[thing] != "NOUN" or determiner(parse, thing) not in ("bare", "indefinite")
    judged = parse.lemmas[verb] in ("hold", "find", "deem", "consider", "declare") and known
    if parse.child(adjective, "prep") is not None and not judged:
        return  # "keep a door open to all"
    if parse.deps[thing] == "dobj" and last and parse.lemmas[verb] in lexicon.words("rendering"):
        move(parse, adjective, verb, "oprd")


def _given(parse: Parse, lexicon: Lexicon, token: int) -> None:
    """ "gave the players cover to speak": a bare verb after the receiver, with an infinitive, is the noun that is given."""
    verb, before = parse.heads[token], token - 1
    given = parse.lemmas[verb] in lexicon.words("giving") and parse.deps[before] == "dobj" and parse.heads[before] == verb
    if not given or parse.tags[token] not in ("VB", "VBP") or parse.child(token, "nsubj", "aux", "mark", "dobj") is not None:
        return
    parse.pos[token], parse.tags[token], parse.deps[token] = "NOUN", "NN", "dobj"
    parse.deps[before] = "dative"
    for child in parse.all(token, "xcomp"):
        parse.deps[child] = "acl"


def _made_clear(parse: Parse, lexicon: Lexicon, adjective: int) -> None:
    """ "made it clear that they would leave", "made clear they would", "makes it hard to breathe": what is made so is the clause."""
    verb = parse.heads[adjective]
    if parse.lemmas[verb] not in lexicon.words("rendering") or parse.pos[adjective] != "ADJ":
        return
    it = parse.child(adjective, "nsubj")
    told = parse.lemmas[verb] == "make" and parse.words[adjective].lower() in ("clear", "plain", "known")
    clauses = [*parse.all(adjective, "ccomp", "advcl", "xcomp"), *(c for c in parse.all(verb, "ccomp") if c > adjective)]
    clause = next((c for c in clauses if any(parse.words[m].lower() == "that" for m in parse.all(c, "mark"))), None)
    if clause is None and told:
        clause = next((c for c in clauses if c > adjective and finite(parse, c) and parse.child(c, "mark", "advmod") is None), None)
    if clause is None and it is not None and not told:
        clause = next((c for c in clauses if any(parse.tags[t] == "TO" for t in parse.children[c])), None)
    if clause is None or (it is not None and parse.words[it].lower() != "it") or (it is None and not told):
        return
    if any(parse.words[c].lower() == "too" for c in parse.children[adjective]):
        return  # "makes it too heavy to land": it does not land
    if it is not None:
        move(parse, it, verb, "expl")
    move(parse, clause, verb, "ccomp" if parse.child(clause, "mark") is not None or finite(parse, clause) else "xcomp")
    parse.deps[adjective] = "prt" if told else "oprd"


def _made_so(parse: Parse, word: int) -> None:
    """ "made the town poorer", "makes her ill": the object and what it is made, which were taken for a clause."""
    verb, thing = parse.heads[word], parse.child(word, "nsubj")
    if parse.lemmas[verb] not in ("make", "render") or parse.deps[word] != "ccomp" or thing is None or not verb < thing < word:
        return
    if parse.child(word, "cop", "aux", "neg", "mark", "dobj", "ccomp", "xcomp", "cc") is not None or parse.child(verb, "dobj") is not None:
        return
    told = parse.pos[thing] in ("NOUN", "PROPN") or parse.words[thing].lower() in ("me", "us", "him", "her")
    if parse.pos[word] == "ADJ" and told and parse.entity_types[thing] not in ("DATE", "TIME"):
        move(parse, thing, verb, "dobj")
        parse.deps[word] = "oprd"


def _gapped_passive(parse: Parse, verb: int) -> None:
    """ "two were killed and four men wounded": the second participle shares the auxiliary of the first."""
    head = parse.heads[verb]
    subject = parse.child(verb, "nsubj")
    bare = parse.child(verb, "aux", "auxpass", "dobj", "ccomp", "xcomp", "advmod", "oprd", "attr", "dative") is None
    passive = parse.child(head, "auxpass") is not None and parse.tags[verb] == "VBN"
    if passive and bare and subject is not None and head < subject == verb - 1:
        parse.deps[subject] = "nsubjpass"


def _names(parse: Parse, name: int) -> None:
    """ "districts of Arica, Tacna, Puno and Cusco": names in a row that ends with "and" are a list, and none explains another."""
    head = parse.heads[name]
    if parse.pos[head] != "PROPN" or parse.pos[name] != "PROPN" or name < head or parse.words[parse.left(name) - 1] != ",":
        return
    beside = [c for c in parse.all(head, "appos", "npadvmod") if c > head and parse.pos[c] == "PROPN" and parse.words[parse.left(c) - 1] == ","]
    items = [i for c in beside for i in parse.conjuncts(c)]
    joined = parse.deps[items[-1]] == "conj" and any(parse.deps[i] == "cc" for i in range(parse.left(items[-1]) - 1, items[-1]))
    if len(items) < _ROW or not joined or any(parse.pos[i] != "PROPN" or parse.child(i, "relcl", "acl", "poss", "prep") is not None for i in items):
        return
    before = head
    for c in beside:
        move(parse, c, before, "conj")
        before = c


def _joint(parse: Parse, lexicon: Lexicon, noun: int) -> None:
    """ "a mix of rain and snow", "the link between salt and blood pressure": what is joined to the first stands beside it, not beside the mix."""
    head = parse.heads[noun]
    inner = [(p, o) for p in parse.all(head, "prep") if head < p < noun for o in parse.all(p, "pobj") if o < noun]
    if len(inner) != 1 or parse.pos[noun] not in ("NOUN", "PROPN") or parse.child(inner[0][1], "conj") is not None:
        return
    prep, first = inner[0]
    word = parse.words[prep].lower()
    if word == "between" or (word == "of" and parse.lemmas[head] in lexicon.words("joint")):
        for cc in [c for c in parse.all(head, "cc") if first < c < noun]:
            move(parse, cc, first, "cc")
        move(parse, noun, first, "conj")


def _second_place(parse: Parse, lexicon: Lexicon, noun: int) -> None:
    """ "officials from Chile and two other countries": a second country after "from" is where more of them are from."""
    head = parse.heads[noun]
    inner = next((o for p in parse.all(head, "prep") if head < p < noun for o in parse.all(p, "pobj") if o < noun), None)
    if inner is None or parse.pos[head] not in ("NOUN", "PROPN") or parse.entity_types[inner] not in ("GPE", "LOC"):
        return
    places = ("Country", "State", "City", "Place")
    placed = parse.entity_types[noun] in ("GPE", "LOC") or lexicon.noun_types.get(parse.lemmas[noun]) in places
    if placed and parse.entity_types[head] not in ("GPE", "LOC") and lexicon.noun_types.get(parse.lemmas[head]) not in places:
        for cc in [c for c in parse.all(head, "cc") if inner < c < noun]:
            move(parse, cc, inner, "cc")
        move(parse, noun, inner, "conj")
