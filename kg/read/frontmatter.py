"""YAML front matter: what stands between two lines of "---" at the begin of a text."""

from __future__ import annotations

import re

from kg.read.article import Details, details_of
from kg.read.limits import Limits

_OPEN = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_FIELD = re.compile(r"[A-Za-z_][\w -]*:(?:\s|\Z)")


def front_matter(text: str, limits: Limits) -> tuple[Details, int, list[str]]:
    """Details, the offset at which the body begins, and what is wrong with the front matter.

    Text that merely begins with a rule ("---") has no front matter: one holds a field, and is closed.
    """
    opened = _OPEN.match(text)
    if not opened:
        return Details(), 0, []
    head = text[: limits.max_front_matter]
    closed = _CLOSE.search(head, opened.end())
    inside = head[opened.end() : closed.start()] if closed else head[opened.end() :]
    if not _FIELD.match(inside):
        return Details(), 0, []
    if not closed:
        long = len(text) > limits.max_front_matter
        reason = f"is longer than {limits.max_front_matter} characters (--limit front-matter=N)" if long else "has no closing line ---"
        return Details(), 0, [f"the front matter {reason} and was read as text"]
    values, wrong = _load(inside)
    details, bad = details_of(values, limits)
    return details, closed.end(), wrong + bad


def _load(inside: str) -> tuple[dict[str, object], list[str]]:
    import yaml

    try:
        # The base loader builds nothing but text, lists and mappings: safe, and an id such as 007 stays what it is.
        values = yaml.load(inside.replace("\r\n", "\n").replace("\r", "\n"), Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in its line {mark.line + 1}" if mark else ""
        return {}, [f"the front matter is no valid YAML{where} and was left out"]
    except (RecursionError, ValueError):
        return {}, ["the front matter is no valid YAML and was left out"]
    if not isinstance(values, dict):
        return {}, ["the front matter holds no fields and was left out"]
    return {str(name): value for name, value in values.items()}, []
