"""Who says so: the source, the cue and the content of what is reported (the terms of Pareti's PARC and of PolNeAR)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.clauses import PASSIVE_SUBJECTS, SUBJECTS, Clauses
from kg.extract.contents import (
    CONTENTS,
    appraised_for,
    around_cue,
    before_according,
    behind_colon,
    closed,
    consequence,
    content_of,
    inserted,
    quoted_name,
    same_brackets,
    without_asides,
)
from kg.extract.cues import according, by_noun, hearsay, in_view, of_intention, reach
from kg.extract.drafts import ACTORS, Saying
from kg.extract.headlined import headlined
from kg.extract.phrases import finite, periodical
from kg.extract.polarity import infinitive
from kg.extract.quotations import find_quotations, run_on, turns, unclaimed
from kg.extract.quoted import of_another
from kg.extract.speakers import told_after
from kg.extract.stances import by_adjective, cue_of
from kg.extract.surveys import by_record, in_survey

_QUESTION = frozenset({"WP", "WRB", "WDT", "IN"})
_MEASURES = frozenset({"QUANTITY", "DATE", "TIME", "MONEY"})


class Sayings(Sequence[Saying]):
    """The attributions of a document in the order of their cues, indexed by sentence: looking one up costs no more in a long text."""

    def __init__(self, clauses: Clauses, found: list[Saying]) -> None:
        self._found, self._sentence_of = found, clauses.parse.sentence_of
        self._pieces: dict[int, list[tuple[int, int, int]]] = {}
        self._by_source = {saying.source: saying for saying in reversed(found)}
        self.by_cue = {saying.cue: saying for saying in reversed(found)}
        for n, saying in enumerate(found):
            for first, last in saying.content:
                for sentence in range(self._sentence_of[first], self._sentence_of[last] + 1):
                    self._pieces.setdefault(sentence, []).append((n, first, last))
        pieces = [(first - last, -n, first, last) for n, saying in enumerate(found) for first, last in saying.content]
        self._at: list[int | None] = [None] * len(clauses.parse)  # token -> the narrowest saying around it: each is painted over what is wider
        for _, negative, first, last in sorted(pieces):
            self._at[first : last + 1] = [-negative] * (last + 1 - first)
        for saying in found:
            saying.parent = self.innermost(saying.cue)
        self._open_circles()
        for saying in found:
            if saying.parent is not None and _own_thought(clauses, saying):
                saying.source = None

    def _open_circles(self) -> None:
        """ "Police say robbers fled, the paper reports": where each seems to stand in the other's words, the last cue is the outermost."""
        done: set[int] = set()
        for n in range(len(self._found)):
            path: list[int] = []
            at: int | None = n
            while at is not None and at not in done and at not in path:
                path.append(at)
                at = self._found[at].parent
            if at is not None and at in path:
                last = max(path[path.index(at) :], key=lambda m: self._found[m].cue)
                self._found[last].parent = None
            done.update(path)

    def __getitem__(self, n: int) -> Saying:  # type: ignore[override]
        return self._found[n]

    def __len__(self) -> int:
        return len(self._found)

    def of_source(self, token: int) -> Saying | None:
        """The saying whose speaker a token is."""
        return self._by_source.get(token)

    def innermost(self, token: int) -> int | None:
        """The number of the saying with the narrowest content around a token; a cue is around itself in none."""
        best = self._at[token]
        if best is None or self[best].cue != token:
            return best
        best, width = None, 10**9
        for n, first, last in self._pieces.get(self._sentence_of[token], ()):
            if self[n].cue != token and first <= token <= last and last - first < width:
                best, width = n, last - first
        return best


def _own_thought(clauses: Clauses, saying: Saying) -> bool:
    """ ""I think they left," she said": it is her who thinks so, and she is told already; it stays a thought."""
    parse, source = clauses.parse, saying.source
    thought = saying.modality == "possible" or parse.lemmas[saying.cue] in clauses.lexicon.modal_verbs  # or a hope
    first = source is not None and parse.words[source].lower() in ("i", "we") and thought
    verb = saying.cue if parse.pos[saying.cue] != "ADJ" else parse.heads[saying.cue]  # "We are confident that …"
    return first and parse.tags[verb] in ("VBP", "VB") and parse.child(verb, "neg") is None


