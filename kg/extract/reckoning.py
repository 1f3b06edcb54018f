"""Which numbers of a sentence are a happening's: those at its own word, at the verb that they measure, or at those who take part."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract import phrases
from kg.extract.clauses import Clauses, noun_type
from kg.extract.drafts import ACTORS, Draft
from kg.extract.quantities import Amount

_LEVELS = frozenset({"result", "goal", "source", "recipient"})


class Reckoning:
    """Finds the numbers of drafts, counted from one in the order of the text."""

    def __init__(self, clauses: Clauses, amounts: Sequence[Amount]) -> None:
        self._clauses, self._parse, self._amounts = clauses, clauses.parse, amounts
        self._at: dict[int, list[int]] = {}
        for n, amount in enumerate(amounts, 1):
            self._at.setdefault(clauses.transparent(amount.at), []).append(n)

    def of(self, draft: Draft) -> list[int]:
        """The numbers of a draft's amounts, each once."""
        nouns = [(role, token) for role, token in draft.slots if self._parse.pos[token] not in ("VERB", "AUX")]
        own = [q for q in self._at.get(draft.trigger, ()) if not self._describes(draft.trigger, q)]
        levels: list[int] = []
        for role, token in nouns:
            token = self._clauses.transparent(token)
            told = [q for q in self._at.get(token, ()) if not self._of_others(draft, token, q) and not self._describes(token, q)]
            (levels if role in _LEVELS and (role == "result" or self._number(token, told)) else own).extend(told)
        by_how_much = any(not self._amounts[q - 1].first <= draft.trigger <= self._amounts[q - 1].last for q in own)
        return list(dict.fromkeys(own if by_how_much else [*own, *levels]))  # "doubled to 50" tells of both

    def _number(self, token: int, told: Sequence[int]) -> bool:
        """ "fell two points to 35": the point that is reached, which is no amount where one is told besides."""
        counted = any(self._amounts[q - 1].counted == token for q in told)
        return not counted or self._parse.pos[token] == "NUM" or self._parse.entity_types[token] in ("MONEY", "PERCENT", "QUANTITY")

    def _describes(self, noun: int, number: int) -> bool:
        """ "a 25-member panel", "the one thing": the number tells what sort of panel it is, and counts no panels."""
        parse, amount = self._parse, self._amounts[number - 1]
        if amount.value == 1 and parse.lemmas[noun] in self._clauses.lexicon.words("empty"):
            return True
        hyphens = [i for i in range(amount.first + 1, min(amount.last + 2, noun)) if parse.words[i] == "-" and parse.tags[i + 1] != "CD"]
        if not hyphens or amount.value < 1 or parse.spaced[hyphens[-1]]:
            return False
        if self._clauses.is_happening(noun):
            return noun_type(parse, self._clauses.lexicon, hyphens[-1] + 1) in ACTORS  # "two-party talks", but "a 16-day strike"
        if parse.words[noun - 1].lower() == "strong":
            return False  # "a 2,000-strong force"
        return parse.entity_types[amount.first] not in ("MONEY", "PERCENT") and parse.lemmas[hyphens[-1] + 1] not in ("point", "percent")

    def _of_others(self, draft: Draft, noun: int, amount: int) -> bool:
        """ "one of the rules meant to help": all of them are meant so, and the number tells how many others of them."""
        attached = self._parse.deps[draft.trigger] in ("acl", "relcl") and self._parse.heads[draft.trigger] == noun
        of = phrases.determiner(self._parse, noun) in ("definite", "possessive", "demonstrative")
        return attached and of and self._amounts[amount - 1].at < noun and self._amounts[amount - 1].at not in self._parse.children[noun]
