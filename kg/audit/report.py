"""What an audit found, for a reader and for a program."""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from kg.audit.compare import Difference
from kg.audit.statements import Statement
from kg.audit.verdicts import NO_CLAIM, NOT_FOUND, SUPPORTED, WRONG_CITATION, Finding

_WIDTH = 110


def as_text(findings: Sequence[Finding], plain: Callable[[str], str]) -> str:
    """Each sentence with its verdict and what it rests on; ``plain`` makes text of files harmless for a terminal. The sums come last."""
    return "\n".join([*(line for finding in findings for line in _entry(finding, plain)), _sums(findings)]) + "\n"


def as_json(digest: str, findings: Sequence[Finding]) -> str:
    """One object: the digest's id, how often each verdict was given, and a record for each sentence; spans count code points of its text."""
    counts = Counter(finding.verdict for finding in findings)
    record = {"digest": digest, "verdicts": {verdict: counts[verdict] for verdict in sorted(counts)}, "sentences": [_record(f) for f in findings]}
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def unsupported(findings: Sequence[Finding]) -> int:
    """How many sentences claim something that the articles do not bear out."""
    return sum(finding.verdict not in (SUPPORTED, NO_CLAIM) for finding in findings)


def _sums(findings: Sequence[Finding]) -> str:
    counts = Counter(finding.verdict for finding in findings)
    order = sorted(counts, key=lambda verdict: (verdict == NO_CLAIM, verdict != SUPPORTED, verdict))
    return f"{len(findings)} sentences: " + ", ".join(f"{counts[verdict]} {verdict}" for verdict in order)


def _entry(finding: Finding, plain: Callable[[str], str]) -> list[str]:
    lines = [finding.verdict.upper(), *_wrapped(plain(finding.statement.text), "  ")]
    for difference in finding.differences:
        lines += _wrapped(plain(_reason(difference)), "  - ")
    if finding.verdict == NOT_FOUND and finding.missing:
        lines += _wrapped(plain("not told there: " + ", ".join(f"“{words}”" for words in finding.missing)), "  - ")
    if finding.evidence is not None and finding.verdict != NO_CLAIM:
        label = "nearest" if finding.verdict == NOT_FOUND else "stands in" if finding.verdict in (SUPPORTED, WRONG_CITATION) else "compare"
        for part in finding.evidence.parts:
            lines += _wrapped(plain(f"{label} {part.doc}: “{part.text}”"), "  > ")
    lines += [line for note in finding.notes for line in _wrapped(plain(note), "  - ")]
    return [*lines, ""]


def _reason(difference: Difference) -> str:
    """What is otherwise, in a line."""
    if difference.there:
        return f"{difference.kind} here: “{difference.here}”; there: “{difference.there}”"
    what = "words that no article has" if difference.kind == "quotation" else "not told there"
    return f"{what}: “{difference.here}”"


def _wrapped(text: str, mark: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark)) or [mark]


def _record(finding: Finding) -> dict[str, Any]:
    evidence = finding.evidence
    return {
        "sentence": finding.statement.text,
        "span": list(finding.statement.span),
        "citations": list(finding.statement.cited),
        "verdict": finding.verdict,
        "evidence": [_quoted(part) for part in evidence.parts] if evidence else [],
        "share": round(evidence.share, 3) if evidence else 0.0,
        "differences": [{"kind": d.kind, "here": d.here, "there": d.there} for d in finding.differences],
        "missing": list(finding.missing),
        "notes": list(finding.notes),
    }


def _quoted(part: Statement) -> dict[str, Any]:
    return {"document": part.doc, "span": list(part.span), "sentence": part.text}
