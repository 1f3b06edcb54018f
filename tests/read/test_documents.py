"""The reading stage as a whole: files of all kinds to documents, and what is told on the way."""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Document, Issue
from kg.read import Limits, document_from_text, read_documents

FLOOD = "The river rose by two metres overnight, and the fire brigade brought forty people to a school on the hill, the mayor said."
COURT = "A court in Ghent sentenced the former director to four years in prison for fraud, and it ordered him to repay the money."
PAGE = f"""<html><head><title>Forty people safe | Sample Wire</title><meta property="og:site_name" content="Sample Wire">
<meta property="article:published_time" content="2026-01-05T10:00:00Z"><link rel="canonical" href="https://example.org/flood"></head>
<body><nav><a href="/">Home</a> <a href="/x">World</a></nav><article><h1>Forty people safe</h1><p>{FLOOD}</p><h2>The trial goes on</h2><p>{COURT}</p>
<ul><li>The school is open until Friday, the mayor said.</li></ul></article><footer>Cookies</footer></body></html>"""


def write(folder: Path, **files: str | bytes) -> Path:
    """Writes files; "__" in a name stands for a dot."""
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def reasons(issues: list[Issue]) -> list[tuple[str, str, str]]:
    return [(Path(issue.file).name, issue.place, issue.reason) for issue in issues]


def words(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.begin : block.end]) for block in document.blocks]


