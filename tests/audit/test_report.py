"""What a reader and a program get of an audit."""

from __future__ import annotations

import json

from kg.audit.report import as_json, as_text, unsupported
from kg.query import plain
from tests.telling import findings, told

ARTICLE = "Police arrested four men in Lyon. The mayor praised the officers."
DIGEST = "Police arrested nine men in Lyon [1]. The mayor praised the officers. A bomb exploded in Marseille."


def test_text_shows_sentence_verdict_and_both_numbers() -> None:
    text = as_text(findings(told("digest", DIGEST, sources=["Title of a\x1b[31m"]), [told("a\x1b[31m", ARTICLE)]), plain)
    assert "ALTERED NUMBER\n  Police arrested nine men in Lyon.\n  - number here: “nine men”; there: “four men”\n" in text
    assert "SUPPORTED\n  The mayor praised the officers.\n  > stands in a\ufffd[31m: “The mayor praised the officers.”\n" in text
    assert text.endswith("3 sentences: 1 supported, 1 altered number, 1 not found\n")
    assert "\x1b" not in text


def test_json_has_a_record_for_every_sentence() -> None:
    found = findings(told("digest", DIGEST, sources=["Title of a"]), [told("a", ARTICLE)])
    data = json.loads(as_json("digest", found))
    assert data["verdicts"] == {"altered number": 1, "not found": 1, "supported": 1}
    first = data["sentences"][0]
    assert (first["citations"], first["evidence"][0]["document"]) == ([1], "a")
    begin, end = first["evidence"][0]["span"]
    assert ARTICLE[begin:end] == first["evidence"][0]["sentence"]
    assert unsupported(found) == 2
