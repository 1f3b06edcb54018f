"""A digest as Markdown and as a page. The headings and "also" are all the words that are not the articles'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from kg.query import plain
from kg.views.digest import Digest, Line, Source
from kg.views.layout import count

_SPECIAL = re.compile(r"[\\`*\[\]<>|&~$]|(?<!\w)_|_(?!\w)|^[#+=-](?=\s|#)|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s)")
_KINDS = {
    "number": "How many?",
    "date": "When?",
    "place": "Where?",
    "actor": "Who?",
    "polarity": "Did it happen?",
    "status": "How sure is it?",
}
_SEVERAL, _ONE = "Told by several independent sources", "Told by one source"
_STYLE = """
body { font: 1.0625rem/1.6 Georgia, 'Times New Roman', serif; color: #1a1a1a; background: #fff; max-width: 42rem;
  margin: 3rem auto; padding: 0 1.25rem }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .4rem } h2 { font-size: 1.25rem; margin: 2.4rem 0 .6rem; border-bottom: 1px solid #ccc }
h3 { font-size: 1rem; font-style: italic; font-weight: normal; margin: 1.4rem 0 .4rem; color: #444 }
p, li { margin: .5rem 0; hyphens: auto } ul { padding-left: 1.2rem } .note { color: #555; font-size: .9rem }
.cite { font-size: .8em; white-space: nowrap } .cite a { color: #1a4f8a; text-decoration: none }
dl { display: grid; grid-template-columns: 7.5rem 1fr; gap: .4rem 1rem } dt { font-variant-numeric: tabular-nums; color: #444 } dd { margin: 0 }
@media (max-width: 32rem) { dl { display: block } dt { margin-top: .8rem } }
@media print { body { margin: 0; max-width: none; font-size: 10.5pt } h2, h3 { break-after: avoid }
  li, dd { break-inside: avoid } a { color: inherit } }
"""


def title(digest: Digest) -> str:
    """What the digest is called: whom it is about, and the days of its articles."""
    days = digest.first if digest.first == digest.last else f"{digest.first} to {digest.last}"
    what = f"igest of {count(len(digest.sources), 'article')}"
    if digest.unquoted:
        what += f" ({digest.unquoted} more that {'cites' if digest.unquoted == 1 else 'cite'} others not quoted)"
    return ", ".join(filter(None, (f"{digest.about}: d{what}" if digest.about else f"D{what}", days)))


def as_markdown(digest: Digest) -> str:
    """CommonMark; the articles' words are escaped."""
    lines = [f"# {marked_down(title(digest))}", "", "## Key happenings, in the articles' own words"]
    for heading, group in _groups(digest.happenings):
        lines += ["", f"### {heading}", "", *(f"- {_cited(line)}" for line in group)]
    if digest.disputes:
        lines += ["", "## Where the articles disagree"]
        for dispute in digest.disputes:
            lines += ["", f"### {_KINDS.get(dispute.kind, dispute.kind)}", "", *(f"- {_cited(side)}" for side in dispute.sides)]
    if digest.timeline:
        lines += ["", f"## {_dated(digest)}", "", *(f"- **{entry.date}**: {_cited(entry.line)}" for entry in digest.timeline)]
    lines += ["", "## Sources", "", *(f"[{source.number}] {marked_down(_source(source))}  " for source in digest.sources)]
    return "\n".join(lines) + "\n"


def _dated(digest: Digest) -> str:
    """The heading of the timeline; a heading, for it is no sentence of the articles."""
    shown = len(digest.timeline)
    return f"Timeline: the {shown} weightiest of {shown + digest.undrawn} dated sentences" if digest.undrawn else "Timeline"


def marked_down(text: str) -> str:
    """Text in which Markdown sees no markup."""
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", plain(text))


def _cited(line: Line) -> str:
    also = f" (also {''.join(f'[{number}]' for number in line.also)})" if line.also else ""
    return f"{marked_down(line.text)} [{line.source}]{also}"


def _groups(lines: Iterable[Line]) -> Iterator[tuple[str, list[Line]]]:
    """What several independent sources tell, then the rest."""
    told = list(lines)
    for heading, group in ((_SEVERAL, [x for x in told if x.independent > 1]), (_ONE, [x for x in told if x.independent <= 1])):
        if group:
            yield heading, group


def _source(source: Source) -> str:
    named = f"“{source.title}”" if source.title else ""
    return f"{', '.join(filter(None, (source.publisher, named, source.date)))} ({source.id})".strip()


def as_html(digest: Digest) -> str:
    """One page that needs nothing else; the articles' words are escaped."""
    parts = [f"<h1>{_safe(title(digest))}</h1>",
             '<p class="note">Every sentence is quoted from the article whose number follows it.</p>',
             "<h2>Key happenings</h2>"]  # fmt: skip
    for heading, group in _groups(digest.happenings):
        parts += [f"<h3>{heading}</h3>", _list(group)]
    if digest.disputes:
        parts.append("<h2>Where the articles disagree</h2>")
        for dispute in digest.disputes:
            parts += [f"<h3>{_safe(_KINDS.get(dispute.kind, dispute.kind))}</h3>", _list(dispute.sides)]
    if digest.timeline:
        rows = "\n".join(f"<dt>{_safe(entry.date)}</dt><dd>{_linked(entry.line)}</dd>" for entry in digest.timeline)
        parts += [f"<h2>{_dated(digest)}</h2>", f"<dl>\n{rows}\n</dl>"]
    listed = "\n".join(f'<li id="source-{source.number}" value="{source.number}">{_safe(_source(source))}</li>' for source in digest.sources)
    parts += ["<h2>Sources</h2>", f"<ol>\n{listed}\n</ol>"]
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{_safe(title(digest))}</title><style>{_STYLE}</style>'
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>{head}</head>\n<body>\n' + "\n".join(parts) + "\n</body>\n</html>\n"


def _safe(text: str) -> str:
    return escape(plain(text))


def _list(lines: Iterable[Line]) -> str:
    return "<ul>\n" + "\n".join(f"<li>{_linked(line)}</li>" for line in lines) + "\n</ul>"


def _linked(line: Line) -> str:
    also = f" (also {_links(line.also)})" if line.also else ""
    return f'{_safe(line.text)} <span class="cite">{_links((line.source,))}{also}</span>'


def _links(numbers: Iterable[int]) -> str:
    return "".join(f'<a href="#source-{number}">[{number}]</a>' for number in numbers)
