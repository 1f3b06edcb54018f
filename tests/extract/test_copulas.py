"""Being something, told as a happening: who is what, for how long, and when nothing says who "he" is."""

from __future__ import annotations

import pytest

from tests.parses import read


def told(text: str) -> tuple[set[str], str | None]:
    """What the one event of being says of whom: each role with its words, and its time."""
    extraction = read(text)
    event = next(e for e in extraction.events if e.rule == "copula")
    roles = {(role.role, role.span) for role in event.roles} | set(event.beside)
    times = {time.id: time.value for time in extraction.times}
    return {f"{role}: {text[span[0] : span[1]]}" for role, span in roles}, times.get(event.time or "")


@pytest.mark.parametrize(
    ("text", "roles", "time"),
    [
        # a pronoun that nothing explains keeps its office
        ("She is the director of the museum.", {"agent: She", "attribute: the director of the museum"}, None),
        ("He was the chairman of the bank in 2003.", {"agent: He", "attribute: the chairman of the bank"}, "2003"),
        ("They became members of the council.", {"agent: They", "attribute: members of the council"}, None),
        # an office that was held for a time
        ("Mara Holt was the president of Kenya in 1994.", {"agent: Mara Holt", "attribute: the president of Kenya"}, "1994"),
        ("In 2010 Ana Ruiz was the mayor of Lima.", {"agent: Ana Ruiz", "attribute: the mayor of Lima"}, "2010"),
        ("Paul Meier was the captain of Chelsea in 1968.", {"agent: Paul Meier", "attribute: the captain of Chelsea"}, "1968"),
        # each of several things that somebody or something is
        (
            "Rome is the capital and the largest city of Italy.",
            {"agent: Rome", "attribute: the capital", "attribute: the largest city of Italy"},
            None,
        ),
        ("The tanker was a floating store and a prison.", {"agent: The tanker", "attribute: a floating store", "attribute: a prison"}, None),
    ],
)
def test_being(text: str, roles: set[str], time: str | None) -> None:
    assert told(text) == (roles, time)


@pytest.mark.parametrize(
    ("text", "lemma", "roles"),
    [
        # the state or the company that something is in
        ("The fire is under control.", "be", {"agent: The fire", "attribute: control"}),
        ("Norda is in talks with a bank.", "be", {"agent: Norda", "attribute: talks with a bank"}),
        ("Two strikers were among the injured.", "be", {"agent: Two strikers", "attribute: the injured"}),
        ("The firm remained in trouble until May.", "remain", {"agent: The firm", "attribute: trouble"}),
    ],
)
def test_being_in_a_state(text: str, lemma: str, roles: set[str]) -> None:
    event = next(e for e in read(text).events if e.rule == "copula-phrase")
    assert event.lemma == lemma
    assert {f"{role}: {text[span[0] : span[1]]}" for role, span in {(r.role, r.span) for r in event.roles}} == roles


@pytest.mark.parametrize(
    "text",
    [
        "The market is livelier than it was before the flood in the old town.",  # what it was is told before
        "Fans were as worried about money as they were about the coach.",
        "The share was up by two percent.",
        "Support for the party was up, from nine percent to ten percent.",
        "The worst thing is, at this point, to give a wrong impression.",
        "Kane was out for five at the start of the slide.",
    ],
)
def test_what_is_compared_or_graded_is_no_state(text: str) -> None:
    assert not [e for e in read(text).events if e.rule == "copula-phrase"]


@pytest.mark.parametrize(
    "text",
    [
        "It is the prospect of rain that worries the farmers.",  # nothing is the prospect
        "What's next for the club?",
        "Klein is an American.",  # and not the nation
        "The losers were Chile, Peru, where a third lives, and Ghana.",  # which are more than one of them
    ],
)
def test_what_is_no_being(text: str) -> None:
    assert not [e for e in read(text).events if e.rule in ("copula", "adjective")]


@pytest.mark.parametrize(
    ("text", "lemma", "roles"),
    [
        ("The race is too close to call.", "close", {"agent: The race"}),  # nobody calls it
        ("The pond is so polluted that farmers leave.", "polluted", {"agent: The pond", "result: leave"}),
        ("Many buses are more than 20 years old.", "old", {"agent: Many buses", "attribute: more than 20 years"}),
        ("The shares are worth nine dollars.", "worth", {"agent: The shares", "attribute: nine dollars"}),
        ("The wound was worse in May.", "worse", {"agent: The wound"}),  # and need not be bad
        ("Spending was error-strewn in May.", "error-strewn", {"agent: Spending"}),
        ("The museum is state-owned.", "state-owned", {"agent: The museum"}),
        ("The stadium is ready to open.", "ready", {"agent: The stadium", "topic: open"}),
        ("The firm bought a mine that officials say is unsafe.", "unsafe", {"agent: that"}),
        ("The film, which critics say is dull, won a prize.", "dull", {"agent: which"}),
    ],
)
def test_adjectives(text: str, lemma: str, roles: set[str]) -> None:
    event = next(e for e in read(text).events if e.rule == "adjective")
    assert event.lemma == lemma
    assert {f"{r.role}: {text[r.span[0] : r.span[1]]}" for r in event.roles} == roles


def test_who_is_congratulated_on_becoming_something_becomes_it() -> None:
    text = "The mayor congratulated the nurse on becoming a doctor."
    event = next(e for e in read(text).events if e.lemma == "become")
    assert ("agent", "the nurse") in {(r.role, text[r.span[0] : r.span[1]]) for r in event.roles}
