"""The documents that share most with each, beside a count of all pairs."""

from __future__ import annotations

from random import Random

import pytest

from kg.resolve.nearby import nearest, shares_of


def by_all_pairs(terms: list[dict[str, float]], holds: list[bool], near: int, whole: int, most: int) -> list[list[int]]:
    found = []
    for n, own in enumerate(terms):
        shared: dict[int, float] = {}
        for term, weight in own.items():
            holders = [m for m, other in enumerate(terms) if term in other and holds[m]]
            before = sum(m < n for m in holders)
            looked_at = holders if len(holders) <= whole else holders[max(0, before - near) : before + near + 1]
            for m in looked_at:
                shared[m] = shared.get(m, 0.0) + weight
        shared.pop(n, None)
        found.append(sorted(shared, key=lambda m: (-shared[m], abs(m - n), m))[:most])
    return found


@pytest.mark.parametrize("seed", range(8))
def test_is_what_a_count_of_all_pairs_gives(seed: int) -> None:
    random = Random(seed)
    names = [f"name{int(40 ** random.random())}" for _ in range(60)]  # a few are everywhere
    size = random.choice((1, 40, 700))
    terms = [{name: random.choice((0.25, 0.5, 1.0)) for name in random.sample(names, random.randrange(7))} for _ in range(size)]
    holds = [random.random() < 0.8 for _ in terms]
    near, whole, most = random.choice(((3, 0, 4), (5, 12, 9)))
    expected = by_all_pairs(terms, holds, near, whole, most)
    assert list(nearest(shares_of(terms), holds, near, whole, most)) == expected


def test_documents_without_terms_have_nobody_near() -> None:
    assert list(nearest(shares_of([{}, {}]), [True, True], 5, 5, 5)) == [[], []]
    assert list(nearest(shares_of([]), [], 5, 5, 5)) == []
