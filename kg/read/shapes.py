"""What a line of an article is, told by its shape: boilerplate, title, section heading, dateline, timeline entry …"""

from __future__ import annotations

import re

from kg.normalise import normalise
from kg.read.lines import ends_sentence

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?|{_MONTH},? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
#: "Dec 30, 2025 (evening) – …", "Late May 2024: …", "2013 – …"; "**week of 2013-04-01**: …" of our own digests
TIMELINE = re.compile(
    rf"(?:\*\*|__)?(?:(?:Early|Mid|Late)[ -])?(?:{_DAY}|(?:19|20)\d{{2}})(?: \([^()\n]{{1,40}}\))?(?:\*\*|__)?(?:\s*[–—:](?:\*\*|__)?\s+|\s+--?\s+)"
    r"|\*\*[^*\n]{0,20}\b(?:19|20)\d{2}\b[^*\n]{0,30}\*\*:\s+"
)
#: A date at the end of an entry of a source list.
CLOSING_DATE = re.compile(rf"(?:,| \(|\s[–—-])\s*{_DAY}\)?\.?$")

#: "CARACAS, Venezuela (AP) — ", "LONDON, Jan 2 (Reuters) - ", "Lyon (AFP) – "
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]{2,}(?:[ -][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]+){0,3}"
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}"
_REGION = r"(?:, [A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,2})?"
_AGENCY = rf"\([A-Z][\w .&/-]{{1,30}}(?:, {_DAY})?\)"
_DASH = r"\s?(?:[—–―]|--|(?<=\s)-)\s?"
_WHEN = rf"(?:,| \|) (?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}},? )?{_DAY}"
_DATELINE = re.compile(
    rf"(?:(?:{_CAPITALS}{_REGION}(?:{_WHEN})?(?: {_AGENCY})?|{_NAME}{_REGION}(?:{_WHEN})? {_AGENCY}|{_DAY} {_AGENCY}){_DASH}"
    rf"|{_CAPITALS}, [A-ZÀ-Þ][a-zà-ÿ][\w.’'-]*: )(?=[\"“'‘A-ZÀ-Þ0-9])"
)
_LABELS = re.compile(r"(?:UPDATE|BREAKING|LIVE|WATCH|EXCLUSIVE|ANALYSIS|OPINION|EDITORIAL|NOTE|FACTBOX|EXPLAINER|CORRECTION|VIDEO|PHOTOS)\b")

