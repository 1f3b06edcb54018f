"""Hostile bytes, a few for each reader: what the long runs of ``make fuzz`` do, and what they have found."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import fuzz

READERS = [name for name in fuzz.TARGETS if name != "build"]


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(random=st.randoms(use_true_random=False))
def test_whatever_comes_is_read_or_told(name: str, tmp_path: Path, random: Random) -> None:
    fuzz.tried(name, fuzz.mutated(fuzz.TARGETS[name][1], random), tmp_path)


@pytest.mark.parametrize("name", READERS)
def test_the_samples_are_read(name: str, tmp_path: Path) -> None:
    for sample in fuzz.TARGETS[name][1]:
        fuzz.tried(name, sample, tmp_path)
