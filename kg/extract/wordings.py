"""What a happening is called in the words of its own clause: "an oil tanker was used to carry steel" of "…, saying it was used to carry steel".

The words are those of the whole clause, for a clause that is cut says something else. What is only added to it stays out: the words that tell who
speaks, comments after a comma, a clause beside it, the day. A subject that is a pronoun, a title or left out is called by its name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.clauses import PASSIVE_SUBJECTS, SUBJECTS, Clauses
from kg.extract.drafts import Draft
from kg.extract.participants import Participants
from kg.parse import BREAKS, Parse

Range = tuple[int, int]

_OWN = (*SUBJECTS, *PASSIVE_SUBJECTS, "expl")
_ASIDE = frozenset({"parataxis", "intj", "meta", "discourse"})
_LOOSE = frozenset({"relcl", "appos", "acl", "advcl", "prep", "npadvmod"})  # where a comma or dash parts them from their head, they are added
_ADVERBIAL = frozenset({"prep", "npadvmod", "advmod", "tmod"})
_CONDITIONS = frozenset({"if", "unless", "provided", "until"})
_CONTENT = frozenset({"ccomp", "xcomp", "pcomp"})
_ATTACHED = frozenset({"advcl", "relcl", "acl"})
_SHORT = 140  # characters that a clause told with the one around it may have
_PLAIN = frozenset({"det", "compound", "amod", "nmod", "appos", "punct", "poss", "case"})  # of a name: nothing that sets it apart
_REACH = 80  # tokens that a clause's words are looked for around its verb: more than a label holds
_DEPTH = 20  # coordinated verbs that are looked back over for what they share
_WHEN = frozenset({"on", "in", "at", "since", "during"})
_NEGATIVE = frozenset({"never", "hardly", "nor", "neither"})
_SPEAKER = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours", "myself", "ourselves"})


@dataclass(frozen=True, slots=True)
class Wording:
    """Token ranges in the order in which they are read, and the token of a participant whose name comes before them."""

    ranges: tuple[Range, ...]
    subject: int | None = None


class Wordings:
    """Finds the words of drafts; a happening that a noun tells has its phrase and none of these."""

    def __init__(self, clauses: Clauses, participants: Participants, drafts: Mapping[int, Draft]) -> None:
        self._clauses, self._parse, self._participants = clauses, clauses.parse, participants
        self._drafts = drafts  # by trigger

    def of(self, draft: Draft) -> Wording:
        """The words of a verb's or a predicative adjective's clause; of one that says nothing by itself those of the clause around it."""
        if draft.nominal:
            light = draft.light  # "said that the decision was reached in May" is about more than the decision
            if light is None or self._parse.deps[light] not in _CONTENT or light in self._drafts:
                return Wording(())
            return self._clause(replace(draft, trigger=light, nominal=False))
        return self._around(draft) or self._clause(draft)

    def _around(self, draft: Draft) -> Wording | None:
        """The clause around what says too little alone: "when asked", a comment (", marking a peak")."""
        parse, top = self._parse, draft.trigger
        outer = self._drafts.get(parse.heads[top])
        if outer is None or outer.nominal or outer.trigger == top or self._own(top) is not None:
            return None
        asked = parse.deps[top] == "advcl" and parse.tags[top] == "VBN" and parse.tags[parse.left(top)] == "WRB"
        comma = parse.left(top) - 1
        comment = parse.deps[top] == "advcl" and parse.tags[top] == "VBG" and parse.words[comma] == "," and self._subject(draft, top) is None
        if not (asked or comment):
            return None
        whole = self._clause(outer)
        ranges = whole.ranges
        if comment:
            ranges = (*ranges, (comma, comma), *self._clause(draft).ranges)
        told = whole.subject is not None or self._own(self._top(outer)) is not None
        fits = told and whole.ranges[-1][1] < comma if comment else told and any(first <= top <= last for first, last in ranges)
        return Wording(ranges, whole.subject) if fits and self._short(ranges) else None

    def _short(self, ranges: Sequence[Range]) -> bool:
        return sum(end - begin for begin, end in (self._parse.span(*one) for one in ranges)) < _SHORT

    def _clause(self, draft: Draft) -> Wording:
        parse = self._parse
        top = self._top(draft)
        own = self._own(top)
        if parse.deps[top] == "acl" and own is None and not self._infinitive(top):
            noun = parse.heads[top]
            whole = self._clauses.phrase(noun)
            if noun < top <= whole[1]:
                return Wording((whole,))  # "comments made on the radio": the noun's own phrase says it
        turned = self._turned(top, own) if own is not None else []
        first = min(parse.left(own), *turned, top) if own is not None and turned else self._begin(draft, top, own)
        kept = self._kept(top, first)
        asking = [i for c in parse.children[top] if c < first and self._asks(c) for i in kept if parse.left(c) <= i <= c]
        subject = self._named_subject(draft, top, own, kept) if not asking and not turned else None
        if subject is not None and own is not None:
            below = set(parse.subtree(own))
            kept = [i for i in kept if i not in below]
        if own is not None and not asking and subject is None and (related := self._relativised(top, own)) is not None:
            return Wording((self._clauses.phrase(related), *_ranges(parse, [i for i in kept if i >= first])))
        cut = bisect_left(kept, first)
        moved = [i for i in kept[:cut] if i not in asking]  # "if he wins, we stay" is told as "we stay if he wins"
        clause = _unbroken(parse, _ranges(parse, [*asking, *kept[cut:]]), self._clauses.dated)
        shared = self._shared_auxiliaries(top) if own is None else []
        whom = self._unnamed_doer(top) if own is None and subject is None else []
        return Wording((*_ranges(parse, [*whom, *shared]), *clause, *_ranges(parse, moved), *self._gap(top, own)), subject)

    def _begin(self, draft: Draft, top: int, own: int | None) -> int:
        """Where the clause begins: with its subject, else with its first auxiliary."""
        parse = self._parse
        return parse.left(own) if own is not None else min([draft.phrase[0], top, *parse.all(top, "aux", "auxpass", "neg")])

    def _turned(self, top: int, own: int) -> list[int]:
        """ "What are they hiding?", "Did it close?": the auxiliaries that stand before the subject, in a question or after "nor"."""
        parse, first = self._parse, self._parse.left(own)
        copula = [top] if parse.lemmas[top] == "be" and top < first and any(self._asks(c) for c in parse.children[top] if c < top) else []
        return [*copula, *(a for a in parse.all(top, "aux", "auxpass") if a < first)]

    def _unnamed_doer(self, top: int) -> list[int]:
        """ "wanted them to stay": the pronoun right before an infinitive of which nobody knows whom it means."""
        parse, before = self._parse, min(self._parse.children[top], default=top) - 1
        object_of_head = before > 0 and parse.heads[before] == parse.heads[top] and parse.deps[before] == "dobj" and parse.tags[before] == "PRP"
        return [before] if object_of_head and parse.deps[top] == "xcomp" and self._infinitive(top) else []

    def _asks(self, child: int) -> bool:
        """Whether a part before the subject makes the clause a question: "how many of them", "whether"."""
        parse = self._parse
        attached = parse.deps[child] == "advcl" or parse.deps[parse.heads[child]] in _ATTACHED
        asking = not attached and parse.tags[parse.left(child)] in ("WRB", "WP", "WDT", "WP$")
        return asking or parse.words[child].lower() == "whether"

    def _relativised(self, top: int, own: int) -> int | None:
        """The noun before a relative clause whose subject no name can stand for: "the fund whose collapse cost thousands their savings"."""
        parse, noun = self._parse, self._parse.heads[top]
        relative = any(parse.tags[i] in ("WDT", "WP", "WP$") for i in range(parse.left(own), own + 1))
        named = parse.pos[noun] in ("NOUN", "PROPN") and noun not in self._clauses.dated
        return noun if relative and parse.deps[top] == "relcl" and noun < own and named else None

    def _top(self, draft: Draft) -> int:
        """The clause's head: of an adjective its copula."""
        head = self._parse.heads[draft.trigger]
        copular = draft.rule == "adjective" and self._parse.pos[head] in ("AUX", "VERB") and self._parse.deps[draft.trigger] in ("acomp", "oprd")
        return head if copular else draft.trigger

    def _own(self, top: int) -> int | None:
        """The subject that the clause itself has; a parser may hang it on an auxiliary."""
        parse = self._parse
        carriers = (top, *parse.all(top, "aux", "auxpass"))
        found = [c for carrier in carriers for c in parse.all(carrier, *_OWN)]
        if len(found) > 1 and parse.tags[found[0]] in ("WDT", "WP"):
            return found[1]  # "the law, which she argued helps the poor"
        return found[0] if found else None

    def _kept(self, top: int, start: int) -> list[int]:
        """The tokens of the clause without what is only added to it; ``start`` is where its subject or verb begins."""
        kept, stack = [], [top]
        while stack:
            i = stack.pop()
            kept.append(i)
            near = [c for c in self._parse.children[i] if abs(c - top) < _REACH and not self._added(i, c)]
            stack += [c for c in near if not self._outside(top, c, start)] if i == top else near
        return sorted(kept)

    def _added(self, head: int, child: int) -> bool:
        """Whether something is no part of what its head says: an aside, or a comment after a comma or dash."""
        parse = self._parse
        dep = parse.deps[child]
        if dep in _ASIDE or (dep in _ADVERBIAL and self._times(head, child)):
            return True
        if dep not in _LOOSE or child < head:
            return False
        first, after = parse.left(child), parse.right(child) + 1
        loose = first > head and parse.words[first - 1] in BREAKS
        closed = dep != "appos" or after >= len(parse) or parse.pos[after] == "PUNCT"
        return loose and closed and not self._conditional(child)

    def _times(self, head: int, child: int) -> bool:
        """Whether something says when it is, which an event has apart; it goes with "not": "did not open on Monday"."""
        parse, dated = self._parse, self._clauses.dated
        if parse.pos[head] not in ("VERB", "AUX") or parse.child(head, "neg") is not None:
            return False
        if parse.deps[child] == "prep":
            return parse.words[child].lower() in _WHEN and any(o in dated for o in parse.all(child, "pobj"))
        return child in dated

    def _conditional(self, clause: int) -> bool:
        return self._parse.deps[clause] == "advcl" and any(self._parse.words[m].lower() in _CONDITIONS for m in self._parse.all(clause, "mark"))

    def _outside(self, top: int, child: int, start: int) -> bool:
        """Whether a part of the clause's head is beside the clause: its conjunction, what stands before its subject, a further clause."""
        parse = self._parse
        dep, word = parse.deps[child], parse.words[child].lower()
        if dep == "mark":
            return word != "whether"
        if dep == "cc":
            return child < start or not any(c > child and not self._apart(top, c) for c in parse.all(top, "conj"))
        if dep == "conj":
            return self._apart(top, child)
        if dep == "preconj":
            return True
        return child < start and dep not in ("aux", "auxpass", "neg", *_OWN) and not self._leads(top, child, start)

    def _leads(self, top: int, child: int, start: int) -> bool:
        """Whether something before the subject is needed: a condition, a question's word, a negation, what is said before who says it."""
        parse = self._parse
        dep, word = parse.deps[child], parse.words[child].lower()
        if dep == "ccomp":
            return parse.lemmas[top] in self._clauses.lexicon.reporting_verbs
        if parse.deps[top] in (*_CONTENT, "csubj", "csubjpass") and parse.tags[parse.left(child)] in ("WRB", "WP", "WP$"):
            return word not in ("whereby", "when")
        adverb = dep == "advmod" and parse.tags[child] != "WRB" and (word in _NEGATIVE or child == start - 1)
        return self._conditional(child) or adverb or parse.tags[child] == "TO"

    def _apart(self, top: int, conjunct: int) -> bool:
        """Whether a coordinated clause is one of its own; a second verb of what somebody says is a part of that."""
        parse = self._parse
        if self._own(conjunct) is not None or (parse.tags[top] == "VBG") != (parse.tags[conjunct] == "VBG"):
            return True
        beside = conjunct == top + 2 and parse.child(top, "dobj") is None
        return not (beside or parse.deps[top] in _CONTENT)

    def _shared_auxiliaries(self, top: int) -> list[int]:
        """ "will stay and fight": the second verb has the auxiliaries of the first."""
        parse = self._parse
        if parse.tags[top] in ("VB", "VBN", "VBG") and parse.child(top, "aux", "auxpass") is None:
            for first in self._before(top):
                if found := parse.all(first, "aux", "auxpass", "neg"):
                    return [i for i in found if i < first]
        return []

    def _before(self, verb: int) -> Iterator[int]:
        """The verbs that a verb is coordinated with, nearest first."""
        for _ in range(_DEPTH):
            if self._parse.deps[verb] != "conj":
                return
            verb = self._parse.heads[verb]
            yield verb

    def _named_subject(self, draft: Draft, top: int, own: int | None, kept: list[int]) -> int | None:
        """The token of the participant that the words begin with, where they take it up by a pronoun or a title, or leave it out."""
        parse = self._parse
        if own is not None:
            whom = self._clauses.transparent(own)
            if whom != own and parse.tags[whom] in ("WP", "WDT") and self._callable(draft, whom):
                return whom  # "some of whom"
            return own if parse.deps[own] != "expl" and self._replaced(draft, own, top, kept) else None
        if not self._finite(top) and any(parse.words[i].lower() in _SPEAKER for i in kept):
            return None  # "to sell my farm" is in the speaker's words
        return self._subject(draft, top)

    def _subject(self, draft: Draft, top: int) -> int | None:
        """Who does it, where the clause leaves that to the words around it; not a noun whose own phrase the clause is part of, "a plan aimed at
        cutting costs"."""
        parse = self._parse
        found = self._clauses.subjects(draft.trigger) or self._clauses.subjects(top)
        if not found and parse.deps[top] in ("acl", "relcl") and not self._infinitive(top) and self._clauses.passive(top):
            found = [self._clauses.transparent(parse.heads[top])]
        if len(found) > 1 and not self._finite(top):
            return None  # a name stands for one of them
        if found and parse.deps[top] in ("pcomp", "xcomp") and found[0] < top <= self._clauses.phrase(self._clauses.antecedent(found[0]))[1]:
            return None
        if (
            found
            and parse.lemmas[top] in self._clauses.lexicon.reporting_verbs
            and not self._clauses.control.acts(self._clauses.antecedent(found[0]))
        ):
            return None  # "prices rose, she said, warning that": no price warns
        return found[0] if found and self._callable(draft, found[0]) else None

    def _infinitive(self, verb: int) -> bool:
        return any(self._parse.tags[c] == "TO" for c in self._parse.children[verb])

    def _finite(self, verb: int) -> bool:
        """Whether a verb without a subject of its own is coordinated with one that has it, and no infinitive or participle."""
        for one in (verb, *self._before(verb)):
            if self._infinitive(one):
                return False
            tags = (self._parse.tags[one], *(self._parse.tags[c] for c in self._parse.all(one, "aux", "auxpass")))
            if self._own(one) is not None or any(tag in ("VBD", "VBZ", "VBP", "MD") for tag in tags):
                return True
        return False

    def _replaced(self, draft: Draft, own: int, top: int, kept: list[int]) -> bool:
        """Whether a subject is told by the participant's name: a pronoun that is taken up surely, or a name or title without more."""
        parse = self._parse
        if not self._callable(draft, own):
            return False
        if parse.pos[own] == "PRON":
            if own + 1 < len(parse) and not parse.spaced[own] and parse.words[own + 1][:1] in ("'", "’"):
                return False  # "he's ready"
            spoken = parse.words[own].lower() in _SPEAKER
            if spoken and parse.words[own].lower() == "we" and not self._participants.is_named(own):
                return False  # "we" says it better than "the mayor and others"
            return not (spoken and (self._agrees(top) or sum(parse.words[i].lower() in _SPEAKER for i in kept) > 1))
        plain = all(parse.deps[c] in _PLAIN or c not in kept for c in parse.children[own])
        return plain and self._participants.is_named(own) and self._single(own)

    def _agrees(self, top: int) -> bool:
        """Whether the verb has a form that goes with "I", "we" or "you" only, which a name would not."""
        first = next(iter(self._parse.all(top, "aux", "auxpass")), top)
        return self._parse.tags[first] == "VBP" or self._parse.words[first].lower() in ("was", "were")

    def _single(self, noun: int) -> bool:
        """Not "two Germans" or "young Democrats", who are some of those that the name names."""
        parse = self._parse
        plain = all(parse.deps[c] in ("det", "punct") or parse.tags[c] == "NNP" for c in parse.children[noun])
        return plain or self._clauses.type_of(noun) != "Group"

    def _callable(self, draft: Draft, token: int) -> bool:
        """Whether a token is a participant of the happening that has a name or phrase, and is no other clause."""
        if token not in [filler for _, filler in draft.slots]:
            return False
        found = self._participants.of(token)
        return found is not None and (found.startswith("e") or self._parse.pos[self._clauses.antecedent(token)] == "NOUN")

    def _gap(self, top: int, own: int | None) -> list[Range]:
        """ "a promise that she made": what a relative clause lacks behind its verb stands before it."""
        parse = self._parse
        noun = parse.heads[top]
        if parse.deps[top] != "relcl" or own is None or any(parse.tags[i] in ("WDT", "WP") for i in range(parse.left(own), parse.right(own) + 1)):
            return []
        if any(parse.tags[i] in ("WRB", "WP$") for i in range(noun + 1, min(top, noun + 4))):
            return []
        first = noun
        for child in parse.children[noun]:
            if child < noun and parse.deps[child] not in ("punct", "cc", "preconj"):
                first = min(first, parse.left(child))
        return [(first, noun)]


