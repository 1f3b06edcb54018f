"""Who says so: the source, the cue and the content of what is reported (the terms of Pareti's PARC and of PolNeAR)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.clauses import PASSIVE_SUBJECTS, SUBJECTS, Clauses
from kg.extract.cues import according, by_noun, comment, hearsay, in_view, of_intention, reach, without
from kg.extract.drafts import ACTORS, Saying
from kg.extract.phrases import finite, periodical
from kg.extract.quotations import find_quotations, run_on, turns, unclaimed
from kg.extract.stances import by_adjective
from kg.extract.suppositions import proviso

_CLAUSES = ("ccomp", "xcomp")
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
            sayings += according(clauses, i)
        elif parse.deps[i] == "prep":
            sayings += in_view(clauses, i)
        elif stance := [*by_adjective(clauses, i)]:
            sayings += stance
        elif parse.pos[i] in ("VERB", "AUX"):
            sayings += _by_verb(clauses, i, beside.get(parse.sentence_of[i], []))
        elif parse.pos[i] == "NOUN" and parse.lemmas[i] in clauses.lexicon.reporting_nouns:
            sayings += by_noun(clauses, i)
        elif parse.pos[i] == "NOUN" and parse.lemmas[i] in clauses.lexicon.modal_nouns:
            sayings += of_intention(clauses, i)
    run_on(sayings, clauses, quotes)
    sayings += turns(clauses)
    sayings += unclaimed(sayings, clauses, quotes)
    return Sayings(clauses, sorted(sayings, key=lambda s: s.cue))


def _by_verb(clauses: Clauses, verb: int, quotes: list[tuple[int, int]]) -> Iterator[Saying]:
    parse, lexicon = clauses.parse, clauses.lexicon
    lemma, last = parse.lemmas[verb], verb
    for part in [p for p in parse.all(verb, "prt", "prep") if p > verb]:
        if f"{lemma} {parse.words[part].lower()}" in lexicon.reporting_verbs:
            lemma, last = f"{lemma} {parse.words[part].lower()}", part
            break
    for word in ("that", "whether", "how"):
        marked = word == "that" or any(parse.words[m].lower() == word for c in parse.all(verb, "ccomp") for m in parse.all(c, "mark", "advmod"))
        if f"{lemma} {word}" in lexicon.reporting_verbs and marked and any(finite(parse, c) for c in parse.all(verb, "ccomp")):
            lemma = f"{lemma} {word}"  # "found that they lied", not "found them guilty"
            break
    if lemma not in lexicon.reporting_verbs and parse.deps[verb] == "parataxis" and _inserted(clauses, verb):
        lemma = f"{lemma} that"  # "the dam, she added, will hold"
    modality = lexicon.reporting_verbs.get(lemma) or ("actual" if _quotative(clauses, verb) and _beside(clauses, verb, quotes) else None)
    if modality is None and lemma in lexicon.words("characterization") and (_takes_as(clauses, verb) or _calls(clauses, verb)):
        modality = "alleged"
    if modality is None and lemma in lexicon.words("accounting") and not clauses.passive(verb):
        modality = "actual"
    if modality is None or parse.deps[verb] in ("amod", "compound"):
        return
    if lemma == "show that" and any(parse.tags[c] == "TO" for c in parse.children[verb]) and _by_doing(clauses, verb):
        return
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
    if not passive:
        source = next(iter(clauses.subjects(verb)), None)
        if source is None or (clauses.type_of(source) not in ACTORS and parse.pos[source] != "PRON" and not _speaks(clauses, source)):
            source = _reporting_subject(clauses, verb) or source
        if source is not None and parse.entity_types[source] in _MEASURES and not clauses.is_named(source) and not periodical(parse, source):
            source = None  # "150 kilometres from the base, an official said": the parser took the measure
    if evident or (modality == "planned" and source is not None and not _somebody(clauses, source)):
        source = None  # "the trip suggests that …", "a case that threatens to bankrupt it": they say nothing
    if modality == "denied" and any(lexicon.modal_nouns.get(parse.lemmas[o]) == "planned" for o in parse.all(verb, "dobj", "nsubjpass")):
        return  # who rejects a plan says nothing of what is so
    if lemma in lexicon.words("suggesting"):
        modality = _put_forward(clauses, verb, source) or modality
    if lemma in lexicon.words("mandative") and _put_forward(clauses, verb, source) == "planned":
        modality = "planned"  # "asked that the ban be lifted"
    content = _content(clauses, verb, lemma, passive, quotes)
    shown = parse.lemmas[verb] in lexicon.words("verification")
    if passive and source is None and modality == "actual" and (parse.child(verb, "ccomp") is not None or hearsay(clauses, verb)) and not shown:
        modality = "alleged"  # "it was reported that …": by nobody
    if content and not parse.all(verb, *_CLAUSES):
        content += [piece for c in parse.all(verb, "advcl") if clauses.of_reported(c) for piece in _consequence(clauses, c)]
    content = [_closed(clauses, verb, piece, quotes) for piece in content]
    if content:
        yield Saying(verb, source, content, modality, "reporting-passive" if passive else "reporting-verb", last, event=verb)


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
    """ "called the vote a ploy", "called it insulting", not "called the boat Aurora": whether somebody says of a thing what it is."""
    parse = clauses.parse
    said = parse.child(verb, "oprd")
    if parse.lemmas[verb] not in ("call", "label", "brand") or said is None or clauses.passive(verb):
        return False
    described = parse.pos[said] not in ("NOUN", "PROPN") or (parse.pos[said] == "NOUN" and parse.child(said, "det", "amod") is not None)
    return described and parse.child(verb, "dobj") is not None


def _closed(clauses: Clauses, verb: int, piece: tuple[int, int], quotes: list[tuple[int, int]]) -> tuple[int, int]:
    """ ""We think it is over," Lee said, adding …": what somebody thinks within a quotation ends with it, where others tell behind it."""
    parse, (first, last) = clauses.parse, piece
    end = next((q[1] for q in quotes if q[0] < verb < first < q[1] < last), None)
    tells = end is not None and any(
        parse.lemmas[i] in clauses.lexicon.reporting_verbs and parse.tags[i] in ("VBD", "VBZ") and parse.child(i, *SUBJECTS) is not None
        for i in range(end + 1, last + 1)
    )
    return (first, end) if end is not None and tells else piece


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
    return (nobody or parse.child(verb, "neg") is not None) and not parse.all(verb, *_CLAUSES)


def _shows(clauses: Clauses, verb: int) -> bool:
    """ "The seizure signals a shift", "sank a boat, underscoring the danger": a happening shows something, and is nobody who says so."""
    parse = clauses.parse
    subject = None if clauses.passive(verb) else next(iter(clauses.subjects(verb)), None)
    if subject is None:
        return False
    if parse.lemmas[verb] in ("say", "read") and parse.pos[subject] == "NOUN" and parse.heads[subject] == verb:
        return False  # "… has no cracks," said the ruling
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


def _content(clauses: Clauses, verb: int, lemma: str, passive: bool, quotes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where what is said stands: a clause, a quotation beside the cue, the object of accusing or denying, or the sentence around "he said"."""
    parse = clauses.parse
    if lemma in clauses.lexicon.words("characterization"):
        return _characterization(clauses, verb)
    clausal = [reach(clauses, c) for c in parse.all(verb, *_CLAUSES) if c != verb and not _after_quote(clauses, c)]
    own = reach(clauses, verb)
    quoted = [q for q in quotes if not q[0] <= verb <= q[1] and _near(clauses, verb, q) and not hearsay(clauses, verb)]
    if clausal:
        described = [(s, parse.right(s) + 1) for s in parse.all(verb, *SUBJECTS) if s < verb]  # "Ruiz, head of a "green" fund, argued that …"
        quoted = [q for q in quoted if not any(s < q[0] and q[1] <= last for s, last in described)]
        clausal += [reach(clauses, c) for c in parse.all(verb, "advcl") if _goes_on(clauses, verb, c)]
        clausal += [reach(clauses, p) for p in parse.all(verb, "prep", "advcl") if p > verb and any(proviso(clauses, c) for c in parse.children[p])]
        return clausal + [q for q in quoted if not any(f <= q[0] <= last for f, last in clausal) and q[1] - q[0] > 3]
    if parse.deps[verb] == "parataxis" or (parse.deps[verb] in ("ccomp", "advcl") and _inserted(clauses, verb)):
        around = without(reach(clauses, parse.heads[verb]), own)
        return [piece for piece in around if piece[0] < verb or not comment(clauses, piece)]
    if lemma in clauses.lexicon.words("accounting"):
        causes = [p for p in parse.all(verb, "prep", "dative") if parse.words[p].lower() == "to" and parse.child(p, "pobj") is not None]
        return [
            reach(clauses, p)
            for p in causes
            if parse.child(parse.child(p, "pobj") or p, "acl", "ccomp") is not None or lemma in ("attribute", "ascribe")
        ]
    objects = parse.all(verb, "nsubjpass") if passive else parse.all(verb, "dobj")
    heard = ACTORS if lemma in clauses.lexicon.words("informing") else ("Person",)
    things = [o for o in objects if o != verb and parse.pos[o] not in ("PRON", "PROPN")]
    ranges = [reach(clauses, o) for o in things if passive or clauses.type_of(o) not in heard]
    for prep in parse.all(verb, "prep"):
        if parse.words[prep].lower() in ("of", "about", "with", "on", "over", "for") and parse.child(prep, "pcomp") is not None:
            ranges.append(reach(clauses, parse.child(prep, "pcomp") or prep))
        elif parse.words[prep].lower() in ("of", "to", "as", "about", "for") and parse.child(prep, "pobj", "amod") is not None:
            ranges.append(reach(clauses, prep))
    return ranges + [q for q in quoted if not any(f <= q[0] <= last for f, last in ranges) and q[1] - q[0] > 3]


