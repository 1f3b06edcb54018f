"""Commands killed at random moments: ``python -m tests.crashing FOLDER KILLS SEED [cold|push]``. Exits with 1 where something is not whole.

Each command runs in a fork of a process that has loaded everything, so that most of the time in which it can be hit is its own work. "cold" lets
it parse, too, in two worker processes, which share what follows. "push" sends a graph to an Oxigraph server on loopback instead.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from pyoxigraph import RdfFormat, parse

from kg import change, pipeline
from kg import push as pushing
from kg.endpoint import Credentials, Endpoint
from kg.lexicon import load_lexicon
from kg.pipeline import Running
from kg.push import Target
from kg.store import open_store
from tests.servers import oxigraph_server

TEXTS = {
    "flood": "The river Sava flooded the town of Brod on Monday. Two people died, the mayor said. The army sent boats to the town.",
    "court": "A court in Nairobi fined the airline Jambojet on Tuesday. The airline denied the charge, its lawyer said.",
    "vote": "Voters in Peru elected Ana Quispe president on Sunday, officials said. Quispe thanked the voters of Lima.",
    "port": "Dockers in Porto ended their strike on Friday. The union said that the port had met its demands.",
}
State = dict[str, str]


def state(output: Path) -> State | None:
    """What a user sees in an output folder, but for times; None where there is none."""
    if not output.exists():
        return None
    found = {name: (output / name).read_text("utf-8", "replace") for name in ("graph.ttl", "graph.html", "articles.msgpack", "notes.txt")}
    report = json.loads((output / "report.json").read_text("utf-8"))
    report.pop("timings")
    found["report.json"] = json.dumps(report)
    return found


def apart(work: Callable[[], object], kill_after: float | None = None) -> bool:
    """Run in a process of its own; whether it came to an end."""
    pid = os.fork()
    if not pid:
        os.setsid()
        code = 1
        try:
            work()
            code = 0
        finally:
            sys.stderr.flush()
            os._exit(code)
    if kill_after is not None:
        time.sleep(kill_after)
        os.killpg(pid, signal.SIGKILL) if os.getpgid(pid) == pid else os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if not os.WIFSIGNALED(status) and os.waitstatus_to_exitcode(status):
        raise SystemExit("the command failed")
    return not os.WIFSIGNALED(status)


def whole(output: Path) -> None:
    """The store holds the report's triples."""
    assert len(open_store(output)) == json.loads((output / "report.json").read_text("utf-8"))["counts"]["triples"]


def main(folder: Path, kills: int, seed: int, cold: bool) -> None:
    random = Random(seed)
    load_lexicon(())
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text + "\n")
    first, everything = [str(folder / f"{name}.txt") for name in ("flood", "court", "vote")], [str(folder / f"{name}.txt") for name in TEXTS]
    output, cache = folder / "output", str(folder / "cache")
    running = Running(2 if cold else 1, "cache" if cold else cache)
    pipeline._WORTH = 0  # claims from which on processes share what follows reading, too

    def built(paths: list[str], name: str) -> State:
        apart(lambda: pipeline.build(paths, folder / name / "output", running=running))
        (folder / name / "output" / "notes.txt").write_text("mine")
        shutil.rmtree(folder / name / "output" / "cache", ignore_errors=True)
        found = state(folder / name / "output")
        assert found
        return found

    old = built(first, "old")
    commands: dict[str, tuple[Callable[[], object], State]] = {
        "build": (lambda: pipeline.build(everything, output, running=running), built(everything, "all")),
        "add": (lambda: change.add(output, everything[-1:], running=running), built(everything, "all")),
        "remove": (lambda: change.remove(output, ["vote"], running=running), built(first[:2], "less")),
    }
    for name, (command, new) in commands.items():
        seen: Counter[str] = Counter()

        def restored() -> None:
            shutil.rmtree(output, ignore_errors=True)
            shutil.copytree(folder / "old" / "output", output)

        restored()
        begin = time.monotonic()
        apart(command)
        takes = time.monotonic() - begin
        for _ in range(kills):
            restored()
            apart(command, random.uniform(0, 1.1 * takes))
            found = state(output)
            assert found in (old, new), f"{name}: the output is neither the old nor the new one"
            seen["old" if found == old else "new"] += 1
            seen["left something"] += any(path.name.startswith(".output.") for path in folder.iterdir())
            apart(lambda: whole(output))
            if name == "remove" and found == new:
                continue  # there is nothing left to remove
            assert apart(command)
            apart(lambda: whole(output))
            assert state(output) == new, f"{name}: the next run gives something else"
            assert not [path.name for path in folder.iterdir() if path.name.startswith(".")], f"{name}: something is left over"
        print(name, f"{takes:.2f} s", dict(seen))


def pushes(folder: Path, kills: int, seed: int) -> None:
    """A store holds the graph before, or a part of the new one; the next push makes it the new one, and nothing is left beside the file."""
    random, output = Random(seed), folder / "output"
    paths = []
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text + "\n")
        paths.append(str(folder / f"{name}.txt"))
    apart(lambda: pipeline.build(paths, output, running=Running(1, "")))
    before = {name: (output / name).read_bytes() for name in ("graph.ttl", "graph.html", "report.json", "articles.msgpack")}
    new = {str(quad.triple) for quad in open_store(output)}  # which spells numbers as the server does
    old = {f'<urn:old/{n}> <urn:p> "{n}"' for n in range(50)}
    seen: Counter[str] = Counter()
    with oxigraph_server(folder / "oxigraph") as server, Endpoint(f"{server}/store", Credentials()) as there:
        target = Target.at(f"{server}/query", graph="urn:killed")

        def held() -> set[str]:
            body = there.request("GET", params={"graph": "urn:killed"}, accept="application/n-triples").body
            return {str(quad.triple) for quad in parse(body, RdfFormat.N_TRIPLES)}

        def push() -> None:
            pushing.push(output, target, part=20_000)

        begin = time.monotonic()
        apart(push)
        takes = time.monotonic() - begin
        for _ in range(kills):
            data = "".join(f"{triple} .\n" for triple in old).encode()
            there.request("PUT", params={"graph": "urn:killed"}, data=data, media_type="application/n-triples")
            apart(push, random.uniform(0, 1.1 * takes))
            found = held()
            assert found == old or found <= new, "push: the store holds what is neither the old nor of the new graph"
            seen["old" if found == old else "new" if found == new else "a part"] += 1
            assert apart(push)
            assert held() == new, "push: the next one does not complete it"
            assert {name: (output / name).read_bytes() for name in before} == before, "push: the output has changed"
            assert {path.name for path in output.iterdir()} == {*before, "store"}, "push: something is left over"
    print("push", f"{takes:.2f} s", dict(seen))


if __name__ == "__main__":
    if "push" in sys.argv:
        pushes(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
    else:
        main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), "cold" in sys.argv)