def find_sayings(clauses: Clauses) -> Sayings:
    """All attributions of a document, in the order of their cues, each inside the narrowest other one that holds it."""
    parse = clauses.parse
    sayings: list[Saying] = []
    quotes = find_quotations(parse)
    beside: dict[int, list[tuple[int, int]]] = {}
    for first, last in quotes:
        begin, end = parse.sentence_of[first], parse.sentence_of[last]
        beside.setdefault(begin, []).append((first, last))
        if end > begin:
            beside.setdefault(end, []).append((first, last))
    for i in range(len(parse)):
        if parse.words[i].lower() == "according":
            sayings += _according(clauses, i, beside.get(parse.sentence_of[i], []))
        elif parse.deps[i] == "prep":
            sayings += in_view(clauses, i)
            sayings += in_survey(clauses, i)
        elif cue_of(parse, i) in clauses.lexicon.reporting_verbs and (stance := [*by_adjective(clauses, i)]):
            sayings += stance
        elif parse.pos[i] in ("VERB", "AUX"):
            near = beside.get(parse.sentence_of[i], [])
            told = [*_by_verb(clauses, i, [q for q in near if not of_another(clauses, i, q)] if near else near)]
            sayings += told or by_record(clauses, i)
        elif parse.pos[i] == "NOUN" and parse.lemmas[i] in clauses.lexicon.reporting_nouns:
            sayings += by_noun(clauses, i)
        elif parse.pos[i] == "NOUN" and parse.lemmas[i] in clauses.lexicon.modal_nouns:
            sayings += of_intention(clauses, i)
    sayings += told_after(sayings, clauses, quotes)
    run_on(sayings, clauses, quotes)
    sayings += turns(clauses)
    labelled = {saying.cue for saying in sayings}
    sayings += [saying for saying in headlined(clauses) if saying.cue not in labelled]
    sayings += unclaimed(sayings, clauses, quotes)
    return Sayings(clauses, sorted(sayings, key=lambda s: s.cue))


def _according(clauses: Clauses, token: int, quotes: list[tuple[int, int]]) -> Iterator[Saying]:
    for saying in according(clauses, token):
        saying.content = [part for piece in saying.content for part in without_asides(clauses, token, piece, quotes)]
        yield saying


