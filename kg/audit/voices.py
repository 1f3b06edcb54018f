"""Whose word it is.

What an article only has from somebody is no support for a digest that tells it as so, nor for one that has it from somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.audit.doers import Doers
from kg.audit.statements import Source, Statement
from kg.audit.stems import WORD, stem
from kg.lexicon import Lexicon
from kg.model import Attribution, Event, Span

_TO_THAT = 5  # words between a word of saying and its "that": "said in a statement that"
_DOUBTFUL = ("alleged", "possible", "denied", "hypothetical")
_BODIES = frozenset({"Organization", "Company", "GovernmentOrganization", "Group"})


#: A sentence, the happening in it or None where only a word tells of it, and where.
Telling = tuple[Statement, Event | None, Span]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something: the entity by its local id with its words, if any is known, and the words from there to the word of saying."""

    speaker: str | None
    source: Span | None
    words: Span
    cue: str  # the word of saying, a verb by its lemma
    said: Attribution | None = None  # none where only a word of saying before "that" shows that somebody says so
    negated: bool = False  # "did not say"


class Voices:
    def __init__(self, sources: Mapping[str, Source], doers: Doers, lexicon: Lexicon) -> None:
        self._sources, self._doers, self._lexicon = sources, doers, lexicon
        self._cues = {stem(cue) for cue in (*lexicon.reporting_verbs, *lexicon.reporting_nouns) if " " not in cue}
        self._wishes = {stem(cue) for cue, how in lexicon.reporting_verbs.items() if how == "planned"}

    def misplaced(self, told: Statement, event: Event, tellings: Sequence[Telling]) -> tuple[Span, Telling, Voice] | None:
        """Where somebody tells what the digest tells as so, or has from somebody else; None where one of the article's ``tellings`` agrees with it.

        Gives the digest's words (those of its speaker, or of the event), the telling and its voice.
        """
        mine = self.voice(told, event, event.trigger[0])
        doubted = "passive" in event.rule and self._lexicon.reporting_verbs.get(event.lemma) in _DOUBTFUL  # "is suspected of"
        if mine is None and (doubted or event.modality in _DOUBTFUL or any(stem(word) in told.hedged for word in event.lemma.split())):
            return None
        found = None
        for telling in tellings:
            part, theirs, place = telling
            voice = self.voice(part, theirs, theirs.trigger[0] if theirs is not None else place[0])
            if voice is None or (mine is None and self._vouched(voice, theirs, part, place[0])):
                return None
            if mine is not None and (mine.negated or self._same(told, mine, part, voice)):
                return None
            found = found or (mine.words if mine else event.phrase, telling, voice)
        return found

    def voice(self, statement: Statement, event: Event | None, place: int) -> Voice | None:
        """Who tells a happening, or the word at a place; None where the document itself does."""
        known = self._sources[statement.doc].said
        inside = [said for said in known.values() if any(begin <= place < end for begin, end in said.content)]
        own = known.get(event.attribution or "") if event is not None else None
        found = inside if own is None else [own]
        whole = [said for said in known.values() if any(self._of_whole(statement, cue) for cue in said.cue)]
        for said in (*found, *whole):
            if said.cue and said.source and stem(self._cue(statement, said.cue[0])) not in self._wishes:
                telling = self._saying(statement, said.cue[0])
                negated = telling is not None and telling.polarity == "negative"
                source = _hull(said.source)
                return Voice(said.entity, source, _hull([*said.source, *said.cue]), self._cue(statement, said.cue[0]), said, negated)
        return self._that(statement, place)

    def _of_whole(self, statement: Statement, cue: Span) -> bool:
        """Whether words name the source of all that their sentence tells: "according to"."""
        inside = statement.span[0] <= cue[0] < statement.span[1]
        return inside and self._sources[statement.doc].raw[slice(*cue)].lower().startswith("according")

    def _cue(self, statement: Statement, cue: Span) -> str:
        telling = self._saying(statement, cue)
        return telling.lemma if telling is not None else self._sources[statement.doc].raw[slice(*cue)].lower()

    def _saying(self, statement: Statement, cue: Span) -> Event | None:
        return next((event for event in statement.events if cue[0] <= event.trigger[0] < cue[1]), None)

    def _that(self, statement: Statement, place: int) -> Voice | None:
        """The words before "that" where a word of saying stands among them: "claims that", "said in a letter that"."""
        source, begin = self._sources[statement.doc], statement.span[0]
        for clause in reversed(list(re.finditer(r"\bthat\b", source.raw[begin:place]))):
            if begin + clause.start() in source.demonstrative:
                continue
            before = list(WORD.finditer(source.raw, begin, begin + clause.start()))[-_TO_THAT:]
            cue = next((word for word in before if self._says(statement, word)), None)
            between = source.raw[cue.end() : place] if cue is not None else ""
            if cue is None or ";" in between or between.count('"') % 2:
                continue  # the clause has ended, or stands inside a quotation, and what is asked for outside
            telling = self._saying(statement, cue.span())
            speaker = next((role for role in telling.roles if role.role == "agent"), None) if telling is not None else None
            negated = telling is not None and telling.polarity == "negative"
            lemma = telling.lemma if telling is not None else cue[0].lower()
            words = (speaker.span[0] if speaker else begin, cue.end())
            return Voice(speaker.entity if speaker else None, speaker.span if speaker else None, words, lemma, None, negated)
        return None

    def _says(self, statement: Statement, word: re.Match[str]) -> bool:
        telling = self._saying(statement, word.span())
        return stem(word[0]) in self._cues or (telling is not None and telling.lemma in self._lexicon.reporting_verbs)

    def _vouched(self, voice: Voice, theirs: Event | None, part: Statement, place: int) -> bool:
        """Whether the article takes over what somebody says.

        It does so where the word of saying takes it for true ("admitted", "found"), where a body tells of its own deed ("police said they had
        arrested"), and where officials without a name only stand at the end of what the article tells ("…, officials said").
        """
        if voice.negated or (theirs is not None and theirs.modality in _DOUBTFUL):
            return False
        if voice.cue in self._lexicon.words("vouching"):
            return True
        speaker = self._sources[part.doc].unnamed.get(voice.speaker or "")
        deeds = [e for e in part.events if e is theirs or (voice.said is not None and e.attribution == voice.said.id)]
        agents = [role.entity for e in deeds for role in e.roles if role.role == "agent"]
        own = voice.speaker in agents or (speaker is not None and speaker.plural and any(self._type(part, a) == speaker.type for a in agents))
        if own and self._type(part, voice.speaker) in _BODIES:
            return True
        behind = voice.source is not None and voice.source[0] > place
        return behind and speaker is not None and speaker.head in self._lexicon.words("official")

    def _type(self, part: Statement, local: str | None) -> str | None:
        source = self._sources[part.doc]
        entity = source.named[local or ""][1] if local in source.named else source.unnamed.get(local or "")
        return None if entity is None else entity.type

    def _same(self, told: Statement, mine: Voice, part: Statement, theirs: Voice) -> bool:
        """Whether one of those in whose mouth it is there is the one here; also where it is not known who that is."""
        if mine.source is None or theirs.source is None:
            return True
        known = self._sources[part.doc].said
        sources, outer = [(theirs.speaker, theirs.source)], theirs.said
        while outer is not None and (outer := known.get(outer.parent or "")):
            sources.append((outer.entity, _hull(outer.source)))
        return any(self._doers.agree(told, mine.speaker, mine.source, part, speaker, source) for speaker, source in sources)


def _hull(spans: Sequence[Span]) -> Span:
    return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else (0, 0)


def without_verb(told: Statement, said: Mapping[str, Attribution]) -> set[str]:
    """Happenings that are told by a noun alone, as "there will be talks" has no verb that tells of anything.

    Not so what somebody is asked to do with them: "asked them to clarify the truce" is nobody's word on the truce.
    """
    taking = {role.entity for e in told.events for role in e.roles}
    verbs = {e.attribution for e in told.events if not e.nominal}
    inner = {local for local, one in said.items() if one.parent is not None}
    return {e.id for e in told.events if e.nominal and e.attribution not in verbs | inner and e.id not in taking}
