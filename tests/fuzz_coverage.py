"""The targets of tests/fuzz.py with inputs that atheris finds by coverage: ``python -m tests.fuzz_coverage TARGET SECONDS FOUND``.

atheris (Apache-2.0) has to be installed beside newskg; it is no dependency, for only this file knows it. The process ends with the exit code of
libFuzzer: 0 when the time is over, another when an input broke something, which then lies in FOUND.
"""

from __future__ import annotations

import functools
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kg", "pypdf", "docx", "feedparser", "warcio"]):
    import docx  # noqa: F401
    import feedparser  # noqa: F401
    import pypdf  # noqa: F401
    import warcio.archiveiterator  # noqa: F401

    from kg import nlp
    from tests import fuzz


def main() -> None:
    target, seconds, found = sys.argv[1:]
    nlp.load = functools.lru_cache(nlp.load)
    scratch = Path(tempfile.mkdtemp())
    corpus, words = scratch / "corpus", scratch / "words"
    corpus.mkdir()
    run, samples = fuzz.TARGETS[target]
    for number, sample in enumerate(samples):
        (corpus / str(number)).write_bytes(sample)
    words.write_text("".join('"' + "".join(f"\\x{byte:02x}" for byte in token[:60]) + '"\n' for token in fuzz.TOKENS))
    limits = ["-timeout=30", "-rss_limit_mb=3000", "-max_len=100000", "-print_final_stats=1", "-verbosity=0"]
    options = [f"-max_total_time={seconds}", f"-artifact_prefix={found}/{target}-", f"-dict={words}"]
    atheris.Setup([sys.argv[0], *limits, *options, str(corpus)], lambda data: run(data, scratch))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