def test_a_folder_is_searched_to_the_bottom(tmp_path: Path) -> None:
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    write(tmp_path, b__txt=FLOOD, a__md=f"# Title\n\n{COURT}", _x__png=b"%PNG", **{".c__txt": "hidden"})
    write(tmp_path / "deep" / "deeper", c__TXT=COURT)
    write(tmp_path / ".hidden", d__txt=COURT)
    (tmp_path / "deep" / "loop").symlink_to(tmp_path, target_is_directory=True)
    documents, issues = read_documents([tmp_path])
    assert [document.id for document in documents] == ["a", "b", "c"]
    assert documents[0].title == "Title"
    assert reasons(issues) == [(tmp_path.name, "", "passed over 1 file .png: no kind that is read")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(write(tmp_path, a__txt=FLOOD) / "b.txt")
    documents, issues = read_documents([tmp_path])
    assert [document.id for document in documents] == ["a"]
    assert reasons(issues) == [("b.txt", "", "is no file but a pipe, a socket or a device, and was passed over")]


def test_what_a_build_wrote_is_no_article(tmp_path: Path) -> None:
    for name, files in {"output": ("graph.ttl", "report.json"), "cache": ("CACHEDIR.TAG",)}.items():
        (tmp_path / name).mkdir()
        write(tmp_path / name, story__txt=COURT)
        for file in files:
            (tmp_path / name / file).touch()
    write(tmp_path, flood__txt=FLOOD)
    documents, issues = read_documents([tmp_path])
    assert [document.id for document in documents] == ["flood"]
    assert not issues


def test_a_plain_text_is_the_file_itself(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + f"Forty Safe\r\n\r\n{FLOOD}\r\n😀 said the שלום\r\n".encode()
    document = read_documents([write(tmp_path, a__txt=data) / "a.txt"])[0][0]
    assert document.text == data.decode("utf-8-sig")
    assert document.keep_text is False
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.text_sha256 == hashlib.sha256(document.text.encode()).hexdigest()
    assert document.source == (tmp_path / "a.txt").as_posix()
    assert words(document)[:2] == [("headline", "Forty Safe"), ("text", FLOOD)]


def test_front_matter_gives_the_details(tmp_path: Path) -> None:
    text = f"---\nid: flood-1\ntitle: Forty safe\npublisher: Sample Wire\ndate: 2026-01-02\nurl: https://example.org/a\n---\n{FLOOD}"
    document = read_documents([write(tmp_path, a__md=text)])[0][0]
    assert (document.id, document.title, document.publisher, document.date) == ("flood-1", "Forty safe", "Sample Wire", "2026-01-02")
    assert (document.url, document.language, document.keep_text) == ("https://example.org/a", "en", False)
    assert words(document) == [("headline", "Forty safe"), ("text", FLOOD)]


def test_a_page_is_read_through_trafilatura(tmp_path: Path) -> None:
    document = read_documents([write(tmp_path, a__html=PAGE)])[0][0]
    assert (document.title, document.publisher, document.date, document.url) == (
        "Forty people safe",
        "Sample Wire",
        "2026-01-05",
        "https://example.org/flood",
    )
    assert document.keep_text
    assert words(document) == [
        ("headline", "Forty people safe"),
        ("text", FLOOD),
        ("heading", "The trial goes on"),
        ("text", COURT),
        ("item", "The school is open until Friday, the mayor said."),
    ]


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<", "<html>" * 5000])
def test_a_page_without_an_article_is_an_issue(tmp_path: Path, page: str) -> None:
    documents, issues = read_documents([write(tmp_path, a__html=page, b__txt=FLOOD)])
    assert [document.id for document in documents] == ["b"]
    assert reasons(issues) == [("a.html", "", "no article was found in this page")]


def test_a_page_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    polish = "Dzień dobry, powiedziała prezydent Łodzi w środę. " * 5
    page = f'<html><head><meta charset="iso-8859-2"></head><body><article><p>{polish}</p></article></body></html>'
    documents, issues = read_documents([write(tmp_path, a__html=page.encode("iso-8859-2"))])
    assert "powiedziała prezydent Łodzi w środę" in documents[0].text
    assert [reason for _, _, reason in reasons(issues)] == [
        "read as iso8859-2: save it as UTF-8 if characters look wrong",
        "does not look like English; it was read all the same",
    ]


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        json.dumps(
            {"id": "flood", "text": FLOOD, "title": "Forty safe", "date": "2026-01-02", "source": "Sample Wire", "url": "https://example.org"}
        ),
        "{broken",
        "",
        '["no object"]',
        '{"text": ""}',
        '{"content": "A nul \\u0000 and a lone \\ud800 surrogate.", "id": 7, "date": "soon"}',
        json.dumps({"body": COURT + "\u2028" + FLOOD}, ensure_ascii=False),
    ]
    data = "\r\n".join(rows).encode() + b'\n{"text": "caf\xe9"}'
    documents, issues = read_documents([write(tmp_path, a__jsonl=data)])
    assert [(document.id, document.text) for document in documents] == [
        ("7", "A nul   and a lone   surrogate."),
        ("a-7", COURT + "\u2028" + FLOOD),
        ("flood", FLOOD),
    ]
    flood = documents[2]
    assert (flood.title, flood.date, flood.publisher, flood.url) == ("Forty safe", "2026-01-02", "Sample Wire", "https://example.org")
    assert all(document.keep_text and document.sha256 == document.text_sha256 for document in documents)
    assert [(place, reason) for _, place, reason in reasons(issues)] == [
        ("line 2", "is no valid JSON"),
        ("line 4", "is no JSON object"),
        ("line 5", "has no text"),
        ("line 6", "2 control characters were replaced by spaces"),
        ("line 6", 'the date "soon" is no ISO day such as 2026-01-31 and was dropped'),
        ("line 8", "is not UTF-8"),
    ]


@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_tables(tmp_path: Path, name: str, delimiter: str) -> None:
    rows = [["ID", "Text", "Date", "Publisher"], ["flood", f'"{FLOOD}\nSo it ""goes""."', "2026-01-02", "Sample Wire"], ["", f'"{COURT}"', "", ""]]
    (tmp_path / name).write_text("\n".join(delimiter.join(row) for row in rows), encoding="utf-8")
    documents, issues = read_documents([tmp_path])
    assert [(document.id, document.text, document.date) for document in documents] == [
        ("a-2", COURT, None),
        ("flood", f'{FLOOD}\nSo it "goes".', "2026-01-02"),
    ]
    assert issues == []


def test_a_table_with_a_long_article(tmp_path: Path) -> None:
    documents, _ = read_documents([write(tmp_path, a__csv=f'text\n"{FLOOD * 3000}"')])
    assert documents[0].text == FLOOD * 3000


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("file,title\na.txt,A", "has no column named text, content, body or article; a table about other files is given with --metadata"),
        ("id,words\n1,a", "has no column named text, content, body or article"),
        ('id,text\n1,"It rained', "has a quotation mark that is not closed; records may have run into one another"),
        ("id,text\n1,It rained, and it stopped", "has more fields than the header line; is a text with a comma not quoted?"),
        ("id,text\n1,", "has no text"),
    ],
)
def test_a_table_that_is_amiss(tmp_path: Path, table: str, reason: str) -> None:
    _, issues = read_documents([write(tmp_path, a__csv=table)])
    assert [issue.reason for issue in issues] == [reason]