def _by_verb(clauses: Clauses, verb: int, quotes: list[tuple[int, int]]) -> Iterator[Saying]:
    parse, lexicon = clauses.parse, clauses.lexicon
    lemma, last = parse.lemmas[verb], verb
    for part in [p for p in parse.all(verb, "prt", "prep") if p > verb]:
        if f"{lemma} {parse.words[part].lower()}" in lexicon.reporting_verbs:
            lemma, last = f"{lemma} {parse.words[part].lower()}", part
            break
    for word in ("that", "whether", "how"):
        listed, contents = f"{lemma} {word}" in lexicon.reporting_verbs, parse.all(verb, "ccomp")
        marked = listed and (word == "that" or any(parse.words[m].lower() == word for c in contents for m in parse.all(c, "mark", "advmod")))
        if marked and any(finite(parse, c) for c in contents):
            lemma = f"{lemma} {word}"  # "found that they lied", not "found them guilty"
            break
    if lemma not in lexicon.reporting_verbs and parse.deps[verb] == "parataxis" and inserted(clauses, verb):
        lemma = f"{lemma} that"  # "the dam, she added, will hold"
    modality = lexicon.reporting_verbs.get(lemma) or ("actual" if _quotative(clauses, verb) and _beside(clauses, verb, quotes) else None)
    if modality is None and lemma in lexicon.words("characterization") and (_takes_as(clauses, verb) or _calls(clauses, verb)):
        modality = "alleged"
    if modality in (None, "alleged") and appraised_for(clauses, verb) and not _takes_as(clauses, verb):
        unsaid = clauses.passive(verb) and parse.child(verb, "agent") is None  # "is credited with saving it"
        modality = "alleged" if unsaid or lemma in lexicon.words("faulting") else "actual"
    if modality is None and lemma in lexicon.words("accounting") and not clauses.passive(verb):
        modality = "actual"
    if modality is None or parse.deps[verb] in ("amod", "compound"):
        return
    if lemma == "show that" and any(parse.tags[c] == "TO" for c in parse.children[verb]) and _by_doing(clauses, verb):
        return
    if lemma == "suppose" and clauses.passive(verb) and parse.child(verb, "xcomp") is not None:
        return  # "was supposed to leave": meant to
    if lemma == "deny" and (parse.child(verb, "dative") is not None or (clauses.passive(verb) and parse.child(verb, "dobj") is not None)):
        return  # "denied him the right to vote"
    if lemma == "tell" and parse.tags[verb] == "VBN" and parse.words[verb - 1].lower() == "all":
        return  # "all told, they spent a million"
    if lemma == "assume" and parse.child(verb, "dobj") is not None and parse.child(verb, *CONTENTS) is None:
        return  # "assumed her post"
    if any(f"{lemma} {parse.lemmas[o]}" in lexicon.verbs for o in parse.all(verb, "dobj")):
        return  # "claimed her second title": she won it
    if modality == "actual" and (_silent(clauses, verb) or _shows(clauses, verb)):
        return
    evident = modality == "possible" and _shows(clauses, verb)
    passive = clauses.passive(verb)
    source = next(
        (f for p in parse.all(verb, "agent", "prep") if parse.words[p].lower() == "by" for o in parse.all(p, "pobj") for f in clauses.fillers(o)),
        None,
    )
    if source in clauses.dated:
        source = None  # "by the end of the year, officers were quoted as saying"
    if not passive:
        source = next(iter(clauses.subjects(verb)), None)
        if source is None or (clauses.type_of(source) not in ACTORS and parse.pos[source] != "PRON" and not _speaks(clauses, source)):
            source = _reporting_subject(clauses, verb) or source
        if source is not None and parse.entity_types[source] in _MEASURES and not clauses.is_named(source) and not periodical(parse, source):
            source = None  # "150 kilometres from the base, an official said": the parser took the measure
    if source is not None and _task(clauses, verb, source):
        source = None
    if evident or (modality == "planned" and source is not None and not _somebody(clauses, source)):
        source = None  # "the trip suggests that …", "a case that threatens to bankrupt it": they say nothing
    planned = [parse.lemmas[o] for o in parse.all(verb, "dobj", "nsubjpass") if lexicon.modal_nouns.get(parse.lemmas[o]) == "planned"]
    if modality == "denied" and planned and not (lemma == "deny" and planned[0] in lexicon.words("intent")):
        return  # who rejects a plan says nothing of what is so
    judged = lemma in lexicon.words("judgingAs") and parse.child(verb, "xcomp", "oprd") is not None and parse.child(verb, "aux", "neg") is None
    if judged and passive and source is None and modality == "possible":
        modality = "alleged"  # "was widely considered to be flawed": somebody judges it so
    if lemma in lexicon.words("suggesting"):
        modality = _put_forward(clauses, verb, source) or modality
    if lemma in lexicon.words("mandative") and _put_forward(clauses, verb, source) == "planned":
        modality = "planned"  # "asked that the ban be lifted"
    if lemma in lexicon.words("commissive") and _avers(clauses, verb):
        modality = "actual"
    if lemma == "ask" and any(infinitive(clauses, c) and parse.tags[parse.left(c)] not in _QUESTION for c in parse.all(verb, "xcomp", "ccomp")):
        modality = "planned"  # "asked the fans to leave", "asked to leave", not "asked what to do"
    content = content_of(clauses, verb, lemma, passive, quotes)
    shown = parse.lemmas[verb] in lexicon.words("verification")
    told = lemma in lexicon.words("informing") and not hearsay(clauses, verb)  # "were told that …": they know it now
    heard = parse.child(verb, "ccomp") is not None or hearsay(clauses, verb)
    if passive and source is None and modality == "actual" and heard and not (told or shown):
        modality = "alleged"  # "it was reported that …": by nobody
    if content and not parse.all(verb, *CONTENTS):
        content += [piece for c in parse.all(verb, "advcl") if clauses.of_reported(c) for piece in consequence(clauses, c)]
    if not content and lemma in ("call on", "call upon", "appeal to") and parse.child(verb, "dobj") is None:
        content = [reach(clauses, c) for c in parse.all(verb, "advcl") if c > last and infinitive(clauses, c)]  # "called on them on Friday to leave"
    content = [
        behind_colon(clauses, verb, before_according(clauses, closed(clauses, verb, piece, quotes)), quotes)
        for whole in content
        for part in around_cue(clauses, verb, whole)
        for piece in without_asides(clauses, verb, part, quotes)
        if same_brackets(clauses, verb, piece[0])
    ]
    if any(parse.pos[i] != "PUNCT" for first, after in content for i in range(first, after + 1)):
        yield Saying(verb, source, content, modality, "reporting-passive" if passive else "reporting-verb", last, event=verb)


