"""What lies ahead of the document's day cannot have been: whose time it is then, and that it is only planned or possible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.extract.clauses import Clauses
from kg.extract.described import finite_verb
from kg.extract.drafts import Draft
from kg.extract.suppositions import to_be

_PERFECT = frozenset({"have", "has", "'ve", "’ve"})


class Ahead:
    """Tells of drafts whether a time ahead can be theirs; ``drafts`` are those of the document by their triggers."""

    def __init__(self, clauses: Clauses, drafts: Mapping[int, Draft]) -> None:
        self._clauses, self._parse, self._drafts = clauses, clauses.parse, drafts

    def disowns(self, draft: Draft, adjunct: int) -> bool:
        """ "called for talks in 2031", "elections scheduled on May 6", "has vaccine for 2031": what has been, or is so now, is not on a day ahead."""
        if draft.modality != "actual":
            return False
        word = self._parse.words[adjunct].lower()
        meant_for = word == "for" or (word == "to" and not draft.nominal)  # "looking ahead to 2031"
        if draft.nominal:
            return self._over(draft.light) if draft.light is not None else self._thought(draft.trigger, meant_for)
        if self._parse.pos[draft.trigger] == "ADJ":
            return self._over(self._parse.heads[draft.trigger])
        if self._wishes(draft) is not None or self._over(draft.trigger):
            return True
        return not self._schedules(draft) and (meant_for or self._beside(draft, adjunct))

    def shares(self, draft: Draft) -> bool:
        """ "The vote is scheduled on May 6", "a visit slated from May 6": the day that a verb sets is that of what it sets, too."""
        return not draft.nominal and self._schedules(draft) and draft.modality in ("actual", "planned")

    def heir(self, draft: Draft, adjunct: int) -> int | None:
        """Whose time it is instead: "pledged to pay in 2031" of the paying, "raised its forecast for growth next year" of the growth."""
        parse = self._parse
        if draft.nominal:
            return None
        if self.shares(draft):
            objects = [*parse.all(draft.trigger, "dobj", "nsubjpass"), *([parse.heads[draft.trigger]] if parse.deps[draft.trigger] == "acl" else [])]
            return next((o for o in objects if o in self._drafts and self._drafts[o].nominal), None) or self._next_to(draft, adjunct)
        return self._wishes(draft) or self._next_to(draft, adjunct)

    def modality(self, draft: Draft) -> str:
        """Of an actual happening whose time lies ahead: "next month's talks" are planned, "next year's slowdown" is possible."""
        words = self._clauses.lexicon.words
        if draft.nominal and draft.polarity != "positive":
            return draft.modality  # "there are no talks next week"
        if draft.nominal:
            befalls = {draft.lemma, self._parse.lemmas[draft.trigger]} & (words("forecast") | words("unforeseen") | words("mishap"))
            return "possible" if befalls else "planned"
        if self._parse.pos[draft.trigger] == "ADJ":
            return draft.modality
        return "planned" if self._present(draft.trigger) else to_be(self._clauses, draft)

    def _present(self, verb: int) -> bool:
        """ "The firm takes over the port on June 1", told in May: the present of what is to come."""
        return self._parse.tags[finite_verb(self._clauses, verb)] in ("VBZ", "VBP")

    def _over(self, verb: int) -> bool:
        """Whether a verb's form tells of what has been: "sold", "has sold", "was sold"; not "was to sell", "was selling"."""
        parse = self._parse
        finite = finite_verb(self._clauses, verb)
        while parse.deps[verb] == "conj" and finite == verb and parse.tags[verb] == "VBN" and parse.pos[parse.heads[verb]] == "VERB":
            verb = parse.heads[verb]
            finite = finite_verb(self._clauses, verb)  # "was sold and closed"
        if parse.tags[verb] == "VBG" and finite != verb:
            return False
        perfect = parse.words[finite].lower() in _PERFECT and parse.tags[verb] in ("VBN", "VBD") and finite != verb
        return perfect or (parse.tags[finite] == "VBD" and parse.tags[verb] != "VB")

    def _thought(self, noun: int, meant_for: bool) -> bool:
        """ "forecasts for 2031", "fears of a strike in May", "preparations for 2031": what is ahead is what is thought of."""
        lexicon, lemma = self._clauses.lexicon, self._parse.lemmas[noun]
        values = (lexicon.reporting_nouns.get(lemma), lexicon.modal_nouns.get(lemma))
        return "possible" in values or (meant_for and any(values))

    def _schedules(self, draft: Draft) -> bool:
        return self._parse.lemmas[draft.trigger] in self._clauses.lexicon.words("scheduling")

    def _wishes(self, draft: Draft) -> int | None:
        """ "Tomorrow I look forward to telling them", "On Monday they hope to win": the trigger of what is wished for, whose time it is."""
        parse = self._parse
        lexicon = self._clauses.lexicon
        values = (lexicon.modal_verbs.get(draft.lemma), lexicon.reporting_verbs.get(draft.lemma))
        attitude = draft.lemma == "look forward to" or "planned" in values or "possible" in values
        deeds = (c for i in (draft.trigger, *parse.all(draft.trigger, "prep")) for c in parse.all(i, "xcomp", "pcomp"))
        return next((deed for deed in deeds if deed in self._drafts), None) if attitude else None

    def _beside(self, draft: Draft, adjunct: int) -> bool:
        """ "fears surrounding an election on May 6", "a panel led by Ruiz, who would report in May": the time is of another word behind it."""
        parse = self._parse
        if parse.deps[draft.trigger] != "acl":
            return False
        if parse.tags[draft.trigger] == "VBG":
            return self._next_to(draft, adjunct) is not None
        return any(parse.pos[i] in ("VERB", "AUX") for i in range(draft.trigger + 1, parse.left(adjunct)))

    def _next_to(self, draft: Draft, adjunct: int) -> int | None:
        """The first happening behind a verb that is no mere thought, still open, and whose words end where the time begins."""
        first = self._parse.left(adjunct)
        return next((t for t in sorted(self._behind(draft.trigger, first)) if self._end(t) == first - 1), None)

    def _behind(self, verb: int, before: int) -> Iterator[int]:
        parse = self._parse
        for trigger, draft in self._drafts.items():
            if not verb < trigger < before or verb not in parse.ancestors(trigger):
                continue
            open_yet = parse.tags[trigger] == "VB" or (parse.tags[trigger] == "VBG" and parse.deps[trigger] == "pcomp")
            if self._thought(trigger, True) if draft.nominal else not open_yet:
                continue
            yield trigger

    def _end(self, trigger: int) -> int:
        return self._clauses.phrase(trigger)[1] if self._drafts[trigger].nominal else self._parse.right(trigger)
