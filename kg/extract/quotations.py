"""Quotations: where they begin and end, over sentences and paragraphs, and whose words they are where no cue stands in their sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.announced import announced
from kg.extract.clauses import Clauses
from kg.extract.drafts import ACTORS, Saying
from kg.extract.phrases import finite
from kg.extract.speakers import spoke_before
from kg.parse import QUOTATION_MARKS, SPEAKER, Parse

_DASHES = ("-", "–", "—", "―", "--")
_WORDS = 4  # tokens that a name or a scare quote may have
_RUN_ON = 15  # sentences that a quotation may run on over


def find_quotations(parse: Parse) -> list[tuple[int, int]]:
    """Token ranges between quotation marks, in order, over sentences and paragraphs where they run on.

    A mark that is not closed within reach ends with its sentence; one that was never opened begins with it.
    """
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in (i for i in range(len(parse)) if parse.words[i] in QUOTATION_MARKS):
        side = _side(parse, mark)
        reach = 0 if opened is None or _side(parse, opened) == "either" else _RUN_ON
        if opened is not None and parse.sentence_of[mark] - parse.sentence_of[opened] > reach:
            found.append((opened, _end(parse, opened)))
            opened = None
        if opened is not None and side == "open":
            if mark == parse.sentences[parse.sentence_of[mark]][0]:
                continue  # the next paragraph of a quotation begins with a mark of its own
            found.append((opened, min(_end(parse, opened), mark - 1)))
            opened = mark
        elif opened is not None:
            found.append((opened, mark))
            opened = None
        elif side == "close":
            begin = parse.sentences[parse.sentence_of[mark]][0]
            found.append((max(begin, found[-1][1] + 1) if found else begin, mark))
        else:
            opened = mark
    if opened is not None:
        found.append((opened, _end(parse, opened)))
    return found


def _end(parse: Parse, token: int) -> int:
    """The last token of a token's sentence."""
    return parse.sentences[parse.sentence_of[token]][1] - 1


def _side(parse: Parse, mark: int) -> str:
    """``open`` where a mark stands against the word after it alone, ``close`` against the one before; else as it is written, or ``either``."""
    after = mark + 1 < len(parse) and parse.ends[mark] == parse.begins[mark + 1]
    before = mark > 0 and parse.ends[mark - 1] == parse.begins[mark]
    if after != before:
        return "open" if after else "close"
    return {"``": "open", "''": "close"}.get(parse.words[mark], "either")


def run_on(sayings: list[Saying], clauses: Clauses, quotes: list[tuple[int, int]]) -> None:
    """A quotation over several sentences is the speaker's whose cue stands beside one of them, and so is a quotation that follows right upon it."""
    sentence_of, sentences = clauses.parse.sentence_of, clauses.parse.sentences
    speaking: dict[int, list[Saying]] = {}
    for saying in sayings:
        if saying.event is not None or saying.rule == "according-to":
            speaking.setdefault(sentence_of[saying.cue], []).append(saying)
    before: Saying | None = None  # who spoke the quotation before
    until = -2  # the sentence in which that ended
    for first, last in quotes:
        begin, end = sentence_of[first], sentence_of[last]
        head, tail = (first, min(last, sentences[begin][1] - 1)), (max(first, sentences[end][0]), last)
        speaker = _speaker(speaking.get(begin, ()), (first, last), head) or _speaker(speaking.get(end, ()), (first, last), tail)
        speaker = speaker or next((s for s in speaking.get(end + 1, ()) if (first, last) in s.content), None)
        if speaker is not None and end > begin and (first, last) not in speaker.content:
            leads = sentence_of[speaker.cue] == begin
            speaker.content.append((sentences[begin][1], last) if leads else (first, sentences[end][0] - 1))
        elif speaker is not None and last - first > _WORDS and _in_part((first, last), speaker, speaking.get(begin, ())):
            speaker.content.append((first, last))  # where the parser hung the rest of it elsewhere
        elif speaker is None and before is not None and begin == until + 1 and first == sentences[begin][0]:
            speaker = before if all(first <= s.cue <= last for n in range(begin, end + 1) for s in speaking.get(n, ())) else None
            if speaker is not None:
                speaker.content.append((first, last))
        names = speaker is not None and clauses.parse.lemmas[speaker.cue] in clauses.lexicon.words("characterization")  # "called it "a theft""
        before, until = (
            None if names else speaker,
            end if speaker is None or (first, last) not in speaker.content else max(end, sentence_of[speaker.cue]),
        )


