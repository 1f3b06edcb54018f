"""Time expressions, normalised to TIMEX3 values against the document's date (ISO-TimeML; days are proleptic Gregorian).

Nothing is invented: without a document date, a weekday or "last week" keeps its words and has no value.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.parse import Parse

_CENTURY = 40  # two digits of a year above it are of the last century
_MONTH_NAMES = [name for name in calendar.month_name if name]
_MONTHS = {name.lower(): n for n, name in enumerate(_MONTH_NAMES, 1)} | {name[:3].lower(): n for n, name in enumerate(_MONTH_NAMES, 1)} | {"sept": 9}
_DAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
_ROUND = {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_COUNTED = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBERS = {word: n for n, word in enumerate(_COUNTED, 1)} | {"a": 1, "an": 1} | _ROUND
_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y", "hour": "H", "minute": "M", "decade": "DE", "quarter": "Q"}
_LENGTHS = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}  # days
_FEASTS = {
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "new year's": (1, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
}

_MONTH = "(?P<month>" + "|".join(_MONTH_NAMES) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_COUNT = r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty)"
_UNIT = r"(?P<unit>days?|weeks?|months?|years?|decades?|quarters?|hours?|minutes?)"
_PART_OF_DAY = "(?P<daypart>morning|afternoon|evening|night)"
_PERIOD = "week|month|year|quarter|decade|weekend|spring|summer|autumn|fall|winter"
_PLURALS = "(?:days|weeks|months|years)"
#: Rules in the order in which they are tried at a place; a rule's name is its method.
_RULES = [
    ("iso", r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    ("month_day_year", rf"\b(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY}(?:\s*,\s*|\s+){_YEAR}\b"),
    ("day_month_year", rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}\s*,?\s+{_YEAR}\b"),
    ("month_year", rf"\b(?:(?P<part>early|mid|late)[\s-]+)?{_MONTH}\s*,?\s+(?:of\s+)?{_YEAR}\b"),
    ("month_day", rf"\b(?:{_WEEKDAY},?\s+)?{_MONTH}\s+{_DAY}\b(?!\s*(?:people|per|%))"),
    ("day_month", rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}\b"),
    ("feast", r"\b(?P<feast>New Year['’]s Eve|New Year['’]s Day|New Year['’]s|Christmas Eve|Christmas Day|Christmas)\b(?:,?\s+" + _YEAR + ")?"),
    ("relative_weekday", rf"\b(?P<shift>last|next|this|this past|this coming)\s+{_WEEKDAY}\b"),
    ("part_of_day", rf"\b(?:(?P<shift>this|last|yesterday|tomorrow)|{_WEEKDAY})\s+{_PART_OF_DAY}\b"),
    ("numeric", r"\b(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])/(?P<year>(?:19|20)?\d\d)\b"),
    ("weekday", rf"\b{_WEEKDAY}\b"),
    ("ago", rf"\b{_COUNT}\s+{_UNIT}\s+(?P<shift>ago|earlier|later)\b"),
    ("span", rf"\b(?P<shift>past|last|next|coming|previous)\s+(?:{_COUNT}|few|several)\s+{_UNIT}\b"),
    ("relative_unit", rf"\b(?:(?P<part>earlier|later|early|late)\s+)?(?P<shift>last|this|next|previous)\s+(?P<unit>{_PERIOD})\b"),
    ("relative_month", rf"\b(?P<shift>last|this|next)\s+{_MONTH}\b"),
    ("day_word", r"\b(?P<word>today|yesterday|tomorrow|tonight)\b"),
    ("month", rf"\b(?:(?P<part>early|mid|late)[\s-]+)?(?P<month>{'|'.join(_MONTH_NAMES)}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)(?!\w)"),
    ("decade", r"\b(?P<decade>(?:1[5-9]|20)\d0)s\b"),
    ("year", rf"\b(?:(?P<part>early|mid|late)[\s-]+)?{_YEAR}\b(?!\s*[-–]?\s*(?:people|men|women|dollars|km|miles|points|seats|votes|m\b|%))"),
    ("reference", rf"\b(?P<ref>now|currently|at present|recently|in recent {_PLURALS}|in the past|soon|in the coming {_PLURALS})\b"),
    ("edge", r"\b(?:the\s+)?(?P<part>beginning|start|end|middle)\s+of\s+(?P<shift>the|this|last|next)\s+(?P<unit>year|month|week)\b"),
    ("half", rf"\b{_COUNT}\s+and\s+a\s+half\s+{_UNIT}"),
    ("vague", r"\b(?:several|many|few)\s+(?P<unit>days|weeks|months|years|decades|hours|minutes)\b(?!\s+(?:ago|later|earlier))"),
    ("set", r"\b(?P<set>daily|weekly|monthly|quarterly|annual|annually|yearly)\b"),
    ("duration", rf"\b(?:{_COUNT}[\s-]+{_UNIT})\b(?!\s*(?:old|ago))"),
]  # fmt: skip
_PATTERNS = [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _RULES]
_HINT = re.compile(
    r"\d|day|week|month|year|decade|quarter|now|current|recent|soon|past|present|weekend|tonight|tomorrow|hour|minute|morning|afternoon|evening|night|daily|annual|Christmas|"
    + "|".join(calendar.month_name[1:])
    + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|spring|summer|autumn|fall|winter",
    re.IGNORECASE,
)


#: Type, TIMEX3 value, first and last day (ISO) of an expression.
_Value = tuple[str, str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression over tokens ``first`` to ``last``; ``begin`` and ``end`` are ISO days where they are known."""

    first: int
    last: int
    type: str
    value: str | None
    begin: str | None = None
    end: str | None = None


