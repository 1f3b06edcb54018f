"""What the documents show of commands on the sample articles: console blocks of README.md and docs/reading.md, held by tests/test_docs.py.

``python -m tests.printed OUTPUT`` writes them anew from a build of the sample articles, when a change of extraction is meant to change them.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ("README.md", "docs/reading.md")
_BLOCK = re.compile(
    r"^```console\n\$ kg (?P<command>(?:query|sample|explain|show|timeline|sources) output/.*?(?:'\n.*?')?)\n(?P<shown>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def ran(command: str, output: Path) -> str:
    """What ``kg COMMAND`` prints where ``output/`` is this build; tables on a terminal of 120 columns, other texts on one of 100."""
    table = command.startswith("query")
    words = [*shlex.split(command), *(["--format", "table"] if table else [])]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "output").symlink_to(output.resolve())
        environment = {**os.environ, "COLUMNS": "120" if table else "100", "PYTHONPATH": str(ROOT)}
        done = subprocess.run([sys.executable, "-m", "kg", *words], cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def renewed(text: str, output: Path) -> str:
    """A document with what its commands print now."""
    return _BLOCK.sub(lambda block: f"```console\n$ kg {block['command']}\n{ran(block['command'], output).rstrip()}\n```", text)


def main() -> None:
    for name in DOCUMENTS:
        path = ROOT / name
        path.write_text(renewed(path.read_text(encoding="utf-8"), Path(sys.argv[1])), encoding="utf-8")


if __name__ == "__main__":
    main()
