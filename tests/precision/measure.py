"""The labelled sample: claims read from this folder's texts, each judged by a second reader against its sentence and nothing else.

    python -m tests.precision.measure     # prints the table and writes ontology/confidence.ttl

``verdicts.jsonl`` holds one judged claim a line. What the reader judged: subject, relation, object, polarity, modality and who says so.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.confidence import Judged, confidences

HERE = Path(__file__).parent
TEXTS = HERE / "texts"
DATES = HERE / "dates.csv"
CONFIDENCE = HERE.parents[1] / "ontology" / "confidence.ttl"

#: Rule → family: rules that rest on the same constructions.
FAMILIES = {
    "verb-active-main": "main clause",
    "verb-active-coordination": "coordination",
    "verb-active-complement": "complement clause",
    "verb-active-relative": "relative clause",
    "verb-active-adverbial": "adverbial clause",
    **dict.fromkeys(("verb-active-control", "verb-active-gerund", "verb-active-participle"), "clause without a subject"),
    **{
        f"verb-passive-{where}": "passive"
        for where in ("main", "complement", "control", "relative", "participle", "adverbial", "coordination", "gerund")
    },
    "noun": "noun",
    **dict.fromkeys(
        ("copula", "adjective", "appositive", "description", "title", "copula-office", "copula-phrase", "existential", "location"),
        "being and belonging",
    ),
}


def verdicts() -> list[dict[str, Any]]:
    """The judged claims, in the order of the draw."""
    return [json.loads(line) for line in (HERE / "verdicts.jsonl").read_text(encoding="utf-8").splitlines()]


def judged(sample: Iterable[dict[str, Any]]) -> list[Judged]:
    """Counts by rule; a rule of which no claim was drawn has none."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for verdict in sample:
        total[verdict["rule"]] += 1
        right[verdict["rule"]] += verdict["right"]
    return [Judged(rule, family, total[rule], right[rule]) for rule, family in sorted(FAMILIES.items())]


def turtle(rules: Iterable[Judged]) -> str:
    """The file of the ontology that the program reads its confidences from."""
    head = (
        "# How often each rule of extraction was judged right on the labelled sample in tests/precision/; written by\n"
        "# `python -m tests.precision.measure`. A claim's confidence is the lower end of the 95 % interval of that share; a rule with few\n"
        "# judged claims has its family's.\n"
        "@prefix kg: <https://w3id.org/newskg/ontology#> .\n"
    )
    return head + "".join(
        f'\nkg:rule-{r.rule} a kg:ExtractionRule ;\n    kg:ruleName "{r.rule}" ; kg:ruleFamily "{r.family}" ;\n'
        f"    kg:judgedClaims {r.judged} ; kg:rightClaims {r.right} .\n"
        for r in rules
    )


def main() -> None:
    rules = judged(verdicts())
    sure = confidences(rules)
    for rule in rules:
        print(f"{rule.family:26} {rule.rule:26} {rule.right:4} of {rule.judged:4}   {sure[rule.rule]:.2f}")
    print(f"{'':53} {sum(r.right for r in rules):4} of {sum(r.judged for r in rules):4}")
    CONFIDENCE.write_text(turtle(rules), encoding="utf-8")


if __name__ == "__main__":
    main()
