"""Hostile bytes for every reader and for the whole build: ``python -m tests.fuzz TARGET… [--seconds N] [--seed N]``.

Inputs are the samples below, which are made here, mutated; ``python -m tests.fuzz_coverage`` lets atheris look for them by coverage. An input that
breaks something is left in ``--found``. Bounded are the time of an input and the memory of the process.
"""

from __future__ import annotations

import argparse
import functools
import resource
import signal
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

from kg import nlp, pipeline
from kg.check.verify import verify
from kg.errors import InputError
from kg.model import Document
from kg.pipeline import Running
from kg.read import Limits, read_documents
from kg.read.decode import clean
from tests.read import made

LIMITS = Limits(max_file_size=2_000_000, max_documents=50, max_unpacked=4_000_000, max_pages=20)
SECONDS_EACH = 10  # of the processor, for one input
MEMORY = 3_000_000_000  # bytes
FLOOD = "The river Sava flooded Brod on Monday, January 5. At least 12 people died, the mayor, Ana Ruiz, said [1]. “We need boats,” she told AP.\n"
TEXT = "---\nid: flood\ntitle: Flood in Brod\npublisher: Sample Wire\ndate: 2026-01-06\nurl: https://example.org/a\n---\n"
TEXT += f"BROD (Reuters) - {FLOOD}"
TEXT += "What We Know\n\n- The army sent 30 boats, it said.\n- It denied that a dam had failed.\n\nSources\n[1] Sample Wire: Flood - a report\n"
PAGE = f"<html><head><title>Flood</title><meta charset=utf-8></head><article><h1>Flood</h1><p>{FLOOD * 3}</p></article></html>"
HEAD = "<title>Flood</title><link>https://example.org/1</link><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate>"
ITEM = f"<item>{HEAD}<description>{FLOOD}</description></item>"
ENTRY = f"<entry><title>F</title><updated>2026-01-07T10:00:00Z</updated><content>{FLOOD}</content></entry>"
ATOM = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title>{ENTRY}</feed>'
LAUGHS = "".join(f'<!ENTITY {a} "&{b};&{b};&{b};&{b};">' for a, b in zip("cdefghijkl", "bcdefghijk", strict=True))
BOMB = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "xxxxxxxx">{LAUGHS}]>'
RECORDS = [("https://example.org/1", "text/html", PAGE.encode()), ("https://example.org/2", "text/plain", FLOOD.encode())]
#: Inputs to begin with, by extension.
SAMPLES: dict[str, tuple[bytes, ...]] = {
    "txt": (TEXT.encode(), FLOOD.encode("utf-16"), b"---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\n" + FLOOD.encode()),
    "html": (PAGE.encode(), PAGE.replace("utf-8", "koi8-r").encode("latin-1", "replace")),
    "jsonl": (f'{{"id": "a", "text": "{FLOOD.strip()}", "date": "2026-01-06", "url": "https://example.org"}}\n{{"text": 1}}\n'.encode(),),
    "csv": (f'id,title,date,text\na,Flood,2026-01-06,"{FLOOD}"\nb;;,"x""y",\n'.encode(),),
    "pdf": (made.pdf(FLOOD, "page 2", title="Flood", created="D:20260106"), made.pdf(FLOOD, password="x")),
    "docx": (made.docx(("Title", "Flood"), ("Normal", FLOOD), title="Flood"),),
    "xml": (made.rss(ITEM), ATOM.encode(), (BOMB + made.rss("<item><description>&l;</description></item>").decode().partition("?>")[2]).encode()),
    "warc": (made.warc(RECORDS, gzip=False),),
    "warc.gz": (made.warc(RECORDS),),
}
TOKENS = (
    *(b"\0", b"\xed\xa0\x80", b"\xff\xfe", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\xc2\x85", b"\xef\xbf\xbf", b"\r", b"\t", b"\n---\n"),
    *(b"</script>", b"]]>", b"<!--", b'<!ENTITY a "&a;">', b"&a;", b"&#0;", b"&#xD800;", b"<div>", b"<p", b"javascript:", b'https://a"<>\\^`{|}'),
    *(b"((", b"[[", b"[1]", b"[999999999999]", b"{", b'"', b"''", b"=cmd|' /C calc'!A0", b"../../", b"%00"),
    *(b"&a [*a, *a]", b"!!python/object:os.system"),
    *(b"9" * 400, b"1e999", b"-0", b"NaN", b"a" * 5000, b" " * 5000, b"two million billion trillion", b"January 99, 0000"),
    *(b"Jr.Sr.U.S.", b"said said said", "“”‘’«»".encode(), "İıſḰ".encode(), b"/Kids [1 0 R]", b"endobj", b"0000000000 65535 f"),
)


def checked(documents: Sequence[Document], folder: Path) -> None:
    """What holds of every document, whatever it was read from."""
    for document in documents:
        assert document.text == clean(document.text)[0]
        document.text.encode()
        for text in (document.id, document.title or "", document.publisher or "", document.url or ""):
            assert text == clean(text)[0]
            assert "\n" not in text
        assert len(document.title or "") <= LIMITS.max_title
        end = 0
        for block in document.blocks:
            assert (end <= block.begin < block.end <= len(document.text)) or block.kind == "headline", block
            assert block.end - block.begin <= LIMITS.max_block
            end = block.end


def read(kind: str, data: bytes, folder: Path) -> list[Document]:
    path = folder / f"input.{kind}"
    path.write_bytes(data)
    documents, issues = read_documents([path], limits=LIMITS)
    assert documents or issues, "nothing was read, and nothing told"
    checked(documents, folder)
    return documents


def metadata(data: bytes, folder: Path) -> None:
    """A table about files is refused with a reason, or used."""
    (folder / "a.txt").write_text(FLOOD)
    (folder / "table.csv").write_bytes(data)
    with suppress(InputError):
        checked(read_documents([folder / "a.txt"], folder / "table.csv", limits=LIMITS)[0], folder)


BUILT = ("txt", "jsonl", "html", "csv")


def build(data: bytes, folder: Path) -> None:
    """The first byte tells the kind of file; whatever comes, the graph keeps to its sources or there is none."""
    path = folder / f"input.{BUILT[data[0] % len(BUILT)] if data else 'txt'}"
    path.write_bytes(data[1:])
    with suppress(InputError):
        pipeline.build([str(path)], folder / "output", pipeline.Options(limits=LIMITS), running=Running(cache=""))
        assert verify(folder / "output") == []


TARGETS: dict[str, tuple[Callable[[bytes, Path], object], tuple[bytes, ...]]] = {
    **{kind: (functools.partial(read, kind), samples) for kind, samples in SAMPLES.items()},
    "metadata": (metadata, (b"file,title,date,url\na.txt,Flood,2026-01-06,https://example.org\n",)),
    "build": (build, tuple(bytes([n]) + sample for n, kind in enumerate(BUILT) for sample in SAMPLES[kind])),
}


def mutated(samples: Sequence[bytes], random: Random) -> bytes:
    """One of the samples, with a few of its bytes changed, moved, repeated or replaced by what has made trouble somewhere."""
    data = bytearray(random.choice(samples))
    for _ in range(random.choice((1, 1, 2, 4, 16))):
        place = random.randrange(len(data) + 1)
        stop = min(len(data), place + random.choice((0, 1, 4, 40, 400)))
        piece: bytes = random.choice((
            random.choice(TOKENS), random.choice(TOKENS) * random.choice((2, 50, 2000)), random.randbytes(random.choice((1, 2, 8))),
            bytes(data[place:stop]) * random.choice((0, 2, 30)), bytes(data[place:stop][::-1]), str(random.choice((-1, 0, 2**31, 2**64))).encode(),
        ))  # fmt: skip
        data[place:stop] = piece
    return bytes(data[:200_000])


def tried(name: str, data: bytes, folder: Path) -> None:
    """One input in a bounded time of the processor."""

    def late(*_: object) -> None:
        raise AssertionError(f"one input of {name} took more than {SECONDS_EACH} s")

    signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, SECONDS_EACH)
    try:
        TARGETS[name][0](data, folder)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def by_mutation(name: str, seconds: float, seed: int, found: Path) -> int:
    """How many inputs were tried. An input that breaks something is kept, and the exception raised."""
    random, end, number = Random(seed), time.monotonic() + seconds, 0
    with tempfile.TemporaryDirectory() as scratch:
        while time.monotonic() < end:
            data = mutated(TARGETS[name][1], random)
            number += 1
            try:
                tried(name, data, Path(scratch))
            except BaseException:
                (found / f"{name}-{seed}-{number}").write_bytes(data)
                raise
    return number


def main() -> None:
    parser = argparse.ArgumentParser(description="Hostile bytes for the readers and the build.")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)}; all of them by default")
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--found", type=Path, default=Path(tempfile.gettempdir()), help="where an input is left that breaks something")
    parser.add_argument("--replay", type=Path, help="try this input only")
    arguments = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    nlp.load = functools.lru_cache(nlp.load)
    arguments.found.mkdir(exist_ok=True)
    for name in arguments.targets or TARGETS:
        if arguments.replay:
            with tempfile.TemporaryDirectory() as scratch:
                tried(name, arguments.replay.read_bytes(), Path(scratch))
            continue
        number = by_mutation(name, arguments.seconds, arguments.seed, arguments.found)
        print(f"{name}: {number} inputs in {arguments.seconds:.0f} s, none of them breaks anything", flush=True)


if __name__ == "__main__":
    main()