def _task(clauses: Clauses, verb: int, source: int) -> bool:
    """ "The onus is on Ruiz to show that …": what somebody has to do says nothing."""
    parse = clauses.parse
    burden = parse.lemmas[source] in clauses.lexicon.words("burden")
    return burden and parse.heads[source] != verb and infinitive(clauses, verb) and parse.deps[verb] in ("advcl", "acl", "relcl")


def _by_doing(clauses: Clauses, verb: int) -> bool:
    """ "a chance to show that he can lead", not "the filings are to show that he paid": whether somebody shows it by what he does."""
    subjects = clauses.subjects(verb)
    return not subjects or clauses.type_of(subjects[0]) in ACTORS or clauses.parse.pos[subjects[0]] == "PRON"


def _takes_as(clauses: Clauses, verb: int) -> bool:
    """ "presents the loan as a gift", "sees the deal as theft": whether somebody takes a thing for what is told after "as"."""
    parse = clauses.parse
    thing = parse.child(verb, "dobj")
    return thing is not None and any(parse.words[p].lower() == "as" and p > thing for p in parse.all(verb, "prep")) and not clauses.passive(verb)


def _calls(clauses: Clauses, verb: int) -> bool:
    """ "called the vote a ploy", "called it insulting", "called them thieves", not "called the boat Aurora": whether somebody says of a thing
    what it is."""
    parse = clauses.parse
    said = next(reversed([o for o in parse.all(verb, "oprd") if o > verb]), None)
    if parse.lemmas[verb] not in ("call", "label", "brand") or clauses.passive(verb):
        return False
    if said is None:
        return quoted_name(parse, verb) is not None
    described = parse.pos[said] not in ("NOUN", "PROPN") or (parse.pos[said] == "NOUN" and parse.child(said, "det", "amod", "poss") is not None)
    return (described or parse.tags[said] == "NNS") and any(o < said for o in parse.all(verb, "dobj", "oprd"))


def _put_forward(clauses: Clauses, verb: int, source: int | None) -> str | None:
    """ "Experts suggest that the trade is small" is what they say, "suggested that he resign" what they want; data that suggest it leave it open."""
    parse = clauses.parse
    clause = parse.child(verb, "ccomp")
    if clause is None or source is None or (clauses.type_of(source) not in ACTORS and parse.pos[source] != "PRON"):
        return None
    subject = parse.child(clause, *SUBJECTS, *PASSIVE_SUBJECTS)
    first = next(iter(parse.all(clause, "aux", "auxpass")), clause)
    bare = parse.tags[first] == "VB"
    plain = subject is not None and parse.tags[clause] == "VBP" and parse.tags[subject] in ("NN", "NNP") and parse.lemmas[clause] != "be"
    return "planned" if bare or plain else "actual"  # "that the hospital close": no -s


def _avers(clauses: Clauses, verb: int) -> bool:
    """ "pledged that the plan is sound", "promised that the books were clean": who promises that something is so says that it is."""
    parse = clauses.parse
    clause = parse.child(verb, "ccomp")
    if clause is None or parse.child(clause, "mark") is None or parse.lemmas[clause] != "be" or parse.child(clause, "acomp", "attr") is None:
        return False
    return parse.tags[clause] in ("VBZ", "VBP", "VBD") and parse.child(clause, "aux") is None


