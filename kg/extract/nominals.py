"""Nominal events: "a U.S. strike on a docking facility", "the seizure of a tanker by …", "talks with Iran"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.extract.clauses import Clauses
from kg.extract.drafts import ACTORS, PLACES, Draft
from kg.extract.phrasal import says_nothing
from kg.extract.phrases import determiner
from kg.extract.prepositions import assign, fill
from kg.extract.relations import ORGANIZED
from kg.lexicon import EventType, Lexicon
from kg.parse import Parse

#: A noun that modifies another one, or stands in a name, tells of no happening by itself ("strike group", "election campaign").
_MODIFIER = frozenset({"compound", "nmod", "amod", "poss"})
_OTHERS = frozenset({"against", "about", "over", "after", "before", "since", "during", "following", "despite", "amid", "until"})
_UNDERGOING = frozenset({"Person", "Group", "Vessel", "Vehicle", "Product"})
_LABEL = 3  # words before a headline's colon
_STEM = 0.7  # the part of a verb that the noun made from it begins with


def nominal_events(clauses: Clauses, named: frozenset[int], verbal: Sequence[Draft]) -> list[Draft]:
    """Events told by nouns, in order. ``named`` holds the tokens of proper names, which tell of none."""
    by_trigger = {draft.trigger: draft for draft in verbal}
    drafts = [draft for i in range(len(clauses.parse)) if (draft := _nominal(clauses, i, named)) is not None]
    for draft in drafts:
        _support(clauses, draft, by_trigger)
    return drafts


def _nominal(clauses: Clauses, noun: int, named: frozenset[int]) -> Draft | None:
    parse, lexicon = clauses.parse, clauses.lexicon
    if parse.pos[noun] not in ("NOUN", "PROPN") or parse.deps[noun] in _MODIFIER or noun in named or _in_label(clauses, noun):
        return None
    if (parse.words[noun] == "March" and parse.left(noun) == noun) or (noun in clauses.dated and parse.words[noun].istitle()):
        return None  # "in March, 2015", "last March": a month
    if says_nothing(parse, lexicon, noun):
        return None
    lemma, compound = parse.lemmas[noun], noun
    if lemma not in lexicon.nouns and parse.words[noun].lower() in lexicon.nouns:
        lemma = parse.words[noun].lower()  # "talks" are not a talk
    last = lemma
    for first in (noun - 1, noun - 2):  # "drone strike", "joint naval drill"
        whole = " ".join([*parse.lemmas[max(first, 0) : noun], last])
        if first >= 0 and whole in lexicon.nouns and not (parse.deps[noun] == "pobj" and parse.heads[noun] > first):
            lemma, compound = whole, first
    own = next((p for p in parse.all(noun, "prep") if _with_phrase(parse, lemma, p) in lexicon.nouns), None)
    lemma = _with_phrase(parse, lemma, own) if own is not None else lemma
    if lemma not in lexicon.nouns or (noun > 0 and f"{parse.lemmas[noun - 1]} {last}" in lexicon.noun_types):
        return None  # "law enforcement" is who, not what
    if compound == noun and parse.words[noun - 2 : noun] == ["non", "-"]:
        return None  # "non-intervention"
    kind = lexicon.event_types[lexicon.nouns[lemma]]
    of = clauses.of_what(noun)
    if kind.id in ("Ending", "Beginning") and of is not None and parse.lemmas[of] in lexicon.words("extent"):
        return None  # "at the end of the road"
    draft = Draft(noun, _verb_of(lemma, kind.verbs), kind.id, "noun", nominal=True, phrase=(compound, noun))
    if compound != noun and parse.lemmas[compound] in lexicon.weapons and kind.plover == "ASSAULT":
        draft.add("instrument", compound)  # not of "a nuclear accident"
    prepositions = list(_prepositions(clauses, noun))
    has_agent = any(word == "by" for word, _ in prepositions)
    before = parse.children[compound] if compound != noun else []  # "a NATO [drone strike]" may be parsed as "a [NATO drone] strike"
    for child in [*before, *parse.children[noun]]:
        modifies = parse.deps[child] in ("poss", "compound", "amod", "nmod") or (parse.deps[child] == "nummod" and child in clauses.dated)
        if child != compound and modifies and (child in clauses.dated or not _adjectival(parse, child)):
            _modifier(clauses, draft, child, kind)
    for n, (word, prep) in enumerate(prepositions):
        if prep == own:
            continue
        roles = _givers(clauses, noun, lemma, kind.roles, prep) if word == "of" else kind.roles
        if roles.get(f"noun:{word}") == "":
            continue
        if word == "from" and n and prepositions[n - 1][0] in ("for", "on", "against", "about") and "noun:from" not in kind.roles:
            continue  # "the search for the recorders from the airliner": the recorders are from it
        if word == "of" and "noun:of" not in kind.roles and not draft.fillers("agent") and not has_agent and "object" not in kind.roles:
            assign(clauses, draft, prep, word, {"of": "agent"}, False, noun=True)
        else:
            assign(clauses, draft, prep, word, roles, bool(draft.fillers("patient")), noun=True)
    return draft


def _with_phrase(parse: Parse, lemma: str, prep: int) -> str:
    """ "crime against humanity": a noun with the phrase behind it."""
    return f"{lemma} {parse.text(prep, parse.child(prep, 'pobj') or prep).lower()}"


def _adjectival(parse: Parse, noun: int) -> bool:
    """ "small-scale attacks", "a 14-nation summit": the noun of a compound adjective."""
    return noun > 1 and parse.words[noun - 1] == "-" and parse.pos[noun - 2] in ("ADJ", "ADV", "NUM") and parse.deps[noun] != "poss"


def _givers(clauses: Clauses, noun: int, lemma: str, roles: dict[str, str], prep: int) -> dict[str, str]:
    """ "won the backing of the union", "with the approval of the board": where one gets it or acts with it, it is of who gives it.

    Of "the support of the army" alone nobody can tell who supports whom.
    """
    parse, lexicon = clauses.parse, clauses.lexicon
    actors = all(clauses.type_of(f) in ACTORS for o in parse.all(prep, "pobj") for f in clauses.fillers(o))
    if roles.get("noun:from") != "agent" or roles.get("noun:of") != "patient" or not actors or parse.child(noun, "poss") is not None:
        return roles
    head = parse.heads[noun]
    definite = determiner(parse, noun) == "definite"  # but "sought congressional approval of the pact"
    got = definite and parse.deps[noun] in ("dobj", "nsubjpass") and parse.lemmas[head] in lexicon.words("obtaining")
    if got or (definite and parse.deps[noun] == "pobj" and parse.words[head].lower() in ("with", "without")):
        return {**roles, "noun:of": "agent"}
    either = lemma in lexicon.words("eitherWay") and not (parse.deps[noun] == "pobj" and parse.words[head].lower() == "in")
    return {**roles, "noun:of": ""} if either else roles


@lru_cache(maxsize=10_000)
def _verb_of(lemma: str, verbs: tuple[str, ...]) -> str:
    """ "seizure" is a telling of *seize*: the verb of the type that begins like the noun, else the noun itself."""
    return max((v for v in verbs if _derives(v, lemma)), key=lambda verb: (verb == lemma, _shared(verb, lemma), verb), default=lemma)


def _in_label(clauses: Clauses, token: int) -> bool:
    """Whether a token stands in a heading, or in a headline without a verb: a label, which tells nothing."""
    parse = clauses.parse
    number = parse.sentence_of[token]
    if parse.kinds[number] not in ("headline", "heading"):
        return False
    first = parse.sentences[number][0]
    if token - first < _LABEL and ":" in parse.words[token : first + _LABEL + 1]:
        return True  # the "Roundup" of "Roundup: Norda closes mine"
    return parse.kinds[number] == "heading" or not any(parse.tags[i] in ("VBZ", "VBP", "VBD") for i in range(*parse.sentences[number]))


def _derives(verb: str, noun: str) -> bool:
    """Whether a noun can be made from a verb: it begins like it, but for the verb's last letters."""
    return verb == noun or (_shared(verb, noun) >= max(3, _STEM * len(verb)) and not (len(verb) > 6 and verb.endswith(("ise", "ize"))))


