"""A table of details by file name."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import read_documents

STORY = "The court ruled on Monday that the company had to pay the town for the clean-up of the river, and the company said it would appeal."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "x/a.txt", "b.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "x" / "a.txt").write_text(STORY + " It rained.")
    (tmp_path / "b.md").write_text(f"---\ntitle: In the file\npublisher: Harbor Post\n---\n{STORY}")
    return tmp_path


def table(folder: Path, text: str | bytes, name: str = "metadata.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_the_table_wins_and_the_file_completes_it(folder: Path) -> None:
    path = table(
        folder, "date,file,title,language,url\n2026-01-02,b.md,In the table,en-GB,https://example.org/b\n2026-01-03,x/a.txt,,,\n2026-01-04,a.txt,,,\n"
    )
    documents, issues = read_documents([folder], path)
    b = next(document for document in documents if document.id == "b")
    assert (b.title, b.publisher, b.date, b.language, b.url) == ("In the table", "Harbor Post", "2026-01-02", "en-GB", "https://example.org/b")
    assert {document.source.removeprefix(f"{folder.as_posix()}/"): document.date for document in documents} == {
        "a.txt": "2026-01-04",
        "b.md": "2026-01-02",
        "x/a.txt": "2026-01-03",
    }
    assert [issue.reason for issue in issues if "another article" not in issue.reason] == []


def test_a_column_that_is_not_read_is_told_with_the_nearest_that_is(folder: Path) -> None:
    documents, issues = read_documents([folder / "a.txt"], table(folder, "file,titel,Datum,Headline,shelf,\na.txt,One,2026-01-02,Two,3,\n"))
    assert [document.title for document in documents] == ["Two"]
    assert [issue.reason for issue in issues] == [
        'the column "titel" is not read; did you mean title?',
        'the column "Datum" is not read; did you mean date?',
        'the column "shelf" is not read',
    ]


def test_what_is_amiss_in_a_record_is_told(folder: Path) -> None:
    rows = "file,title,date\nb.md,One,3 January\nb.md,Two,\n,Three,\na.txt,Four, five,2026-01-02\nz.txt,Six,\n"
    documents, issues = read_documents([folder / "b.md", folder / "a.txt"], table(folder, rows))
    assert [(document.id, document.title, document.date) for document in documents] == [("a", "Four", None), ("b", "One", None)]
    assert [(issue.place, issue.reason) for issue in issues] == [
        ("record 1", 'the date "3 January" is no ISO day such as 2026-01-31 and was dropped'),
        ("record 2", "b.md was given before; this record was left out"),
        ("record 3", "names no file and was left out"),
        ("record 4", 'the date "five" is no ISO day such as 2026-01-31 and was dropped'),
        ("record 4", "has more fields than the header line; is a title with a comma not quoted?"),
        ("", "1 of its files were not read: z.txt"),
    ]


@pytest.mark.parametrize("text", ["\ufefffile,title\na.txt,Café", "file;title\r\na.txt;Café\r\n", '"file","title"\n"a.txt","Café"'])
def test_the_table_as_programs_write_it(folder: Path, text: str) -> None:
    documents, _ = read_documents([folder / "a.txt"], table(folder, text))
    assert documents[0].title == "Café"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,title\na.txt,A", "no column named file"),
        ("", "no column named file"),
        (b"PK\x03\x04", "is not text"),
        ("file,title\r" + "x" * 50, None),
    ],
)
def test_a_table_that_cannot_be_used(folder: Path, text: str | bytes, message: str | None) -> None:
    path = table(folder, text)
    if message is None:  # line breaks of old Macs are fine
        assert len(read_documents([folder / "a.txt"], path)[0]) == 1
        return
    with pytest.raises(InputError, match=message):
        read_documents([folder / "a.txt"], path)


def test_a_table_that_is_not_there(folder: Path) -> None:
    with pytest.raises(InputError, match=r"none\.csv cannot be read: No such file"):
        read_documents([folder], folder / "none.csv")
