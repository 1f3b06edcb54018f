"""What the stages of extraction hand to one another: records over token numbers, before they get identifiers and offsets."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Types of those who act; with those that speak for whoever governs there; and of where something happens.
DOERS = frozenset({"Person", "Group", "Organization", "GovernmentOrganization", "NewsMediaOrganization", "Country"})
ACTORS = DOERS | {"State", "City"}
PLACES = frozenset({"Country", "State", "City", "Place", "BodyOfWater", "Facility"})


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: tokens ``first`` to ``last`` (both included), syntactically headed by ``head``.

    ``key`` is the gazetteer's key where the name is listed, or that of a national institution ("united-states:military"); ``votes`` are
    types that the context speaks for, with weights.
    """

    first: int
    last: int
    head: int
    text: str
    rule: str
    key: str | None = None
    votes: tuple[tuple[str, float], ...] = ()


@dataclass(slots=True)
class Draft:
    """An event in the making: its trigger token, and role fillers as head tokens."""

    trigger: int
    lemma: str
    type: str
    rule: str
    nominal: bool = False
    phrase: tuple[int, int] = (0, 0)  # first and last token of the relation's words
    slots: list[tuple[str, int]] = field(default_factory=list)  # (role, head token)
    places: list[int] = field(default_factory=list)  # head tokens
    adjuncts: list[int] = field(default_factory=list)  # prepositions and adverbials that no role took: where times are found
    obliques: list[int] = field(default_factory=list)  # head tokens of phrases beside a verb that are in no role of the graph
    light: int | None = None  # the light verb that carries a nominal event
    polarity: str = "positive"
    modality: str = "actual"
    attribution: int | None = None  # index in the list of attributions

    def fillers(self, role: str) -> list[int]:
        return [token for name, token in self.slots if name == role]

    def add(self, role: str, token: int) -> None:
        """Fill a role once; an event is no participant of itself."""
        if token != self.trigger and token not in [t for _, t in self.slots]:
            self.slots.append((role, token))


ITSELF = -1


@dataclass(slots=True)
class Saying:
    """An attribution in the making, over token numbers."""

    cue: int
    source: int | None  # head token of the source's phrase
    content: list[tuple[int, int]]  # token ranges, both ends included
    modality: str  # what the cue leaves its content
    rule: str
    cue_last: int = -1
    parent: int | None = None
    event: int | None = None  # trigger of the event of saying, when there is one
    left_to: int | None = ITSELF  # number of the saying that has the content instead; None: nobody has it


@dataclass(frozen=True, slots=True)
class Relation:
    """A lasting relation between two participants, by head tokens."""

    subject: int
    predicate: str
    object: int
    cue: int
    rule: str
    known: bool = True
