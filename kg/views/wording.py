"""How a claim stands, in words: nothing that is alleged, planned or denied is ever worded as a fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.model import MODALITIES
from kg.views.evidence import Evidence
from kg.views.layout import count

#: How a claim is put forward, by polarity and modality: in the document's own voice, and in somebody's mouth.
_STANDING = {
    ("positive", "actual"): ("stated", "according to {by}"),
    ("positive", "alleged"): ("alleged", "alleged by {by}"),
    ("positive", "possible"): ("called possible", "called possible by {by}"),
    ("positive", "planned"): ("planned", "planned, according to {by}"),
    ("positive", "hypothetical"): ("only supposed", "only supposed by {by}"),
    ("positive", "denied"): ("denied", "denied by {by}"),
    ("negative", "actual"): ("said not to be so", "not so, according to {by}"),
    ("negative", "alleged"): ("alleged not to be so", "alleged by {by} not to be so"),
    ("negative", "possible"): ("called possibly not so", "called possibly not so by {by}"),
    ("negative", "planned"): ("not planned", "not planned, according to {by}"),
    ("negative", "hypothetical"): ("only supposed not to be so", "only supposed by {by} not to be so"),
    ("negative", "denied"): ("denied not to be so", "denied by {by} not to be so"),
}


def voice(one: Evidence) -> str:
    """Who says it: "Ana Ruiz", "officials, as told by Reuters"; empty for the document's own voice."""
    return ", as told by ".join(speaker.label for speaker in one.speakers)


def standing(one: Evidence) -> str:
    """How one claim stands: "stated", "alleged by Ana Ruiz", "not so, according to the ministry"."""
    own, told = _STANDING[one.polarity, one.modality]
    return told.format(by=voice(one)) if one.speakers else own


def standings(evidence: Iterable[Evidence]) -> str:
    """How several claims of one thing stand, the firmest first: "stated in 2 documents; denied by Ana Ruiz"."""
    documents: dict[tuple[bool, int, bool, str], set[str]] = defaultdict(set)
    for one in evidence:
        documents[one.denies, MODALITIES.index(one.modality), bool(one.speakers), standing(one)].add(one.article.id)
    ordered = sorted(documents)
    several = len(ordered) > 1 or any(len(found) > 1 for found in documents.values())
    return "; ".join(f"{key[-1]} in {count(len(documents[key]), 'document')}" if several and not key[2] else key[-1] for key in ordered)


def place_in(one: Evidence) -> str:
    """Where the words stand: the document's id and date."""
    return ", ".join(filter(None, (one.article.id, one.article.date)))


def best_first(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The claims by how well they show the thing: what is stated before what is told, then by confidence."""
    return sorted(evidence, key=lambda e: (e.denies, MODALITIES.index(e.modality), bool(e.speakers), -e.confidence, e.article.date, e.claim))


def quotes(evidence: Sequence[Evidence]) -> list[tuple[str, str]]:
    """Each sentence once with the place where it stands, the best first."""
    return list(dict.fromkeys((one.sentence, place_in(one)) for one in best_first(evidence)))


def relation_words(one: Evidence) -> str:
    """A lasting relation as a phrase: "Ana Ruiz, president of Norland"."""
    return f"{one.subject.label}, {one.relation.label} {one.object.label}"