def _unbroken(parse: Parse, ranges: list[Range], dated: frozenset[int]) -> list[Range]:
    """As many stretches as are parted by insertions only, between commas or dashes; where words are missing otherwise, what follows is left out."""
    for n in range(1, len(ranges)):
        between = range(ranges[n - 1][1] + 1, ranges[n][0])
        if any(i in dated for i in between) and all(i in dated or parse.pos[i] in ("ADP", "DET", "PUNCT") for i in between):
            continue
        if all(parse.deps[i] == "preconj" for i in between):
            continue  # "will [either] stay"
        if parse.words[ranges[n - 1][1] + 1] not in BREAKS or parse.words[ranges[n][0] - 1] not in BREAKS | {")"}:
            return ranges[:n]
    return ranges


def _ranges(parse: Parse, tokens: list[int]) -> list[Range]:
    """Stretches of tokens that stand together, with the marks between them and without those around them."""
    found: list[Range] = []
    while len(tokens) > 1 and "CCONJ" in (parse.pos[tokens[-1]], parse.pos[tokens[-2]] if parse.pos[tokens[-1]] == "ADV" else ""):
        tokens = tokens[:-1]  # "stay and also": the conjunction of a clause that was left out
    kept = set(tokens)
    for i in tokens:
        if parse.pos[i] in ("PUNCT", "SPACE") and not parse.words[i][:1].isalnum():
            continue
        if found and (found[-1][1] + 1 == i or all(k in kept or parse.words[k] in ("-", "/", "'", "’") for k in range(found[-1][1] + 1, i))):
            found[-1] = found[-1][0], i
        else:
            found.append((i, i))
    return found