def _after_quote(clauses: Clauses, clause: int) -> bool:
    """ "said he would talk "any day," a broad offer that …": what follows the quotation with "a" is the writer's."""
    parse = clauses.parse
    first, last = parse.left(clause), parse.right(clause)
    while first < last and parse.pos[first] == "PUNCT":
        first += 1
    closed = parse.words[first - 1] == '"' and parse.words[first - 2] == ","
    return closed and parse.words[first].lower() in ("a", "an") and not parse.quoted(first)


def _consequence(clauses: Clauses, participle: int) -> list[tuple[int, int]]:
    """What is reported to have followed ("killing five"), without what the writer makes of it ("marking a new stage of the war")."""
    parse, words = clauses.parse, clauses.lexicon.words("comment")
    verbs = [i for i in parse.subtree(participle) if parse.tags[i] == "VBG" and parse.deps[i] in ("advcl", "acl", "conj") and i >= participle]
    for verb in verbs:
        first, last = verb, parse.right(verb)
        counted = any(parse.pos[i] == "NUM" for i in range(first, last + 1))
        added = verb in (participle, *parse.all(participle, "conj", "advcl")) or parse.words[verb - 1] == ","
        if parse.lemmas[verb] in words and added and not counted:
            return without(reach(clauses, participle), (first, last)) if verb != participle else []
    return [reach(clauses, participle)]


