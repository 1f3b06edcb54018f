"""Whether a telling has the codes of its event type: codes of violence are for deeds, others for what actors do to those whom the type names."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.drafts import Draft
from kg.lexicon import EventType, Lexicon
from kg.model import Entity, Role
from kg.parse import Parse

#: Words for fillers, as ``kg:coded`` has them, and the types of entities that they stand for; "event" is a happening.
FILLERS = {
    "somebody": frozenset({"Person", "Group", "Organization", "GovernmentOrganization", "NewsMediaOrganization", "Country", "State"}),
    "party": frozenset({"Person", "Group", "Organization", "GovernmentOrganization", "Country", "State"}),  # no medium
    "somewhere": frozenset({"Country", "State", "City", "Place", "Facility", "BodyOfWater"}),
    "thing": frozenset({"Thing", "Law", "Product"}),
    "built": frozenset({"Facility", "Vehicle", "Vessel", "Product"}),
}


class Codes:
    """Judges the tellings of one document."""

    def __init__(self, parse: Parse, lexicon: Lexicon, entities: list[Entity]) -> None:
        self._parse, self._lexicon, self._entities = parse, lexicon, entities
        self._of_document: tuple[bool, bool] | None = None

    def hold(self, kind: EventType, draft: Draft, roles: Iterable[Role]) -> bool:
        roles = list(roles)
        if kind.plover == "ASSAULT" and draft.lemma in self._lexicon.words("harm") and self._is_mishap(draft, roles):
            return False
        return all(self._filled(rule, roles) for rule in kind.coded)

    def _filled(self, rule: str, roles: list[Role]) -> bool:
        """ "patient: somebody event": one of those who fill the role, if anybody does, is of these kinds; with "!" in front somebody has to."""
        slots, _, kinds = rule.partition(": ")
        told = [self._type(role.entity) for role in roles if role.role in slots.lstrip("!").split("|")]
        if not told:
            return not slots.startswith("!")
        return any(kind == asked or kind in FILLERS.get(asked, ()) for kind in told for asked in kinds.split())

    def _type(self, filler: str) -> str:
        return self._entities[int(filler[1:]) - 1].type if filler.startswith("e") else "event"

    def _is_mishap(self, draft: Draft, roles: list[Role]) -> bool:
        """Whether a death, an injury or a blast is told as of an accident, of nature or of an illness, and nobody does it."""
        if any(role.role == "agent" and self._type(role.entity) in FILLERS["somebody"] for role in roles):
            return False
        first, after = self._parse.sentences[self._parse.sentence_of[draft.trigger]]
        mishap, force = self._told(range(first, after))
        if not mishap and not force:
            if self._of_document is None:
                self._of_document = self._told(range(len(self._parse)))
            mishap, force = self._of_document
        return mishap and not force

    def _told(self, tokens: range) -> tuple[bool, bool]:
        """Whether words of mishaps are among the tokens, and words of force."""
        lexicon, lemmas = self._lexicon, self._parse.lemmas
        mishaps, forces = lexicon.words("mishap"), lexicon.words("force") | (lexicon.weapons - lexicon.words("mishap"))
        phrases = {i: f"{lemmas[self._parse.heads[i]]} {lemmas[i]}" for i in tokens}  # "open fire" is no fire
        words = {lemmas[i].lower() for i in tokens if phrases[i] not in lexicon.verbs and not self._pit(i)}
        nouns = {lexicon.nouns[word] for word in words if word in lexicon.nouns}
        verbs = {lexicon.verbs[word] for word in (*words, *phrases.values()) if word in lexicon.verbs}
        mishap = bool(words & mishaps) or any(self._under(kind, "Disaster") for kind in nouns)
        deed = any(self._under(kind, "Assault") and kind != "Killing" for kind in nouns | verbs)
        return mishap, deed or bool(words & forces)

    def _pit(self, token: int) -> bool:
        """Whether what may be a weapon is none by the word before it: "a coal mine"."""
        mishaps = self._lexicon.words("mishap")
        weapon = self._parse.lemmas[token].lower() in self._lexicon.weapons
        return weapon and any(self._parse.lemmas[c].lower() in mishaps for c in self._parse.all(token, "compound"))

    def _under(self, kind: str, parent: str) -> bool:
        frame = self._lexicon.event_types.get(kind)
        return frame is not None and (kind == parent or parent in frame.parents)