BAD = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\n\t", "is empty"),
    "image.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is a binary file, not text"),
    "bare.md": (b"---\ntitle: Nothing below\n---\n", "holds no text"),
    "large.txt": (b"x" * 5001, "is larger than 5000 bytes (--max-file-size)"),
    "long.jsonl": (b'{"text": "' + b"x" * 6000 + b'"}', "is longer than 5000 bytes (--max-file-size)"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_article_is_an_issue_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    data, reason = BAD[name]
    (tmp_path / name).write_bytes(data)
    documents, issues = read_documents([write(tmp_path, good__txt=FLOOD)], limits=Limits(max_file_size=5000))
    assert [document.id for document in documents] == ["good"]
    assert [(Path(issue.file).name, issue.reason) for issue in issues] == [(name, reason)]


def test_a_file_that_cannot_be_opened_is_an_issue(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    documents, issues = read_documents([write(tmp_path, good__txt=FLOOD)])
    assert [document.id for document in documents] == ["good"]
    assert reasons(issues) == [("gone.txt", "", "cannot be read: No such file or directory")]


@pytest.mark.parametrize(
    ("encoding", "told"), [("utf-8", []), ("utf-16", []), ("cp1252", ["read as windows-1252: save it as UTF-8 if characters look wrong"])]
)
def test_encodings(tmp_path: Path, encoding: str, told: list[str]) -> None:
    text = f"The café owner said “no” to the mayor. {FLOOD}"
    documents, issues = read_documents([write(tmp_path, a__txt=text.encode(encoding))])
    assert documents[0].text == text
    assert documents[0].keep_text is (encoding != "utf-8")
    assert [issue.reason for issue in issues] == told


def test_another_language_is_told_and_read(tmp_path: Path) -> None:
    german = "Der Fluss stieg in der Nacht um zwei Meter, und die Feuerwehr brachte vierzig Menschen in eine Schule, sagte die Stadt am Montag."
    documents, issues = read_documents([write(tmp_path, a__md=f"---\nlanguage: de\n---\n{german}")])
    assert (documents[0].language, len(documents[0].blocks)) == ("de", 1)
    assert [issue.reason for issue in issues] == ["does not look like English; it was read all the same"]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda folder: folder / "none.txt", "there is no file or folder"),
        (lambda folder: folder, "there is no article in the folder"),
    ],
)
def test_paths_that_hold_nothing(tmp_path: Path, make, message: str) -> None:  # type: ignore[no-untyped-def]
    write(tmp_path, picture__png=b"\x89PNG")
    with pytest.raises(InputError, match=message):
        read_documents([make(tmp_path)])


def test_what_a_build_wrote_is_no_folder_of_articles(tmp_path: Path) -> None:
    write(tmp_path, graph__ttl="", report__json="{}", graph__html="<p>A page.</p>")
    with pytest.raises(InputError, match="holds what a build wrote, no articles"):
        read_documents([tmp_path])


def test_rich_text_is_told_and_not_read(tmp_path: Path) -> None:
    write(tmp_path, a__rtf=r"{\rtf1\ansi The river rose by two metres in the night, the city said on Monday.}", b__txt=FLOOD)
    documents, issues = read_documents([tmp_path / "a.rtf", tmp_path / "b.txt"])
    assert [document.id for document in documents] == ["b"]
    assert [issue.reason for issue in issues] == ["is rich text (RTF), which is not read: save it as plain text or .docx"]


def test_ids_do_not_depend_on_the_order_of_paths(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("x", "y", "z")]
    for folder, text in zip(folders, (FLOOD, COURT, FLOOD), strict=True):
        folder.mkdir()
        write(folder, story__txt=text, other__jsonl=json.dumps({"id": "story", "text": text}))
    first, told = read_documents(folders)
    assert len({document.id for document in first}) == len(first) == 6
    assert [document.id for document in first] == sorted(document.id for document in first)
    smallest = min(first, key=lambda document: document.sha256)
    assert next(document for document in first if document.id == "story").sha256 == smallest.sha256
    assert all(document.id == "story" or document.id.startswith(f"story-{document.sha256[:6]}") for document in first)
    assert sum("another article has the id" in issue.reason for issue in told) == 5
    for seed in range(5):
        shuffled: list[str | Path] = [*folders, folders[0] / "story.txt", str(folders[1])]
        random.Random(seed).shuffle(shuffled)
        assert read_documents(shuffled) == (first, told)


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, a__txt=FLOOD)
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    documents, _ = read_documents([tmp_path / "a.txt", tmp_path, str(tmp_path / "a.txt"), tmp_path / "b.txt"])
    assert [document.id for document in documents] == ["a"]


