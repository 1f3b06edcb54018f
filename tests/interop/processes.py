"""Engines in a process of their own that take one JSON object a line: ``{"load": PATH, "into": FOLDER}``, ``{"count": true}``, ``{"ask": QUERY}``."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.interop.engines import Engine, Rows, Unable, of_json


class Piped(Engine):
    """``command`` starts the process; it answers each line with one line, ``{"ok": …}`` or ``{"error": "…"}``."""

    _process: subprocess.Popen[str] | None = None

    def command(self) -> list[str]:
        raise NotImplementedError

    def version(self) -> str:
        return str(self._do({"version": True}))

    def load(self, turtle: Path, folder: Path) -> None:
        self._do({"load": str(turtle), "into": str(folder)})

    def count(self) -> int:
        return int(self._do({"count": True}))

    def ask(self, query: str) -> Rows:
        return of_json(self._do({"ask": query}))

    def close(self) -> None:
        if self._process is not None:
            self._process.communicate()  # its input ends, and so does it
            self._process = None

    def _do(self, request: dict[str, Any]) -> Any:
        if self._process is None:
            self._process = subprocess.Popen(self.command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise Unable(f"its process ended with {process.wait()}")
        answer = json.loads(line)
        if "error" in answer:
            raise Unable(answer["error"])
        return answer["ok"]