def _quotative(clauses: Clauses, verb: int) -> bool:
    """Whether a verb reports beside a quotation: "he continued"; a letter "reads" so, but who reads a book says nothing."""
    subject = clauses.parse.child(verb, *SUBJECTS)
    reads = clauses.parse.lemmas[verb] == "read" and subject is not None and clauses.parse.lemmas[subject] in clauses.lexicon.reporting_nouns
    return reads or clauses.parse.lemmas[verb] in clauses.lexicon.words("quotative")


def _beside(clauses: Clauses, verb: int, quotes: list[tuple[int, int]]) -> bool:
    """Whether a verb with its subject stands right before or after a quotation."""
    subject = clauses.parse.child(verb, *SUBJECTS)
    if subject is None:
        return False
    first, last = min(verb, clauses.parse.left(subject)), max(verb, clauses.parse.right(subject))
    return any(0 < first - q[1] <= 2 or 0 < q[0] - last <= 2 for q in quotes)


def _silent(clauses: Clauses, verb: int) -> bool:
    """ "did not respond to requests", "neither firm would reveal the price": who does not tell is no source."""
    parse = clauses.parse
    nobody = any(parse.words[c].lower() in ("no", "neither", "nobody", "none") for s in parse.all(verb, *SUBJECTS) for c in (s, *parse.children[s]))
    return (nobody or parse.child(verb, "neg") is not None) and not parse.all(verb, *CONTENTS)


def _shows(clauses: Clauses, verb: int) -> bool:
    """ "The seizure signals a shift", "sank a boat, underscoring the danger": a happening shows something, and is nobody who says so."""
    parse = clauses.parse
    subject = None if clauses.passive(verb) else next(iter(clauses.subjects(verb)), None)
    if subject is None:
        return False
    own = parse.pos[subject] == "NOUN" and parse.heads[subject] == verb and parse.tags[verb] != "VB"
    if own and parse.lemmas[verb] in ("say", "read", "find", "conclude"):
        return False  # "… has no cracks," said the ruling; "research found that …"
    if clauses.lexicon.nouns.get(parse.lemmas[subject]) == "Investigation" and parse.child(verb, "ccomp") is not None and parse.tags[verb] != "VB":
        return parse.lemmas[verb] in clauses.lexicon.words("comment")  # "The inquiry found that …" is what its makers say
    happens = clauses.is_happening(subject) or (parse.pos[subject] == "NOUN" and _circumstance(clauses, subject))
    return parse.pos[subject] in ("VERB", "AUX") or (happens and parse.lemmas[subject] not in clauses.lexicon.reporting_nouns)


def _somebody(clauses: Clauses, token: int) -> bool:
    """Whether a source may promise, threaten or demand something: an actor, a name, a pronoun, or a document."""
    parse, token = clauses.parse, clauses.antecedent(token)
    named = clauses.is_named(token) or clauses.type_of(token) in ACTORS or parse.pos[token] in ("PRON", "PROPN")
    return named or parse.lemmas[token] in clauses.lexicon.reporting_nouns or (not clauses.is_happening(token) and parse.tags[token] == "NNS")


def _circumstance(clauses: Clauses, noun: int) -> bool:
    """ "The move suggests …", "The result shows …": no document and nobody, from whom it could be known."""
    return any(clauses.parse.lemmas[noun] in clauses.lexicon.words(words) for words in ("matter", "circumstance"))


def _speaks(clauses: Clauses, token: int) -> bool:
    return clauses.type_of(token) in ("", "Thing") and clauses.parse.lemmas[token] not in clauses.lexicon.reporting_nouns


def _reporting_subject(clauses: Clauses, verb: int) -> int | None:
    """ "Reports from CNN indicated": the source is CNN; "his statement said": he."""
    parse = clauses.parse
    for subject in [*parse.all(verb, *SUBJECTS, *PASSIVE_SUBJECTS), *([parse.heads[verb]] if parse.deps[verb] == "acl" else [])]:
        if parse.lemmas[subject] in clauses.lexicon.reporting_nouns:
            return next(iter(clauses.control.owners(subject)), None)
    return None
