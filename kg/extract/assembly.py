"""From drafts over tokens to the events, attributions, times and quantities of :mod:`kg.model`."""

from __future__ import annotations

from collections.abc import Sequence

from kg.claims import Holding
from kg.extract.attribution import Sayings
from kg.extract.binding import expletive
from kg.extract.clauses import Clauses
from kg.extract.codes import Codes
from kg.extract.drafts import ITSELF, Draft, Relation, Saying
from kg.extract.factuality import said_modality, stance
from kg.extract.gaps import noun_of_stranded, stranded
from kg.extract.occasions import Occasions
from kg.extract.participants import Participants
from kg.extract.quantities import Amount
from kg.extract.reckoning import Reckoning
from kg.extract.times import Time
from kg.extract.wordings import Wordings
from kg.model import Attribution, Event, Quantity, Role, Span, TimeExpression
from kg.parse import QUOTATION_MARKS


def kept(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts worth telling: verbs with a participant or a place, and every noun that tells of a happening; of one word that which says most."""
    best: dict[int, Draft] = {}
    nouns = {draft.trigger: draft.light for draft in drafts if draft.nominal}
    for draft in drafts:
        if draft.rule.startswith("verb-passive") and draft.type == "Event" and [nouns.get(t) for _, t in draft.slots] == [draft.trigger]:
            continue  # "the remarks were made": the remarks tell it, with what stands beside them
        rival = best.get(draft.trigger)
        if (draft.slots or draft.places or draft.nominal) and (rival is None or len(draft.slots) > len(rival.slots)):
            best[draft.trigger] = draft
    return list(best.values())


def trigger_ids(clauses: Clauses, drafts: Sequence[Draft]) -> dict[int, str]:
    """Trigger token → identifier; a copula leads to its adjective's event, a light verb to its noun's."""
    ids: dict[int, str] = {draft.trigger: f"v{n}" for n, draft in enumerate(drafts, 1)}
    for n, draft in enumerate(drafts, 1):
        if draft.rule == "adjective":
            ids.setdefault(clauses.parse.heads[draft.trigger], f"v{n}")
        if draft.light is not None:
            ids.setdefault(draft.light, f"v{n}")  # "remarks were made", where the remarks alone are told
    return ids


def to_times(clauses: Clauses, times: Sequence[Time]) -> list[TimeExpression]:
    return [TimeExpression(f"t{n}", clauses.parse.span(t.first, t.last), t.type, t.value, t.begin, t.end) for n, t in enumerate(times, 1)]


def to_quantities(clauses: Clauses, amounts: Sequence[Amount], participants: Participants) -> list[Quantity]:
    found = []
    for n, amount in enumerate(amounts, 1):
        of = participants.of(amount.counted) if amount.counted is not None else None
        found.append(
            Quantity(f"q{n}", clauses.parse.span(amount.first, amount.last), amount.value, amount.bound, amount.unit, amount.min, amount.max, of)
        )
    return found


def to_attributions(clauses: Clauses, sayings: Sequence[Saying], participants: Participants) -> tuple[list[Attribution], dict[int, str]]:
    """Attributions with a source's words, be it known or not whose, and quotations; index of a saying → attribution that holds for what it says."""
    parse = clauses.parse
    sources = [participants.source(s.source) if s.source is not None else None for s in sayings]
    ids: dict[int, str] = {}
    for n, saying in enumerate(sayings):
        if saying.source is not None or saying.rule == "quotation" or _of_somebody(clauses, saying):
            ids[n] = f"a{len(ids) + 1}"
    found = []
    for n, identifier in list(ids.items()):
        saying = sayings[n]
        span = parse.span(*clauses.phrase(saying.source)) if saying.source is not None else None
        parent = _other(_outer(saying.parent, sayings, ids), n, sayings, ids, sources)
        content = tuple(parse.span(first, last) for first, last in saying.content)
        found.append(
            Attribution(identifier, (span,) if span else (), (parse.span(saying.cue, max(saying.cue, saying.cue_last)),), content, sources[n], parent)
        )
    for n in range(len(sayings)):
        outer = _outer(n, sayings, ids)
        if outer is not None:
            ids.setdefault(n, ids[outer])
    return found, {n: ids[held] for n in range(len(sayings)) if (held := _outer(_held_by(sayings, n), sayings, ids)) is not None}


def _held_by(sayings: Sequence[Saying], n: int) -> int | None:
    """The number of the saying that has what a saying tells: itself, or who denies it; none where nobody says so."""
    seen: set[int] = set()
    at: int | None = n
    while at is not None and at not in seen and sayings[at].left_to != ITSELF:
        seen.add(at)
        at = sayings[at].left_to
    return at


def _of_somebody(clauses: Clauses, saying: Saying) -> bool:
    """ ""I left the club," said the 20-year-old": words quoted are somebody's, though nobody is known for them."""
    told = saying.rule == "reporting-verb" and saying.modality == "actual" and saying.parent is None
    finite = clauses.parse.tags[saying.cue] in ("VBD", "VBZ")
    return told and finite and any(clauses.parse.words[first] in QUOTATION_MARKS for first, _ in saying.content)


def _other(parent: int | None, n: int, sayings: Sequence[Saying], ids: dict[int, str], sources: Sequence[str | None]) -> str | None:
    """The identifier of the nearest attribution around a saying that is not to its own speaker: nobody is a source for his own words twice."""
    seen: set[int] = set()
    while parent is not None and parent not in seen and sources[parent] is not None and sources[parent] == sources[n]:
        seen.add(parent)
        parent = _outer(sayings[parent].parent, sayings, ids)
    return ids[parent] if parent is not None else None


def _outer(n: int | None, sayings: Sequence[Saying], ids: dict[int, str]) -> int | None:
    """The number of a saying, or of the nearest one around it that has a source."""
    seen: set[int] = set()
    while n is not None and n not in seen:
        if n in ids:
            return n
        seen.add(n)
        n = sayings[n].parent
    return None


class Events:
    """Turns drafts into events with resolved participants."""

    def __init__(
        self,
        clauses: Clauses,
        participants: Participants,
        drafts: Sequence[Draft],
        occasions: Occasions,
        amounts: Sequence[Amount],
        attributions: dict[int, str],
    ) -> None:
        self._clauses, self._parse, self._participants = clauses, clauses.parse, participants
        self._attributions = attributions
        self._occasions = occasions
        self._wordings = Wordings(clauses, participants, {draft.trigger: draft for draft in drafts})
        self.prepositions: dict[tuple[str, str], str] = {}  # event, participant -> the preposition that a verb has it by
        self._reckoning = Reckoning(clauses, amounts)
        self._codes = Codes(clauses.parse, clauses.lexicon, participants.entities)

    def event(self, draft: Draft, identifier: str) -> Event:
        """The event of one draft; a nominal one is also mentioned by its phrase."""
        parse, lexicon = self._parse, self._clauses.lexicon
        kind = lexicon.event_types.get(draft.type)
        roles, seen, beside = [], {identifier}, []
        for role, token in draft.slots:
            described = parse.deps[draft.trigger] == "acl" and parse.heads[draft.trigger] == token
            target = self._participants.itself(token) if described else self._participants.of(token)
            if target is not None and target not in seen:
                seen.add(target)
                roles.append(Role(role, self._span_of(token), target))
                self.prepositions[identifier, target] = self._preposition(draft, role, token)
            elif target is None and self._unexplained(token):
                beside.append((role, parse.span(token, token)))
        scene = {self._participants.of(token): token for token in reversed(draft.places)}
        places = [p for p in map(self._participants.of, dict.fromkeys(draft.places)) if p is not None and p.startswith("e") and p not in seen]
        roles += [Role("place", self._span_of(scene[p]), p) for p in dict.fromkeys(places[1:]) if p != places[0]]
        phrase = self._clauses.phrase(self._clauses.counting(draft.trigger)) if draft.nominal else draft.phrase
        if draft.nominal:
            self._participants.mention(parse.span(*phrase), identifier, "nominal", "event-phrase")
        wording, when, through = self._wordings.of(draft), self._occasions.of(draft), self._occasions.through(draft)
        coded = kind if kind is not None and self._codes.hold(kind, draft, roles) else None
        return Event(
            id=identifier,
            trigger=parse.span(draft.trigger, draft.trigger),
            lemma=draft.lemma,
            type=draft.type,
            phrase=parse.span(*phrase),
            sentence=parse.sentence_of[draft.trigger],
            rule=draft.rule,
            roles=tuple(roles),
            nominal=draft.nominal,
            time=f"t{when[0]}" if when else None,
            since=when is not None and when[1] == "since",
            until=when is not None and when[1] == "until",
            through=f"t{through}" if through else None,
            where=self._where(scene[places[0]]) if places else "in",
            place=places[0] if places else None,
            quantities=tuple(f"q{q}" for q in self._reckoning.of(draft)),
            polarity=draft.polarity,
            modality=self._occasions.ahead.modality(draft) if draft.modality == "actual" and self._occasions.to_come(draft) else draft.modality,
            attribution=self._attributions.get(draft.attribution) if draft.attribution is not None else None,
            predicate="isA" if draft.rule == "copula" else kind.predicate if kind else None,
            plover=coded.plover if coded else None,
            cameo=coded.cameo if coded else None,
            words=tuple(parse.span(first, last) for first, last in wording.ranges),
            called=self._participants.of(wording.subject) if wording.subject is not None else None,
            beside=tuple(dict.fromkeys([*beside, *(("oblique", self._span_of(token)) for token in draft.obliques)])),
        )

    def _unexplained(self, token: int) -> bool:
        """Whether a token is a pronoun that stands for somebody or something, though nothing in the document says for whom."""
        parse = self._parse
        demonstrative = parse.words[token].lower() in ("this", "that", "these", "those")
        return parse.pos[token] == "PRON" and (parse.tags[token] == "PRP" or demonstrative) and not expletive(self._clauses, token)

    def relations(self, relations: Sequence[Relation], sayings: Sayings) -> list[Holding]:
        """Lasting relations between resolved participants, each attributed as the words around it are."""
        found = []
        for relation in relations:
            subject, target = self._participants.of(relation.subject), self._participants.of(relation.object)
            if subject == target and relation.rule == "appositive":
                target = self._participants.as_described(relation.object)
            if subject is None or target is None or subject == target or not subject.startswith("e"):
                continue
            n = sayings.innermost(relation.cue)
            if n is not None and relation.rule in ("title", "description") and not self._quoted(relation.cue, sayings[n]):
                n = None  # "said that Senator Paul lied": who he is, the writer tells
            aside = relation.rule == "appositive" and n is not None and not self._quoted(relation.cue, sayings[n])
            polarity, modality = "positive", "actual" if aside else said_modality(sayings, n)
            if relation.rule == "copula-office":
                polarity, modality = stance(self._clauses, relation.cue, sayings)
            found.append(
                Holding(
                    subject,
                    relation.predicate,
                    target,
                    self._parse.sentence_of[relation.cue],
                    relation.rule,
                    self._attributions.get(n) if n is not None else None,
                    polarity,
                    modality,
                )
            )
        return found

    def _quoted(self, token: int, saying: Saying) -> bool:
        """Whether a token stands between quotation marks, of its sentence or of a longer quotation."""
        around = (first for first, last in saying.content if first <= token <= last)
        return self._parse.quoted(token) or any(self._parse.words[first] in QUOTATION_MARKS for first in around)

    def _preposition(self, draft: Draft, role: str, token: int) -> str:
        """The preposition that stands between a happening and one of its participants, "" for none or where the relation's name holds it already."""
        parse, clauses = self._parse, self._clauses
        whole = clauses.counting(token)
        while parse.deps[whole] == "conj" and parse.pos[parse.heads[whole]] not in ("VERB", "AUX"):
            whole = parse.heads[whole]
        prep = parse.heads[whole]
        if draft.nominal:
            beside = parse.deps[whole] == "pobj" and parse.deps[prep] == "prep" and parse.heads[prep] in (draft.trigger, draft.light)
            word = parse.words[prep].lower()
            kind = clauses.lexicon.event_types.get(draft.type)
            against = kind is not None and any(verb.endswith(f" {word}") and verb.partition(" ")[0] in draft.lemma for verb in kind.verbs)
            return word if beside and (role != "patient" or word == "with" or against) else ""  # "an attack on the port" attacks it
        lone = stranded(clauses, draft.trigger)
        if lone is not None and noun_of_stranded(clauses, draft.trigger) == token:
            return "" if draft.lemma.endswith(f" {parse.words[lone].lower()}") else parse.words[lone].lower()
        if parse.deps[whole] not in ("pobj", "pcomp") or parse.pos[prep] not in ("ADP", "SCONJ") or parse.deps[prep] == "agent":
            return ""
        while parse.deps[prep] == "prep" and parse.heads[prep] == prep - 1 and parse.pos[prep - 1] == "ADP":
            prep -= 1  # "out of"
        words = parse.text(prep, parse.heads[whole]).lower()
        owner = parse.heads[prep] if parse.heads[prep] != draft.phrase[1] else draft.trigger  # "took advantage of it"
        return words if owner == draft.trigger and (role == "goal" or not draft.lemma.endswith(f" {words}")) else ""

    def _where(self, place: int) -> str:
        """The preposition before a place; of a modifier ("the Lyon crash") "in"."""
        place = self._clauses.counting(place)  # "in one of the towns"
        head = self._parse.heads[place]
        while self._parse.deps[place] == "conj" and head != place:
            place, head = head, self._parse.heads[head]
        return self._parse.words[head].lower() if self._parse.deps[place] == "pobj" else "in"

    def _span_of(self, token: int) -> Span:
        if self._parse.pos[token] in ("VERB", "AUX"):
            return self._parse.span(token, token)
        return self._parse.span(*self._clauses.phrase(token))