def find_times(parse: Parse, document_date: str | None) -> list[Time]:
    """The time expressions of a document, in order, none overlapping."""
    normaliser = _Normaliser(_day_of(document_date))
    return [time for n in range(len(parse.sentences)) for time in _of_sentence(parse, n, normaliser)]


def dateline_day(parse: Parse) -> str | None:
    """The day that an article's dateline gives ("ZURICH, March 4, 2024 -"), by which its other days can be told."""
    lines = [n for n, kind in enumerate(parse.kinds) if kind == "dateline"]
    days = (time.value for n in lines for time in _of_sentence(parse, n, _Normaliser(None)))
    return next((day for day in days if day and _day_of(day)), None)


def _day_of(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _of_sentence(parse: Parse, number: int, normaliser: _Normaliser) -> Iterator[Time]:
    first, after = parse.sentences[number]
    text, starts = [], []
    length = 0
    for i in range(first, after):
        starts.append(length)
        piece = parse.words[i] + (" " if parse.spaced[i] else "")
        text.append(piece)
        length += len(piece)
    whole = "".join(text)
    if not _HINT.search(whole):
        return
    found: list[tuple[int, int, str, re.Match[str]]] = []
    covered = bytearray(len(whole))
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(whole):
            if not any(covered[match.start() : match.end()]):
                covered[match.start() : match.end()] = b"\1" * (match.end() - match.start())
                found.append((match.start(), match.end(), name, match))
    tokens = {start: first + k for k, start in enumerate(starts)}
    for begin, end, name, match in sorted(found, key=lambda f: f[0]):
        low = tokens.get(begin)
        if low is None:
            continue
        high = low
        while high + 1 < after and starts[high + 1 - first] < end:
            high += 1
        if name == "month" and match["month"] in ("May", "March", "may", "march") and not _is_month(parse, low, high):
            continue
        if name == "year" and not _is_year(parse, low):
            continue
        result = normaliser.apply(name, match, _tense(parse, low))
        if result is not None:
            yield Time(low, high, *result)


def _tense(parse: Parse, token: int) -> str:
    """``past``, ``future`` or ``open``, by the verb that a time goes with."""
    verb = next((i for i in parse.ancestors(token) if parse.pos[i] in ("VERB", "AUX")), None)
    if verb is None:
        return "open"
    auxiliaries = {parse.words[c].lower() for c in parse.all(verb, "aux", "auxpass")}
    if auxiliaries & {"will", "shall", "would", "'ll", "wo"}:
        return "future"
    return "past" if parse.tags[verb] == "VBD" or auxiliaries & {"had", "has", "have", "was", "were", "did"} else "open"


def _is_month(parse: Parse, first: int, last: int) -> bool:
    return parse.words[last][0].isupper() and parse.pos[last] == "PROPN" and parse.entity_types[last] in ("DATE", "")


def _is_year(parse: Parse, token: int) -> bool:
    return parse.entity_types[token] in ("DATE", "TIME") or (
        token > 0 and parse.words[token - 1].lower() in ("in", "since", "by", "until", "from", "of", "to", "the", "before", "after")
    )


def _period(count: str, unit: str) -> str:
    """An ISO 8601 duration: "P3M", "PT30M"."""
    unit = unit.rstrip("s")
    return f"P{'T' if unit in ('hour', 'minute') else ''}{count}{_UNITS[unit]}"


class _Normaliser:
    """One method a rule: groups of its match → (type, value, first day, last day), or None where it is no time."""

    def __init__(self, today: date | None) -> None:
        self.today = today

    def apply(self, rule: str, match: re.Match[str], tense: str) -> _Value | None:
        groups = {key: value.lower().rstrip(".") for key, value in match.groupdict().items() if value}
        try:
            return getattr(self, "_" + rule)(groups, tense)  # type: ignore[no-any-return]
        except (ValueError, OverflowError):
            return None

    @staticmethod
    def _of_day(day: date) -> _Value:
        return "DATE", day.isoformat(), day.isoformat(), day.isoformat()

    @staticmethod
    def _of_month(year: int, month: int, part: str = "") -> _Value:
        last = calendar.monthrange(year, month)[1]
        begin, end = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}.get(part, (1, last))
        return "DATE", f"{year:04}-{month:02}", date(year, month, begin).isoformat(), date(year, month, end).isoformat()

    @staticmethod
    def _of_year(year: int, part: str = "") -> _Value:
        return "DATE", f"{year:04}", f"{year:04}-01-01", f"{year:04}-12-31"

    def _year_for(self, month: int, day: int, tense: str) -> int | None:
        """The year of a bare day: the last one in the past tense, the next one in the future, the nearest where the verb leaves it open."""
        if self.today is None:
            return None
        year = self.today.year
        days = [(y, date(y, month, min(day, calendar.monthrange(y, month)[1])) - self.today) for y in (year - 1, year, year + 1)]
        fitting = [(y, d) for y, d in days if tense == "open" or (d.days >= 0 if tense == "future" else d.days <= 0)]
        return min(fitting, key=lambda pair: abs(pair[1].days))[0]

    def _iso(self, g: dict[str, str], tense: str) -> _Value:
        return self._of_day(date(int(g["year"]), int(g["month"]), int(g["day"])))

    def _month_day_year(self, g: dict[str, str], tense: str) -> _Value:
        return self._of_day(date(int(g["year"]), _MONTHS[g["month"]], int(g["day"])))

    _day_month_year = _month_day_year

    def _month_year(self, g: dict[str, str], tense: str) -> _Value:
        return self._of_month(int(g["year"]), _MONTHS[g["month"]], g.get("part", ""))

    def _month_day(self, g: dict[str, str], tense: str) -> _Value:
        month, day = _MONTHS[g["month"]], int(g["day"])
        year = self._year_for(month, day, tense)
        return self._of_day(date(year, month, day)) if year else ("DATE", f"XXXX-{month:02}-{day:02}", None, None)

    _day_month = _month_day

    def _feast(self, g: dict[str, str], tense: str) -> _Value:
        month, day = _FEASTS[g["feast"].replace("’", "'")]
        year = int(g["year"]) if "year" in g else self._year_for(month, day, tense)
        return self._of_day(date(year, month, day)) if year else ("DATE", f"XXXX-{month:02}-{day:02}", None, None)

    def _weekday(self, g: dict[str, str], tense: str) -> _Value:
        if self.today is None:
            return "DATE", None, None, None
        ahead = (_DAYS[g["weekday"]] - self.today.weekday()) % 7
        return self._of_day(self.today + timedelta(days=ahead if tense == "future" and ahead else ahead - 7 if ahead else 0))

    def _relative_weekday(self, g: dict[str, str], tense: str) -> _Value:
        if self.today is None:
            return "DATE", None, None, None
        ahead = (_DAYS[g["weekday"]] - self.today.weekday()) % 7
        if g["shift"] in ("next", "this coming"):
            return self._of_day(self.today + timedelta(days=ahead or 7))
        if g["shift"] == "this" and tense == "future":
            return self._of_day(self.today + timedelta(days=ahead))
        return self._of_day(self.today + timedelta(days=(ahead - 7) if ahead or g["shift"] != "this" else 0))

    def _part_of_day(self, g: dict[str, str], tense: str) -> _Value:
        code = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}[g["daypart"]]
        if self.today is None:
            return "TIME", None, None, None
        if "weekday" in g:
            _, day, begin, end = self._weekday(g, tense)
        else:
            back = {"this": 0, "last": -1, "yesterday": -1, "tomorrow": 1}[g["shift"]]
            _, day, begin, end = self._of_day(self.today + timedelta(days=back))
        return "TIME", f"{day}{code}", begin, end

    def _numeric(self, g: dict[str, str], tense: str) -> _Value:
        year = int(g["year"]) if len(g["year"]) == 4 else 2000 + int(g["year"]) - (100 if int(g["year"]) > _CENTURY else 0)
        return self._of_day(date(year, int(g["month"]), int(g["day"])))  # month first, as American papers write

    def _edge(self, g: dict[str, str], tense: str) -> _Value:
        return self._relative_unit({"shift": "this" if g["shift"] == "the" else g["shift"], "unit": g["unit"]}, tense)

    def _half(self, g: dict[str, str], tense: str) -> _Value:
        count = int(g["count"]) if g["count"].isdigit() else _NUMBERS[g["count"]]
        return "DURATION", _period(f"{count}.5", g["unit"]), None, None

    def _vague(self, g: dict[str, str], tense: str) -> _Value:
        return "DURATION", _period("X", g["unit"]), None, None

    def _set(self, g: dict[str, str], tense: str) -> _Value:
        values = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q"}
        return "SET", values.get(g["set"], "P1Y"), None, None

    def _ago(self, g: dict[str, str], tense: str) -> _Value:
        count = int(g["count"]) if g["count"].isdigit() else _NUMBERS[g["count"]]
        sign = 1 if g["shift"] == "later" else -1
        if self.today is None or g["shift"] != "ago":
            return "DATE", None, None, None
        unit = g["unit"].rstrip("s")
        if unit in ("hour", "minute"):
            return self._of_day(self.today)
        if unit == "day":
            return self._of_day(self.today + timedelta(days=sign * count))
        if unit == "week":
            return self._week(self.today + timedelta(weeks=sign * count))
        if unit == "month":
            months = self.today.year * 12 + self.today.month - 1 + sign * count
            return self._of_month(months // 12, months % 12 + 1)
        return self._of_year(self.today.year + sign * count * (10 if unit == "decade" else 1))

    def _span(self, g: dict[str, str], tense: str) -> _Value:
        count = g.get("count")
        number = "X" if count is None else count if count.isdigit() else str(_NUMBERS[count])
        unit = g["unit"].rstrip("s")
        begin = end = None
        if self.today is not None and number.isdigit() and unit in _LENGTHS:
            days = int(number) * _LENGTHS[unit]
            edge = self.today + timedelta(days=days if g["shift"] in ("next", "coming") else -days)
            begin, end = sorted((edge.isoformat(), self.today.isoformat()))
        return "DURATION", _period(number, unit), begin, end

    def _relative_unit(self, g: dict[str, str], tense: str) -> _Value:
        if self.today is None:
            return "DATE", None, None, None
        step = {"last": -1, "previous": -1, "this": 0, "next": 1}[g["shift"]]
        unit = g["unit"]
        if unit == "week":
            return self._week(self.today + timedelta(weeks=step))
        if unit == "month":
            months = self.today.year * 12 + self.today.month - 1 + step
            return self._of_month(months // 12, months % 12 + 1)
        if unit == "year":
            return self._of_year(self.today.year + step)
        if unit == "weekend":
            year, week, _ = (self.today + timedelta(weeks=step)).isocalendar()
            saturday = date.fromisocalendar(year, week, 6)
            return "DATE", f"{year:04}-W{week:02}-WE", saturday.isoformat(), (saturday + timedelta(days=1)).isoformat()
        if unit in ("spring", "summer", "autumn", "fall", "winter"):
            code = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}[unit]
            return "DATE", f"{self.today.year + step:04}-{code}", None, None
        if unit == "quarter":
            quarters = self.today.year * 4 + (self.today.month - 1) // 3 + step
            year, quarter = divmod(quarters, 4)
            return "DATE", f"{year:04}-Q{quarter + 1}", date(year, quarter * 3 + 1, 1).isoformat(), self._of_month(year, quarter * 3 + 3)[3]
        return "DATE", None, None, None

    def _week(self, day: date) -> _Value:
        year, week, _ = day.isocalendar()
        monday = date.fromisocalendar(year, week, 1)
        return "DATE", f"{year:04}-W{week:02}", monday.isoformat(), (monday + timedelta(days=6)).isoformat()

    def _relative_month(self, g: dict[str, str], tense: str) -> _Value:
        if self.today is None:
            return "DATE", None, None, None
        month = _MONTHS[g["month"]]
        year = self.today.year
        if g["shift"] == "last":
            year -= month >= self.today.month
        elif g["shift"] == "next":
            year += month <= self.today.month
        return self._of_month(year, month)

    def _day_word(self, g: dict[str, str], tense: str) -> _Value:
        if self.today is None:
            return "DATE", None if g["word"] != "today" else "PRESENT_REF", None, None
        day = self._of_day(self.today + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(g["word"], 0)))
        return ("TIME", f"{day[1]}TNI", *day[2:]) if g["word"] == "tonight" else day

    def _month(self, g: dict[str, str], tense: str) -> _Value:
        month = _MONTHS[g["month"]]
        year = self._year_for(month, 28 if tense == "future" else 1, tense)
        return self._of_month(year, month, g.get("part", "")) if year else ("DATE", f"XXXX-{month:02}", None, None)

    def _decade(self, g: dict[str, str], tense: str) -> _Value:
        return "DATE", g["decade"][:3], f"{g['decade']}-01-01", f"{g['decade'][:3]}9-12-31"

    def _year(self, g: dict[str, str], tense: str) -> _Value:
        return self._of_year(int(g["year"]), g.get("part", ""))

    def _reference(self, g: dict[str, str], tense: str) -> _Value:
        word = g["ref"]
        return (
            "DATE",
            "FUTURE_REF" if "coming" in word or word == "soon" else "PAST_REF" if "recent" in word or "past" in word else "PRESENT_REF",
            None,
            None,
        )

    def _duration(self, g: dict[str, str], tense: str) -> _Value | None:
        if g["count"] in ("a", "an", "one", "1") and g["unit"].endswith("s"):
            return None  # "a months-long siege"
        count = g["count"] if g["count"].isdigit() else str(_NUMBERS[g["count"]])
        return "DURATION", _period(count, g["unit"]), None, None