_BOILERPLATE = re.compile(
    r"""(?:
      (?:last\ )?updated(?:\ on)?\b[^.]{0,60} | published(?:\ on)?\b:?[^.]{0,60}\d{4}[^.]{0,20} | posted\b[^.]{0,60}\d{4}[^.]{0,20}
    | advertise?ment | sponsored(?:\ content)? | article\ continues\ below.{0,40} | story\ continues\ below.{0,40}
    | (?:read|see|watch|listen)\ (?:more|also|next|now)\b:?.{0,200} | also\ read\b.{0,200} | more\ (?:on|from)\ this\ (?:story|topic).{0,80}
    | related(?:\ (?:articles?|stories|coverage|news|topics?))?:?
    | share(?:\ (?:this|on|via)\b.{0,60})?
    | (?:sign\ up|subscribe)\b.{0,120}(?:newsletter|inbox|alerts?|updates|today|now)\b.{0,60}
    | follow\ us\b.{0,100} | click\ here\b.{0,100} | skip\ to\ (?:main\ )?content | \d{1,2}\ min(?:ute)?s?\ read
    | (?:print|email|comments?|leave\ a\ comment)
    | (?:copyright\ )?(?:©|\(c\)|(?<=t\ )\d{4}).{0,150} | all\ rights\ reserved\.?
    | \(?(?:additional\ )?(?:reporting|editing|writing|compiled)\ by\ .{0,300} | (?:photo|image|picture)(?:\ (?:credit|by|courtesy))?:.{0,150}
    | !?\[[^\]]{0,200}\]\([^)]{0,500}\) | https?://\S{1,500} | <!--.{0,500}-->
    )\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_BYLINE = re.compile(r"(?:By|BY)\s+[A-ZÀ-Þ][\w.'’-]+(?:\s+(?:and\s+|[A-ZÀ-Þ])[\w.'’-]*,?){0,12}(?:\s*[|,–—-].{0,80})?")
CONTENTS = re.compile(r"(?:table of )?contents:?", re.IGNORECASE)
SOURCES = re.compile(r"(?:sources?|references|source list|bibliography|works cited|articles)(?: ?\(\d+(?: \w+)?\))?:?", re.IGNORECASE)

#: Words that a title leaves in lower case.
_SMALL = re.compile("a|an|the|and|or|but|nor|of|to|in|on|at|by|for|from|with|as|vs|via|over|into|onto|up|out|off|per|amid|than|is|are")
#: Words that begin a sentence and, in a title, only stand in the middle in lower case or as part of a name.
_STARTER = re.compile(
    "In|On|At|After|Before|During|Since|Following|While|When|As|If|Although|Despite|By|For|From|With|Under|Over|According|Among"
    "|The|A|An|This|That|These|Those|Its|His|Her|Their|Our|My|He|She|It|They|We|There|Here"
    "|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Many|Several|Most|More|All|Both|Another|Such"
    "|Earlier|Later|Meanwhile|However|Officials|Police|Authorities"
)
_CITED = re.compile(r"(?:\s?\[[^\[\]\n]{1,80}\])+$")  # marks of a digest behind a sentence: "… on a dock. [3]"
_NO_TITLE_END = (".", ",", ";", ":", ".”", '."', ".'", "…")
_WORD = re.compile(r"\S+")
_TITLE_LENGTH = 250
_HEADING_LENGTH = 140
_PLAIN_HEADING_WORDS = 8  # of a heading that is not in title case: "What we know so far"
_HEADING_AT_LEAST = 4  # words of a heading that runs into its paragraph
_RUN_IN_REACH = 300  # characters looked at
_SENTENCE_LEAST = 40  # characters of the paragraph that follows one


def key(words: str) -> str:
    """What two lines must share to say the same: letters and digits in lower case, single spaces."""
    return " ".join(re.findall(r"\w+", normalise(words[:1000]).text.casefold()))


def is_boilerplate(words: str) -> bool:
    """Whether a line belongs to the page, not to the article: notices, buttons, bylines, separators."""
    if len(words) > 600:
        return False
    if not any(c.isalnum() for c in words):
        return True
    return _BOILERPLATE.fullmatch(words) is not None or (len(words) < 160 and _BYLINE.fullmatch(words) is not None)


def is_title(words: str) -> bool:
    """Whether the first line of an article can be its title: one line, not too long, without a full stop."""
    return len(words) <= _TITLE_LENGTH and "\n" not in words and not words[0].islower() and not _CITED.sub("", words).endswith(_NO_TITLE_END)


def is_heading(words: str) -> bool:
    """Whether a line has the shape of a section heading: title case, or a few words, and no end of a sentence."""
    words = words.strip("*_ ")
    if not words or len(words) > _HEADING_LENGTH or "\n" in words or words[0].islower() or words.endswith((",", ";")):
        return False
    titled = _title_case(words)
    if ends_sentence(words):
        return titled and words.endswith("?")
    if words[0] in '"“' and words[-1] in '"”':
        return False
    return titled or len(words.split()) <= _PLAIN_HEADING_WORDS


def dateline(words: str) -> int:
    """Length of the dateline that a paragraph begins with, the dash included; 0 without one."""
    match = _DATELINE.match(words[:150])
    return match.end() if match and not _LABELS.match(words) else 0


def run_in_heading(words: str) -> tuple[int, int] | None:
    """End of a title-case heading that lost its line break, and begin of the sentence that it runs into.

    The first word that no title leaves in lower case ends the search; the sentence begins at the last capitalised
    starter before it ("Strikes Expand *The* White House ordered"). None when that is not safe to tell.
    """
    found = list(_WORD.finditer(words[:_RUN_IN_REACH]))
    titled = 0
    for word in found:
        core = word[0].strip("\"“”'‘’()*_")
        if core[:1].islower() and not _SMALL.fullmatch(core):
            break
        if core.endswith((".", "!", "?", ":", ";")) and not re.search(r"\b[A-Z]\.$|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|vs)\.$", core):
            return None
        titled += 1
    for index in range(titled - 1, _HEADING_AT_LEAST - 1, -1):
        before, start = found[index - 1], found[index]
        last = before[0]
        ended = last[-1].isalnum() or last[-1] in "?!”\"')"
        if _STARTER.fullmatch(start[0]) and ended and not _SMALL.fullmatch(last) and _title_case(words[: before.end()]):
            return (before.end(), start.start()) if len(words) - start.start() >= _SENTENCE_LEAST and titled < len(found) else None
    return None


def _title_case(words: str) -> bool:
    """Whether all but the small words are capitalised, three of them at least, or two of two."""
    cores = [core for word in words.split() if (core := word.strip("\"“”'‘’()*_,:?!&–—-"))]
    content = [core for core in cores if not _SMALL.fullmatch(core)]
    capital = [core for core in content if not core[0].islower()]
    return len(capital) >= 2 and len(capital) >= 0.9 * len(content) and any(c[0].isupper() for c in capital)
