"""Who is left with what a saying tells where its speaker does not say so: "did not say that …", "denied accusations that …"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.attribution import Sayings
from kg.extract.clauses import Clauses
from kg.extract.drafts import Draft, Saying
from kg.extract.phrases import finite
from kg.extract.polarity import is_negative
from kg.parse import QUOTATION_MARKS

_FOCUS = frozenset({"only", "just", "merely", "simply", "explicitly", "directly", "immediately"})  # what the "not" is about instead
_NOUN = "reporting-noun"
_ONES_OWN = frozenset({"i", "we", "you"})


def leave(clauses: Clauses, drafts: Sequence[Draft], sayings: Sayings) -> None:
    """Set who is left with what each saying tells: nobody where it was not said, who denies it where an accusation is denied."""
    negative = {draft.trigger for draft in drafts if draft.trigger in sayings.by_cue and is_negative(clauses, draft)}
    for saying in sayings:
        outer = sayings[saying.parent] if saying.parent is not None else None
        if saying.cue in negative:
            _not_said(clauses, saying)
        elif saying.rule == "reporting-verb" and saying.modality == "actual" and _yet_to_say(clauses, saying):
            saying.modality = "possible"
        elif saying.rule == _NOUN and _taken_back(clauses, saying.cue):
            saying.modality, saying.left_to = "possible", saying.parent
        elif outer is None or outer.modality != "denied" or outer.cue in negative:
            continue
        elif saying.rule == _NOUN and clauses.parse.heads[saying.cue] == outer.cue:
            saying.left_to = saying.parent  # "denied accusations that he lied": it is the denier who says that he did not
        elif clauses.parse.heads[saying.cue] == outer.cue and clauses.parse.deps[saying.cue] in ("ccomp", "xcomp"):
            saying.modality, saying.parent, saying.left_to = "possible", outer.parent, outer.parent  # "denied saying that they had left"


def _not_said(clauses: Clauses, saying: Saying) -> None:
    """ "did not say that they left" leaves open whether they did; "did not say why they left", "did not disclose that they left" takes it as so."""
    parse, cue = clauses.parse, saying.cue
    told = parse.child(cue, "ccomp")
    accuses = saying.modality == "alleged" and saying.rule == "reporting-verb" and parse.child(cue, "xcomp") is None
    if told is None and accuses:
        excuses = any(parse.words[c].lower() in ("can", "ca", "could") for c in parse.all(cue, "aux"))  # "you cannot blame him for leaving"
        saying.modality, saying.left_to = "actual" if excuses else "possible", saying.parent  # "has never blamed them for stealing it"
    focused = any(parse.words[c].lower() in _FOCUS for c in parse.all(cue, "advmod"))
    if told is None or focused or saying.modality not in ("actual", "alleged") or not finite(parse, told):
        return
    saying.left_to = saying.parent
    asked = parse.tags[parse.left(told)] in ("WRB", "WP", "WDT")
    if not asked and parse.lemmas[cue] not in clauses.lexicon.words("disclosing"):
        saying.modality = "possible"


def _yet_to_say(clauses: Clauses, saying: Saying) -> bool:
    """ "Critics will say that he lied", "would argue that …": what others are only thought to say; who says "I would say" says it."""
    parse = clauses.parse
    speaker = parse.words[saying.source].lower() if saying.source is not None else "i"
    auxiliaries = {parse.words[c].lower() for c in parse.all(saying.cue, "aux")}
    quoted = any(parse.words[first] in QUOTATION_MARKS for first, _ in saying.content)  # ""…," she will say, according to her office"
    yet = not quoted and auxiliaries & {"will", "would", "may", "might", "'ll", "’ll"} and "have" not in auxiliaries
    return bool(yet) and speaker not in _ONES_OWN and parse.child(saying.cue, "ccomp") is not None and not parse.quoted(saying.cue, saying.source)


def _taken_back(clauses: Clauses, noun: int) -> bool:
    """ "retracted its report that …", "withdrew the allegation that …"."""
    parse = clauses.parse
    return parse.deps[noun] in ("dobj", "nsubjpass") and parse.lemmas[parse.heads[noun]] in clauses.lexicon.words("retraction")