def test_standard_input(tmp_path: Path) -> None:
    rows = f'\n{{"id": "flood", "text": "{FLOOD}"}}\n{{broken\n{{"text": "{COURT}"}}\n'.encode()
    documents, issues = read_documents(["-"], stdin=io.BytesIO(rows))
    assert [(document.id, document.source, document.keep_text) for document in documents] == [("flood", "-", True), ("stdin-4", "-", True)]
    assert reasons(issues) == [("-", "line 3", "is no valid JSON")]
    documents, issues = read_documents(["-", write(tmp_path, a__txt=COURT)], stdin=io.BytesIO(f"Forty Safe\n\n{FLOOD}".encode()))
    assert [(document.id, document.title, document.keep_text) for document in documents] == [("a", None, False), ("stdin", "Forty Safe", True)]
    assert issues == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "is empty"), (b"\n" * 300, "is larger than 100 bytes (--max-file-size)"), (b"\x00\x01" * 9, "is a binary file, not text")],
)
def test_standard_input_that_is_no_article(data: bytes, reason: str) -> None:
    documents, issues = read_documents(["-"], stdin=io.BytesIO(data), limits=Limits(max_file_size=100))
    assert (documents, issues) == ([], [Issue("-", reason)])


@pytest.mark.parametrize(("name", "data"), [("a.jsonl", b""), ("a.jsonl", b"\t\t\n\n"), ("a.csv", b"id,title,date,text\n")])
def test_a_file_without_any_article_is_told(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    documents, issues = read_documents([tmp_path / name])
    assert documents == []
    assert reasons(issues) == [(name, "", "holds no article")]


def test_the_number_of_documents_is_bounded(tmp_path: Path) -> None:
    write(tmp_path, a__txt=FLOOD, b__txt=COURT, c__txt=FLOOD)
    documents, issues = read_documents([tmp_path], limits=Limits(max_documents=2))
    assert [document.id for document in documents] == ["a", "b"]
    assert reasons(issues) == [("c.txt", "", "only the first 2 articles were read (--max-documents)")]


@pytest.mark.parametrize("line", [FLOOD + " ", "flood ", "x", "😀 a", "שלום "])
def test_large_articles(tmp_path: Path, line: str) -> None:
    text = line * (2_000_000 // len(line.encode()))
    document = read_documents([write(tmp_path, a__txt=text)], limits=Limits(max_text=len(text)))[0][0]
    assert document.text == text
    assert "".join("".join(part.split()) for _, part in words(document)) == "".join(text.split())


def test_a_file_name_that_is_no_utf_8(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "wb") as file:
        file.write(FLOOD.encode())
    document = read_documents([tmp_path])[0][0]
    assert document.id.encode() == document.source.removesuffix(".txt").rsplit("/")[-1].encode() == "caf\ufffd".encode()


def test_text_in_hand() -> None:
    document = document_from_text("flood", f"Forty Safe\n\n{FLOOD} \ud800", "2026-01-02", publisher="Sample Wire")
    assert (document.id, document.date, document.publisher, document.title) == ("flood", "2026-01-02", "Sample Wire", "Forty Safe")
    assert (document.keep_text, document.source, document.text[-1]) == (True, "-", " ")
    assert words(document) == [("headline", "Forty Safe"), ("text", FLOOD)]


@pytest.mark.parametrize(("field", "value"), [("date", "2 January"), ("url", "ftp://example.org"), ("language", "!")])
def test_text_in_hand_with_a_detail_that_is_not_valid(field: str, value: str) -> None:
    with pytest.raises(InputError, match=f"document flood: the {field} .* is no"):
        document_from_text("flood", FLOOD, **{field: value})  # type: ignore[arg-type]