def _in_part(quote: tuple[int, int], saying: Saying, beside: Sequence[Saying]) -> bool:
    """Whether some words of a quotation are among what one alone says, and others of them are not."""
    first, last = quote
    told = {i for low, high in saying.content for i in range(max(low, first), min(high, last) + 1)}
    alone = not any(s is not saying and not first <= s.cue <= last and _speaker([s], quote, quote) for s in beside)
    return alone and 0 < len(told) < last - first - 1


def _speaker(sayings: Sequence[Saying], quote: tuple[int, int], piece: tuple[int, int]) -> Saying | None:
    """Whose words a quotation is, by the saying whose content has to do with one piece of it, and whose cue stands outside."""
    inside = (s for s in sayings if not quote[0] <= s.cue <= quote[1] and any(low <= piece[1] and piece[0] <= high for low, high in s.content))
    return next(inside, None)


def unclaimed(sayings: Sequence[Saying], clauses: Clauses, quotes: list[tuple[int, int]]) -> Iterator[Saying]:
    """Whole sentences in quotation marks that no cue goes with are somebody's words all the same, after "She went on:" hers."""
    parse = clauses.parse
    speaking = {saying.cue: saying for saying in sayings if saying.event is not None}
    claimed, within = bytearray(len(parse)), [-1] * len(parse)
    for n, (first, last) in enumerate(quotes):
        within[first : last + 1] = [n] * (last + 1 - first)
    for saying in sayings:
        for low, high in saying.content:
            if within[saying.cue] < 0 or within[saying.cue] != within[low]:  # what somebody says he thinks leaves open whose words they are
                claimed[low : high + 1] = b"\1" * (high + 1 - low)
    leading: Saying | None = None  # who is announced to speak the quotation before
    until = -2  # the sentence in which that ended
    for first, last in quotes:
        begins = first == parse.sentences[parse.sentence_of[first]][0] or parse.words[first - 1] == ":"
        telling = last - first > _WORDS and any(parse.pos[i] in ("VERB", "AUX") for i in range(first, last))
        if begins and telling and not any(claimed[first : last + 1]):
            if leading is not None and parse.sentence_of[first] == until + 1:
                until = parse.sentence_of[last]
                leading.content.append((first, last))
                continue
            cue, source = announced(clauses, first)
            told = source is not None
            if source is None:
                source = _before(clauses, speaking, (first, last))
            if source is None and _titles(clauses, first - 2):
                source = first - 2
            if source is None:
                source = _signed(clauses, last) or spoke_before(clauses, first)
            saying = Saying(first if cue is None else cue, source, [(first, last)], "actual", "quotation", event=cue)
            leading, until = saying if told else None, parse.sentence_of[last]
            yield saying


def turns(clauses: Clauses) -> Iterator[Saying]:
    """ "RUIZ: The market has failed. LI: It has not.": in a transcript, and in a headline, a person's name and a colon lead what he says.

    Who asks under "Q:" and answers under "A:" is told nowhere; those are nobody's own words all the same.
    """
    parse = clauses.parse
    starts = [(n, label) for n in range(len(parse.sentences)) if (label := _label(clauses, n)) is not None]
    following = [*(n for n, _ in starts), len(parse.sentences)][1:]
    for (n, (source, colon)), end in zip(starts, following, strict=True):
        until = end if end < len(parse.sentences) and end - n <= _RUN_ON else _end_of_paragraph(parse, colon)
        last = parse.sentences[until - 1][1] - 1
        if last > colon + 1:
            yield Saying(colon, source, [(colon + 1, last)], "actual", "quotation")


