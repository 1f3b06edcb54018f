"""What polls, records and audits show or find, where no clause with "that" tells it: "Polls show Ruiz leading", "In a survey, …"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import SUBJECTS, Clauses
from kg.extract.cues import leads, reach, without
from kg.extract.drafts import Saying

_SHARES = frozenset({"percent", "%", "per", "point", "respondent", "voter", "margin", "lead"})


def by_record(clauses: Clauses, verb: int) -> Iterator[Saying]:
    """ "Polls show Ruiz leading the mayor", "Records show payments to the club", "The survey found the party ahead of its rivals"."""
    parse = clauses.parse
    subject = next(iter(clauses.subjects(verb)), None)
    if (
        subject is None
        or parse.lemmas[verb] not in ("show", "find")
        or parse.tags[verb] == "VB"
        or parse.child(verb, "neg", "auxpass", "dative") is not None
    ):
        return
    source = clauses.antecedent(subject)
    if parse.lemmas[source] not in clauses.lexicon.words("evidence") or clauses.is_named(source):
        return
    shown = [c for c in parse.all(verb, "ccomp", "dobj") if c > verb and parse.child(c, "mark") is None]
    if not shown:
        return
    first, last = reach(clauses, shown[0])
    beside = [p for p in parse.all(verb, "prep", "advmod", "oprd") if p > shown[0] and parse.left(p) == last + 1]
    yield Saying(verb, source, [(first, parse.right(beside[0]) if beside else last)], "actual", "reporting-verb", verb, event=verb)


def in_survey(clauses: Clauses, prep: int) -> Iterator[Saying]:
    """ "In a poll released on Monday, 50 percent chose Ruiz": what is told after it is from the poll, and is no happening at an election ("the May
    polls")."""
    parse = clauses.parse
    poll, verb = parse.child(prep, "pobj"), parse.heads[prep]
    if poll is None or parse.words[prep].lower() not in ("in", "by") or parse.pos[verb] not in ("VERB", "AUX"):
        return
    surveys = parse.lemmas[poll] == "survey" or (parse.lemmas[poll] == "poll" and _of_opinions(clauses, poll, verb))
    if surveys and leads(clauses, prep, verb) and parse.child(verb, *SUBJECTS, "nsubjpass") is not None:
        yield Saying(prep, poll, without(reach(clauses, verb), reach(clauses, prep)), "actual", "in-view", prep)


def _of_opinions(clauses: Clauses, poll: int, verb: int) -> bool:
    """Whether a poll is a survey: it was released or made by somebody, or shares of people are told."""
    parse = clauses.parse
    begin, after = parse.sentences[parse.sentence_of[verb]]
    made = any(parse.lemmas[c] in ("release", "publish", "conduct", "take", "commission") for c in parse.all(poll, "acl", "relcl"))
    return parse.tags[poll] == "NN" and (made or any(parse.lemmas[i] in _SHARES for i in range(begin, after)))