def _goes_on(clauses: Clauses, verb: int, clause: int) -> bool:
    """ "The bank was fined, the paper reported, because it hid losses": a reason after the cue is of what was said before it."""
    parse = clauses.parse
    marks = {parse.words[m].lower() for m in parse.all(clause, "mark")}
    leading = all(c < verb for c in parse.all(verb, *_CLAUSES)) and verb < clause
    return leading and bool(marks & {"because", "if", "unless", "although", "though", "so"}) and parse.words[parse.left(clause) - 1] == ","


def _characterization(clauses: Clauses, verb: int) -> list[tuple[int, int]]:
    """What a thing is taken for: after "as", or a second object."""
    parse = clauses.parse
    taken = [p for p in parse.all(verb, "prep") if parse.words[p].lower() == "as"] + parse.all(verb, "oprd", "xcomp", "ccomp")
    return [reach(clauses, token) for token in taken if token > verb]


def _near(clauses: Clauses, verb: int, quote: tuple[int, int]) -> bool:
    """A quotation is the verb's when no other verb of reporting lies between them."""
    parse = clauses.parse
    low, high = (verb + 1, quote[0]) if verb < quote[0] else (quote[1], verb)
    return not any(parse.pos[i] == "VERB" and _reports(clauses, i) for i in range(low, high))


def _reports(clauses: Clauses, verb: int) -> bool:
    """Whether a verb is one of reporting, be it only with a that-clause ("adding that")."""
    lemma, reporting = clauses.parse.lemmas[verb], clauses.lexicon.reporting_verbs
    return lemma in reporting or (f"{lemma} that" in reporting and clauses.parse.child(verb, "ccomp") is not None)


def _inserted(clauses: Clauses, verb: int) -> bool:
    """ "The dam, officials said, will hold": the cue has a subject, no complement, and commas around it."""
    parse = clauses.parse
    first, last = reach(clauses, verb)
    start, after = parse.sentences[parse.sentence_of[verb]]
    marks = (",", '"', ".")
    closed = (first == start or parse.words[first - 1] in marks or parse.words[first] in marks) and (
        last + 1 >= after or parse.words[last + 1] in marks or parse.words[last] in marks
    )
    return closed and bool(parse.all(verb, *SUBJECTS)) and not parse.all(verb, "dobj", "mark", "advmod")