def _end_of_paragraph(parse: Parse, colon: int) -> int:
    """The number of the first sentence that does not go on where a turn stands."""
    number = parse.sentence_of[colon + 1] + 1
    while number < len(parse.sentences) and 0 <= parse.begins[parse.sentences[number][0]] - parse.ends[parse.sentences[number][0] - 1] <= 1:
        number += 1
    return number


def _label(clauses: Clauses, sentence: int) -> tuple[int | None, int] | None:
    """Who speaks, where it is said, and the colon: of a person's name that a sentence begins with, or of a transcript's "Q:"."""
    parse, (begin, after) = clauses.parse, clauses.parse.sentences[sentence]
    if begin < after and parse.words[begin] in QUOTATION_MARKS:
        begin += 1
    if parse.kinds[sentence] == SPEAKER:
        name = next((i for i in range(begin, after) if clauses.is_named(i) and clauses.type_of(i) in ACTORS), None)
        return (name, after - 1) if name is not None or parse.words[begin].lower().rstrip(".") in clauses.lexicon.words("turn") else None
    colon = next((i for i in range(begin + 1, min(begin + _WORDS + 1, after)) if parse.words[i] == ":"), None)
    if colon is None:
        return None
    named = all(parse.pos[i] == "PROPN" for i in range(begin, colon)) and clauses.is_named(colon - 1) and clauses.type_of(colon - 1) == "Person"
    return (colon - 1, colon) if named else None


def _signed(clauses: Clauses, last: int) -> int | None:
    """ ""I lost my house in the flood." - Ana Ruiz", ""…," Ana Ruiz, head of the bank.": a person's name behind the closing mark signs it."""
    parse = clauses.parse
    if last + 2 >= len(parse):
        return None
    behind = last + 1 if parse.words[last + 1] in (*_DASHES, ",") else last
    name = next((i for i in range(behind + 1, min(behind + 1 + _WORDS, len(parse))) if clauses.is_named(i) and clauses.type_of(i) == "Person"), None)
    if name is None or parse.words[behind] in _DASHES:
        return name
    after = parse.sentences[parse.sentence_of[name]][1]
    alone = all(parse.pos[i] == "PROPN" for i in range(behind + 1, name)) and "," in (parse.words[last - 1], parse.words[behind])
    titled = name + 2 < after and parse.words[name + 1] == "," and parse.sentence_of[name] == parse.sentence_of[last]
    tells = any(parse.pos[i] in ("VERB", "AUX") and finite(parse, i) and parse.deps[i] != "relcl" for i in range(name, after))
    return name if alone and titled and not tells else None


def _titles(clauses: Clauses, name: int) -> bool:
    """ "The price of grain - Ana Ruiz: "…"": a name alone before a colon, after a dash or at the beginning, is whose words follow."""
    parse = clauses.parse
    if name < 0 or parse.words[name + 1] != ":" or not clauses.is_named(name) or clauses.type_of(name) not in ACTORS:
        return False
    first, begin = name, parse.sentences[parse.sentence_of[name]][0]
    while first > begin and parse.pos[first - 1] == "PROPN":
        first -= 1
    return first == begin or parse.words[first - 1] in _DASHES


def _before(clauses: Clauses, speaking: dict[int, Saying], quote: tuple[int, int]) -> int | None:
    """ "The coach said that he was at peace. "I have slept well."": who speaks of himself right after somebody is told to have spoken is he."""
    parse, (first, last) = clauses.parse, quote
    number = parse.sentence_of[first] - 1
    if number < 0 or not any(parse.words[i] == "I" for i in range(first, last)):
        return None
    begin, after = parse.sentences[number]
    saying = speaking.get(next(i for i in range(begin, after) if parse.heads[i] == i))
    if saying is None or saying.source is None or parse.quoted(saying.cue):
        return None
    return saying.source if clauses.type_of(saying.source) == "Person" and begin <= saying.source < after else None
