"""Front matter: fields, and what is wrong with one."""

from __future__ import annotations

import pytest

from kg.read.article import Details
from kg.read.frontmatter import front_matter
from kg.read.limits import Limits

BODY = "The court ruled on Monday.\n"
FULL = Details(id="007", title="No: Ruling", publisher="Sample Wire", date="2026-01-02", url="https://example.org/a", language="en-GB")
YAML = 'id: 007\ntitle: "No: Ruling"\nsource: Sample Wire\ndate: 2026-01-02T10:00:00Z\nurl: https://example.org/a\nlanguage: en-GB\ntags: [a, b]\n'


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("close", ["---", "...", "---  "])
def test_fields_and_the_begin_of_the_body(newline: str, close: str) -> None:
    text = f"---\n{YAML}{close}\n{BODY}".replace("\n", newline)
    details, begin, wrong = front_matter(text, Limits())
    assert (details, wrong) == (FULL, [])
    assert text[begin:] == BODY.replace("\n", newline)


@pytest.mark.parametrize("text", [BODY, f"---\n{BODY}---\n{BODY}", "---", "--- \n", "----\ntitle: a\n---\n", ""])
def test_text_without_front_matter(text: str) -> None:
    assert front_matter(text, Limits()) == (Details(), 0, [])


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("title: [a\n", "no valid YAML"),
        ("title: a: b: c\n", "no valid YAML in its line 1"),
        ("title: !!python/object/apply:os.system ['true']\n", ""),
        ("date: 2 January\n", 'the date "2 January" is no ISO day'),
        ("date: 2026-02-30\n", "no ISO day"),
        ("url: javascript:alert(1)\n", "the url"),
        ("language: English (US)\n", "the language"),
        (f"title: {'x' * 600}\n", "cut to 500 characters"),
        ("a: " + "[" * 5000 + "\n", "no valid YAML"),
    ],
)
def test_what_is_wrong_is_told_and_the_body_is_read(inside: str, reason: str) -> None:
    text = f"---\n{inside}---\n{BODY}"
    _, begin, wrong = front_matter(text, Limits())
    assert text[begin:] == BODY
    assert reason in "".join(wrong)


def test_a_value_that_is_no_text_is_passed_over() -> None:
    details, _, wrong = front_matter("---\ntitle: [a, b]\npublisher: {a: b}\ndate:\n---\n", Limits())
    assert (details, wrong) == (Details(), [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\ntitle: a\n\nNo end.", "no closing line"),
        ("---\ntitle: a\n" + "b: c\n" * 9_000 + "---\n", "longer than 20000 characters"),
    ],
)
def test_front_matter_that_does_not_end_is_text(text: str, reason: str) -> None:
    details, begin, wrong = front_matter(text, Limits())
    assert (details, begin) == (Details(), 0)
    assert reason in wrong[0]


def test_entities_that_multiply_do_no_harm() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(f"{n}: &{n} [{','.join(['*' + p] * 9)}]\n" for p, n in zip("abcdefghi", "bcdefghij", strict=True))
    details, _, _ = front_matter(f"---\n{bomb}title: *j\n---\n{BODY}", Limits())
    assert details == Details()
