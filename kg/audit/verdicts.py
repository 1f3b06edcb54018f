"""The verdict on each sentence of a digest, with the sentence of an article that decides it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.audit.align import Articles, Evidence
from kg.audit.citations import supplied
from kg.audit.compare import Comparer, Difference, words_of
from kg.audit.coreferents import bearers, described, named
from kg.audit.likeness import Likeness
from kg.audit.people import People
from kg.audit.statements import Source, Statement, Word, statements
from kg.lexicon import Lexicon
from kg.model import Extraction, Ref
from kg.normalise import normalise

SUPPORTED, WRONG_CITATION, NOT_FOUND, NO_CLAIM = "supported", "wrong citation", "not found", "no claim to check"
_ENOUGH = 0.62  # share of a sentence's weight that its evidence has to contain
_SAME = 0.55  # share from which a sentence with another number is taken for the same statement
_ALONE = 0.4  # share that its first sentence has to contain by itself
_TIE = 0.1  # a sentence that agrees is believed before one that is closer by so little
_SHOWN = 3  # stretches of a sentence that are shown as not found
_GAP = 4  # words in a row that no evidence has: a part of the sentence that was not found
_HEADINGS = ("headline", "heading")


@dataclass(frozen=True, slots=True)
class Finding:
    """``evidence`` is the best of the articles' sentences, None where nothing is near; ``missing`` are words of the sentence that it has not."""

    statement: Statement
    verdict: str
    evidence: Evidence | None = None
    differences: tuple[Difference, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """Of the sentence's weight, what its evidence contains."""
        return self.evidence.share if self.evidence else 0.0

    @property
    def alone(self) -> float:
        """The same of the best sentence by itself."""
        return self.evidence.own if self.evidence else 0.0


def audit(digest: Extraction, articles: Sequence[Extraction], names: Mapping[Ref, str], lexicon: Lexicon) -> list[Finding]:
    """A finding for every sentence of the digest, in order. ``names`` maps entities of all documents to their keys across documents."""
    return Auditor(digest, articles, names, lexicon).findings()


class Auditor:
    def __init__(self, digest: Extraction, articles: Sequence[Extraction], names: Mapping[Ref, str], lexicon: Lexicon) -> None:
        likeness = Likeness(lexicon)
        names = {**names, **bearers(digest, articles, names)}
        self._told = statements(digest, names, lexicon, likeness)
        sentences = [s for x in articles for s in statements(x, names, lexicon, likeness)]
        self._articles = Articles(sentences)
        sources = {x.document.id: _source(x, names) for x in (digest, *articles)}
        people = People(sentences, {x.document.id: sources[x.document.id].named for x in articles}, lexicon, likeness)
        self._comparer = Comparer(sources, people, lexicon, likeness)
        self._supplied = supplied(digest.document, [x.document for x in articles])

    def findings(self) -> list[Finding]:
        return [self._finding(statement) for statement in self._told]

    def _finding(self, told: Statement) -> Finding:
        if told.block.kind in _HEADINGS or not (told.claims or told.quantities or told.quotes):
            return Finding(told, NO_CLAIM)
        absent = [n for n in told.cited if n not in self._supplied]
        notes = tuple(f"its source [{n}] was not supplied" for n in absent)
        cited = {doc for n in told.cited if (doc := self._supplied.get(n))}
        own = self._judge(told, self._articles.evidence(told, cited)) if cited else None
        if own is not None and own.verdict == SUPPORTED:
            return _noted(own, notes)
        wide = self._judge(told, self._articles.evidence(told))
        if own is None or absent:
            return _noted(wide if own is None or wide.verdict == SUPPORTED else own, notes)
        told_there = wide.alone >= _SAME or told.quantities or told.times  # numbers that agree tell statements apart, names and words alone do not
        if wide.verdict == SUPPORTED and told_there and own.evidence and [d.kind for d in own.differences] == ["date"]:
            return _noted(
                own, (*notes, f"{wide.evidence.doc if wide.evidence else ''} has it so")
            )  # what is cited tells of it, and dates it otherwise
        if wide.verdict == SUPPORTED and told_there:
            return Finding(told, WRONG_CITATION, wide.evidence, (), (), notes)
        return _noted(own if own.evidence or wide.verdict == SUPPORTED else wide, notes)

    def _judge(self, told: Statement, found: Sequence[Evidence]) -> Finding:
        judged = [(evidence, tuple(self._comparer.differences(told, evidence))) for evidence in found]
        whole = [(e, ds) for e, ds in judged if max(map(len, _runs(told, e)), default=0) < _GAP]
        altered = next(((e, ds) for e, ds in whole if ds and _shows(ds[0]) and e.share >= _SAME), None)
        counted = altered is not None and altered[1][0].kind == "number"
        for evidence, differences in whole:
            rival = altered is None or counted or (evidence.rank >= altered[0].rank - _TIE and evidence.own >= altered[0].own - _TIE)
            if evidence.share >= _ENOUGH and evidence.own >= _ALONE and rival and not differences:
                return Finding(told, SUPPORTED, evidence)
        if altered is not None:
            return Finding(told, f"altered {altered[1][0].kind}", *altered)
        best = judged[0] if judged else None
        if best is None:
            return Finding(told, NOT_FOUND)
        absent = tuple(dict.fromkeys(d.here for d in best[1] if not d.there))
        return Finding(told, NOT_FOUND, best[0], (), absent or self._stretches(told, best[0]))

    def _stretches(self, told: Statement, evidence: Evidence) -> tuple[str, ...]:
        """The longest stretches of the sentence that the evidence has not, in its own words and order."""
        runs = sorted(_runs(told, evidence), key=len, reverse=True)[:_SHOWN]
        return tuple(self._comparer.words(told.doc, (run[0].span[0], run[-1].span[1])) for run in sorted(runs, key=lambda run: run[0].span))


def _shows(difference: Difference) -> bool:
    """Whether the article has something else; of a quotation it is enough that it has not these words."""
    return bool(difference.there) or difference.kind == "quotation"


def _runs(told: Statement, evidence: Evidence) -> list[list[Word]]:
    """Words in a row that the evidence has not."""
    missing = {word.span for word in evidence.missing}
    runs: list[list[Word]] = [[]]
    for word in told.words:
        if word.span in missing:
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _noted(finding: Finding, notes: tuple[str, ...]) -> Finding:
    return Finding(finding.statement, finding.verdict, finding.evidence, finding.differences, finding.missing, (*finding.notes, *notes))


def _source(extraction: Extraction, names: Mapping[Ref, str]) -> Source:
    doc = extraction.document
    meant = named(extraction, names)
    unnamed = {e.id: e for e in extraction.entities if e.head and e.id not in meant}
    counted = frozenset((q.unit, q.value) for q in extraction.quantities)
    demonstrative = frozenset(m.span[0] for m in extraction.mentions if m.rule == "phrase-demonstrative")
    said = {a.id: a for a in extraction.attributions}
    return Source(doc.text, words_of(normalise(doc.text).text), doc.date, meant, unnamed, said, counted, demonstrative, described(extraction, meant))