def _shared(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _prepositions(clauses: Clauses, noun: int) -> Iterator[tuple[str, int]]:
    parse = clauses.parse
    for child in parse.children[noun]:
        if parse.deps[child] in ("prep", "agent"):
            yield parse.words[child].lower(), child


def _modifier(clauses: Clauses, draft: Draft, child: int, kind: EventType) -> None:
    """What stands before the noun: a possessor or an actor does it, a weapon serves it, a place is where, a thing undergoes it."""
    parse, lexicon = clauses.parse, clauses.lexicon
    what = clauses.type_of(child)
    if parse.deps[child] == "poss":
        for filler in clauses.fillers(child):
            if filler in clauses.dated:
                draft.adjuncts.append(filler)
            elif (role := _possessor(clauses, draft.trigger, filler, kind)) == "place":
                draft.places.append(filler)
            else:
                draft.add(role, filler)
    elif child in clauses.dated:
        draft.adjuncts.append(child)
    elif parse.deps[child] == "compound" and (role := _whereto(clauses, child, kind)):
        fill(draft, role, [child])
    elif what in ("City", "Place", "BodyOfWater", "Facility") and parse.pos[child] == "PROPN":
        if clauses.is_listed(child) or "noun:compound somebody" not in kind.roles:  # "the Quartet statement" may be somebody's
            draft.places.append(child)
    elif what in PLACES and _done_by_nobody(kind):
        draft.places.append(child)  # "the Chile earthquake", "a copper mine blast"
    elif what in ACTORS and (clauses.is_listed(child) if parse.deps[child] == "amod" else parse.pos[child] == "PROPN"):
        draft.add("agent", child)
    elif parse.deps[child] == "compound" and parse.pos[child] == "NOUN":
        if parse.lemmas[child] in lexicon.weapons and kind.plover == "ASSAULT":
            draft.add("instrument", child)  # "gas talks" are held without
        elif (listed := _before(kind, what)) != "patient":
            draft.add(listed, child)
        elif what in ("Person", "Group") and clauses.of_what(draft.trigger) is not None and "noun:by" in kind.roles:
            draft.add("agent", child)  # "taxpayer funding of clinics"
        elif kind.roles.get("noun:compound") in ("patient", "instrument") or (
            what in _UNDERGOING and _undergoes(kind, what) and parse.lemmas[child] not in lexicon.weapons and not _measures(clauses, child)
        ):
            draft.add("patient", child)  # "tanker seizure"; a "bail hearing", a "doping ban" hear and ban something else


def _whereto(clauses: Clauses, name: int, kind: EventType) -> str:
    """The role of a place before the noun that does not do it: "a China visit" goes there, "the Cuba dispute" is over it, "Geneva talks" are there.
    Not so of "the U.S. visit": letters that stand for a nation serve as its adjective, too."""
    role, what = kind.roles.get("noun:compound somewhere", ""), clauses.type_of(name)
    initials = clauses.parse.words[name].replace(".", "").isupper()
    return role if (what == "Country" or (what in PLACES and role == "goal")) and not initials else ""


def _before(kind: EventType, what: str) -> str:
    """The role of a common noun before the happening: "student protests", "rebel attacks", "a bomb attack", "an embassy attack"."""
    roles = kind.roles
    if what in ACTORS and "noun:compound somebody" in roles:
        return roles["noun:compound somebody"]
    if what in ("Person", "Group") and "noun:compound people" in roles:
        return roles["noun:compound people"]
    listed = roles.get("noun:compound", "patient")
    return (
        "patient" if listed == "instrument" and what in (*ACTORS, *PLACES, "Vessel", "Vehicle") else listed
    )  # of "boat attacks" boats are the target


def _possessor(clauses: Clauses, noun: int, owner: int, kind: EventType) -> str:
    """The role of whose it is: "Chile's arrest of two bankers" is done by Chile, "the banker's arrest" to him, "Chile's murders" are there."""
    role = kind.roles.get("noun:poss", "agent")
    if role == "patient" and "noun:poss somewhere" in kind.roles and clauses.parse.words[owner].lower() == "its":
        return kind.roles["noun:poss somewhere"]  # "the country holds its elections"
    contest = "noun:against" in kind.roles  # "Chile's last match": they play it
    if "noun:poss" not in kind.roles and not contest and clauses.type_of(owner) in PLACES and _done_by_nobody(kind):
        return "place"  # "Chile's worst accident"
    if role != "patient":
        return role
    if clauses.type_of(owner) in ORGANIZED and "noun:poss organization" in kind.roles:
        return kind.roles["noun:poss organization"]  # "the party's nomination"
    undergoing = [f for o in [clauses.of_what(noun)] if o is not None for f in clauses.fillers(o)]
    if kind.roles.get("noun:of") == "patient" and undergoing and all(clauses.type_of(f) in (*ACTORS, *_UNDERGOING) for f in undergoing):
        return "agent"
    return kind.roles.get("noun:poss somewhere", role) if clauses.type_of(owner) in PLACES else role


def _done_by_nobody(kind: EventType) -> bool:
    """Whether a happening befalls somebody or something, or is somewhere, without a doer: an explosion, an earthquake."""
    happens = not kind.plover and kind.roles.get("noun:in") == "place" and "noun:by" not in kind.roles
    return happens or kind.roles.get("subject") == "patient"


def _undergoes(kind: EventType, what: str) -> bool:
    """Whether what a noun of happening is "of" undergoes it; a "gas pact" is one on gas, and in a "guerrilla war" or "team final" they fight."""
    of = kind.roles.get("noun:of", "" if what in ("Person", "Group") else "patient")
    return "patient" in kind.roles.values() and of == "patient"


def _measures(clauses: Clauses, child: int) -> bool:
    """ "a nine-million-dollar fraud", "a television broadcast": how large it is, or by what means it goes out."""
    parse = clauses.parse
    return parse.entity_types[child] in ("MONEY", "PERCENT", "QUANTITY") or parse.lemmas[child] in clauses.lexicon.words("airing")


def _support(clauses: Clauses, draft: Draft, verbs: dict[int, Draft]) -> None:
    """What the verb beside a nominal event adds: a light verb's subject is the agent, its adverbials and places are the event's.

    "carried out a strike", "took part in talks", "the strike took place on Monday", "a strike carried out by …", "a willingness to hold talks".
    """
    parse, lexicon = clauses.parse, clauses.lexicon
    noun = draft.trigger
    whole = clauses.counting(noun)
    dep, head = parse.deps[whole], parse.heads[whole]
    verb = verbs.get(head)
    if verb is not None and ":" in parse.words[head:whole]:
        return  # "Ruiz continued: "The worst attack since May …"
    light = verb is not None and dep in ("dobj", "nsubjpass") and verb.lemma in lexicon.light_verbs
    if verb is not None and light and _given_by_others(clauses, noun, head):
        draft.light = head
    elif verb is not None and light and not _undergone(clauses, noun, head):
        draft.light = head
        _inherit(clauses, draft, verb)
        if dep == "nsubjpass" and verb.slots == [("patient", noun)] and not verb.places and not verb.adjuncts:
            verb.slots.clear()  # "The remarks were made" tells nothing but that there were some
    elif verb is not None and dep == "nsubj" and verb.lemma in lexicon.words("occurrence"):
        draft.light = head
        draft.adjuncts += verb.adjuncts
        draft.places += [p for p in verb.places if p not in draft.places]
    elif verb is not None and dep == "nsubj" and verb.rule == "copula":
        draft.places += [p for p in verb.places if p not in draft.places]  # what it was, was where it was
    if dep in ("dobj", "nsubjpass") and parse.lemmas[head] in lexicon.words("scheduling"):
        draft.adjuncts += [c for c in parse.all(head, "prep") if parse.words[c].lower() in ("for", "until", "till")]
    if dep in ("nsubj", "nsubjpass"):  # "the strike last week was": what stands between the noun and its verb is the noun's
        draft.adjuncts += [c for c in parse.children[head] if parse.deps[c] in ("npadvmod", "advmod") and c in clauses.dated and noun < c < head]
    for child in parse.all(noun, "acl"):
        inner = verbs.get(child)
        if inner is not None and inner.lemma in lexicon.light_verbs and clauses.passive(child):
            _inherit(clauses, draft, inner)
    role = _seeker(clauses, draft)
    if role == "patient" and parse.lemmas[head] not in lexicon.words("engagement"):
        draft.light = head  # as sure as that he gets it; who seeks it has not got it
    if not draft.fillers(role):
        for owner in _owners(clauses, noun) if role == "agent" else clauses.subjects(head):
            if clauses.type_of(owner) in ACTORS or parse.pos[owner] == "PRON":
                draft.add(role, owner)
    draft.places = [p for p in draft.places if clauses.type_of(p) in PLACES]


def _seeker(clauses: Clauses, draft: Draft) -> str:
    """ "is seeking the nomination", "won re-election": who seeks or gets an office undergoes it; who seeks elections wants them held."""
    parse, noun = clauses.parse, draft.trigger
    roles = clauses.lexicon.event_types[draft.type].roles
    sought = parse.deps[noun] == "dobj" and parse.lemmas[parse.heads[noun]] in clauses.lexicon.words("candidacy")
    kind = determiner(parse, noun)
    one = parse.tags[noun] == "NN" and (kind == "bare" if parse.lemmas[noun] == "election" else kind != "indefinite")
    return "patient" if sought and one and roles.get("noun:poss") == "patient" and "as" in roles else "agent"


def _doers(clauses: Clauses, undertaking: int) -> list[int]:
    """Who makes an effort: whose it is; of "these efforts" whoever acts in the sentence before."""
    parse = clauses.parse
    own = clauses.control.own_owners(undertaking)
    if own or determiner(parse, undertaking) != "demonstrative":
        return own
    number = parse.sentence_of[undertaking]
    first, after = parse.sentences[number - 1] if number else (0, 0)
    root = next((i for i in range(first, after) if parse.heads[i] == i and parse.pos[i] == "VERB"), None)
    if root is None or clauses.passive(root) or parse.lemmas[root] in clauses.lexicon.reporting_verbs:
        return []
    return clauses.subjects(root)


def _inherit(clauses: Clauses, draft: Draft, verb: Draft) -> None:
    lexicon = clauses.lexicon
    for role, token in verb.slots:
        if role == "agent" and _between_others(clauses, draft, verb):
            continue
        if role in ("agent", "instrument", "recipient") and (role != "agent" or not draft.fillers("agent")):
            draft.add(role, token)
    patient = lexicon.event_types[draft.type].roles
    for prep in clauses.parse.all(verb.trigger, "prep"):
        word = clauses.parse.words[prep].lower()
        if f"noun:{word}" in patient or word in patient or word in ("against", "on", "at"):
            assign(clauses, draft, prep, word, patient, bool(draft.fillers("patient")), noun=True)
    draft.adjuncts += verb.adjuncts
    draft.places += [p for p in verb.places if p not in draft.places]


def _between_others(clauses: Clauses, talks: Draft, verb: Draft) -> bool:
    """ "Geneva hosted talks on Darfur", not "hosted talks with the rebels": who only houses talks takes no part in them."""
    verbs, types = clauses.lexicon.verbs, clauses.lexicon.event_types
    partners = any(clauses.parse.words[p].lower() == "with" for p in clauses.parse.all(talks.trigger, "prep"))
    return types[talks.type].plover == "CONSULT" and verbs.get(verb.lemma) == verbs.get("host", "") and not partners


def _owners(clauses: Clauses, noun: int) -> list[int]:
    """The participant that a governing word of ability or intention passes on: "ready for talks", "a plan to hold talks", "engage in talks"."""
    parse, lexicon = clauses.parse, clauses.lexicon
    head = parse.heads[noun]
    if parse.deps[noun] == "pobj":
        governor = parse.heads[head]
        if parse.words[head].lower() in _OTHERS:
            return []  # "efforts against smuggling" are not the smuggler's, nor "started after a raid" the raider's
        if parse.words[head].lower() == "in" and parse.lemmas[governor] == "be" and _consults(lexicon, parse.lemmas[noun]):
            return clauses.subjects(governor)  # "the union is in talks with the bank"
        if parse.words[head].lower() == "with" and parse.lemmas[governor] in lexicon.words("occurrence"):
            return []  # "the campaign began with raids"
        if parse.pos[governor] == "ADJ" and parse.lemmas[governor] in lexicon.modal_words:
            return clauses.subjects(parse.heads[governor])
        denied = lexicon.reporting_nouns.get(parse.lemmas[governor]) == "denied"
        if parse.pos[governor] == "NOUN" and (parse.lemmas[governor] in lexicon.modal_nouns or denied):
            return clauses.control.owners(governor)
        if parse.pos[governor] == "VERB" and parse.lemmas[governor] in lexicon.words("engagement"):
            if parse.child(governor, "dobj") is not None and not any(parse.words[p].lower() == "with" for p in parse.all(noun, "prep")):
                return []  # "held talks on developments"; but "launched it in collaboration with a bank"
            return clauses.subjects(governor)
        if parse.pos[governor] == "VERB" and f"{parse.lemmas[governor]} {parse.words[head].lower()}" in lexicon.light_verbs:
            return [doer for s in clauses.subjects(governor) for doer in _doers(clauses, s)]  # "their efforts culminated in raids"
    elif parse.deps[noun] == "dobj" and _engages(clauses, noun, head):
        return clauses.subjects(head)
    return []


def _engages(clauses: Clauses, noun: int, verb: int) -> bool:
    """ "hold talks", "denied involvement": whether a verb's subject does what its object names. Who denies allegations or rejects an offer made none;
    who seeks assurances would get them, but who seeks a deal would make it, too."""
    parse, lexicon, lemma = clauses.parse, clauses.lexicon, clauses.parse.lemmas[verb]
    if lexicon.reporting_verbs.get(lemma) == "denied":
        told = parse.lemmas[noun] in lexicon.reporting_nouns or lemma in lexicon.words("rejecting")
        return not told and determiner(parse, noun) not in ("definite", "demonstrative")
    kind = lexicon.event_types.get(lexicon.nouns.get(parse.lemmas[noun]) or lexicon.nouns.get(parse.words[noun].lower(), ""))
    joint = lemma not in lexicon.words("obtaining") or (kind is not None and kind.roles.get("noun:with", "instrument") != "instrument")
    return lemma in lexicon.words("engagement") and joint


def _given_by_others(clauses: Clauses, noun: int, verb: int) -> bool:
    """ "do not have public support": others support whoever has it."""
    return clauses.parse.lemmas[verb] == "have" and clauses.parse.lemmas[noun] in clauses.lexicon.words("eitherWay")


def _undergone(clauses: Clauses, noun: int, verb: int) -> bool:
    """ "took a statement from him", "takes criticism well", "it took a long war": what is taken or had so is somebody else's."""
    parse = clauses.parse
    subject = parse.child(verb, "nsubj")
    told = parse.lemmas[noun] in clauses.lexicon.words("takenFrom")
    return parse.lemmas[verb] == "take" and (told or (subject is not None and parse.words[subject].lower() == "it" and parse.tags[noun] == "NN"))


def _consults(lexicon: Lexicon, noun: str) -> bool:
    """Whether a noun, or its plural, names talks: "talks", "negotiation"."""
    return any(lexicon.event_types[lexicon.nouns[w]].plover == "CONSULT" for w in (noun, f"{noun}s") if w in lexicon.nouns)
