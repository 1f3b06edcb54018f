"""How a claim stands, in words: nothing that is alleged, planned or denied is ever worded as a fact."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby

from kg.mentions import without_doer
from kg.model import MODALITIES
from kg.views.evidence import Evidence, Thing
from kg.views.layout import count

#: How a claim is put forward, by modality: in the document's own voice, and in somebody's mouth.
_STANDING = {
    "actual": ("stated", "according to {by}"),
    "alleged": ("alleged", "alleged by {by}"),
    "possible": ("called possible", "called possible by {by}"),
    "planned": ("planned", "planned, according to {by}"),
    "hypothetical": ("only supposed", "only supposed by {by}"),
    "denied": ("denied", "denied by {by}"),
}
#: What is negated carries its negation in its own words as a rule ("did not sign"), so this must not sound like a second one.
_NEGATED = ", in the negative"
_NEGATION = re.compile(r"\b(?:not|no|never|neither|nor|cannot|none|nobody|nothing)\b|n['’]t\b", re.IGNORECASE)


def voice(one: Evidence) -> str:
    """Who says it: "Ana Ruiz", "officials, as told by Reuters"; empty for the document's own voice."""
    return ", as told by ".join(label for label, _ in groupby(speaker.label for speaker in one.speakers))


def standing(one: Evidence) -> str:
    """How one claim stands: "stated", "alleged by Ana Ruiz", "according to the ministry, in the negative"."""
    own, told = _STANDING[one.modality]
    return (told.format(by=voice(one)) if one.speakers else own) + (_NEGATED if one.polarity == "negative" else "")


def standings(evidence: Iterable[Evidence]) -> str:
    """How several claims of one thing stand, the firmest first: "stated in 2 documents; denied by Ana Ruiz"."""
    documents: dict[tuple[bool, int, bool, str], set[str]] = defaultdict(set)
    for one in evidence:
        documents[one.denies, MODALITIES.index(one.modality), bool(one.speakers), standing(one)].add(one.article.id)
    ordered = sorted(documents)
    several = len(ordered) > 1 or any(len(found) > 1 for found in documents.values())
    return "; ".join(f"{key[-1]} in {count(len(documents[key]), 'document')}" if several and not key[2] else key[-1] for key in ordered)


def status_word(status: str, evidence: Iterable[Evidence]) -> str:
    """What a happening's status is called for readers: "denied" only where somebody denies it, "negated" where all tell that it did not happen."""
    return "negated" if status == "denied" and all(one.polarity == "negative" and one.modality != "denied" for one in evidence) else status


def worded(what: str, evidence: Sequence[Evidence], disputed: bool = False) -> str:
    """What is told, worded by how it stands: plain where documents state it; else how it stands goes before it, so that nobody reads it as a fact.

    What some state and others allege, attribute or plan is plain with all of it behind; what is denied or disputed as well never is.
    """
    if any(one.asserts for one in evidence) and not any(one.denies for one in evidence) and not disputed:
        return what if all(one.asserts for one in evidence) else f"{what} ({standings(evidence)})"
    if not disputed and _NEGATION.search(what) and all(_states_not(one) for one in evidence):
        return what  # "Somalia has had no government" says by itself that it is not so
    return f"{standings(evidence)}: {what}"


def _states_not(one: Evidence) -> bool:
    return one.polarity == "negative" and one.modality == "actual" and not one.speakers


def place_in(one: Evidence) -> str:
    """Where the words stand: the document's id and date."""
    return ", ".join(filter(None, (one.article.id, one.article.date)))


def best_first(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The claims by how well they show the thing: what is stated before what is told, then by confidence."""
    return sorted(evidence, key=lambda e: (e.denies, MODALITIES.index(e.modality), bool(e.speakers), -e.confidence, e.article.date, e.claim))


def quotes(evidence: Iterable[Evidence]) -> list[tuple[str, str]]:
    """Each sentence once with the place where it stands, the best first."""
    return list(dict.fromkeys((one.sentence, place_in(one)) for one in best_first(evidence)))


def told_by(one: Evidence) -> str:
    """What a claim tells: its happening in words, or its triple."""
    return one.happening.label if one.happening else triple_words(one.subject, one.relation, one.object)


def triple_words(subject: Thing, relation: Thing, target: Thing) -> str:
    """A triple as a phrase: "Ana Ruiz – president of – Norland"."""
    first, last = without_doer(subject.label, target.label, told_of=True), without_doer(target.label, subject.label)
    return f"{first} – {relation.label} – {last}"
