"""The graph that the tests of the views read, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from tests.graphs import graph, opened


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of the invented articles."""
    return graph(tmp_path_factory.mktemp("views") / "output")


@pytest.fixture(scope="session")
def store(folder: Path) -> Store:
    return opened(folder)
