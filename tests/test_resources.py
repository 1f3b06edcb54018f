"""The ontology folder is found wherever newskg may lie."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.resources import ontology_dir, read_text

PACKAGE = Path(__file__).parents[1] / "kg"
MODULES = ("__init__.py", "errors.py", "resources.py")


def install(folder: Path, ontology: Path | None) -> subprocess.CompletedProcess[str]:
    """Copies what finds the folder, lays the ontology where told, and asks from elsewhere."""
    (folder / "kg").mkdir()
    for name in MODULES:
        shutil.copy(PACKAGE / name, folder / "kg" / name)
    if ontology:
        ontology.mkdir(parents=True)
        shutil.copy(PACKAGE.parent / "ontology" / "lexicon-shapes.ttl", ontology)
    code = "from kg.resources import ontology_dir; print(ontology_dir())"
    env = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run([sys.executable, "-c", code], env=env, cwd=folder.parent, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("place", ["kg/ontology", "ontology"], ids=["wheel", "checkout or editable"])
def test_the_folder_is_found(tmp_path: Path, place: str) -> None:
    root = tmp_path / "site"
    root.mkdir()
    assert install(root, root / place).stdout.strip() == str(root / place)


def test_a_missing_folder_is_told_in_one_sentence(tmp_path: Path) -> None:
    root = tmp_path / "site"
    root.mkdir()
    error = install(root, None).stderr.strip().splitlines()[-1]
    assert error.startswith("kg.errors.OntologyError: The ontology folder is neither in")
    assert error.endswith("install newskg again.")


def test_text_is_read_by_name() -> None:
    assert ontology_dir().is_dir()
    assert "kg:EventTypeShape" in read_text("lexicon-shapes.ttl")
    with pytest.raises(OntologyError, match=r"absent\.ttl cannot be read"):
        read_text("absent.ttl")
