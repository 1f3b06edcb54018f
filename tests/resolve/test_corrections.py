"""Corrections: how a line is read, what it does, and what is told where it can do nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Extraction, World
from kg.resolve import resolve
from kg.resolve.corrections import Correction, Name, load_corrections
from tests.parses import lexicon
from tests.resolve.test_entities import CITY, COURT, CUP, FLOOD, ORGANIZATION, PERSON, article, parts
from tests.worlds import Draft


def corrected(folder: Path, text: str, *articles: Extraction) -> World:
    path = folder / "who.txt"
    path.write_text(text, encoding="utf-8")
    return resolve(articles, lexicon(), corrections=load_corrections(path))


@pytest.mark.parametrize(
    ("line", "verb", "name", "other"),
    [
        ("same Lin Wei = Wei Lin", "same", Name("Lin Wei"), Name("Wei Lin")),
        ('same "A = B" = C', "same", Name("A = B"), Name("C")),
        ('different "Smith" in d1 | "Smith" in "my article"', "different", Name("Smith", "d1"), Name("Smith", "my article")),
        ("different “Ana Smith” | Smith", "different", Name("Ana Smith"), Name("Smith")),
        ("drop Bank in Peru", "drop", Name("Bank in Peru"), Name("")),
        ("  DROP  Smith ", "drop", Name("Smith"), Name("")),
        ("retype Minerva as Vessel", "retype", Name("Minerva"), Name("Vessel")),
        ('rename "Road to Ruva" to Ruva Road', "rename", Name("Road to Ruva"), Name("Ruva Road")),
        ("link Ruva to <https://example.org/Q1>", "link", Name("Ruva"), Name("https://example.org/Q1")),
    ],
)
def test_a_line_is_read(line: str, verb: str, name: Name, other: Name, tmp_path: Path) -> None:
    path = tmp_path / "who.txt"
    path.write_text(f"# who is who\n\n{line}\n", encoding="utf-8")
    assert load_corrections(path).lines == (Correction(3, verb, name, other, line.strip()),)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("merge A = B", '"merge" is no correction; begin the line with same, different, drop, retype, rename or link.'),
        ("same A", 'same cannot be read; write it like this: same "Lin Wei" = "Wei Lin".'),
        ('drop "Smith', "drop cannot be read"),
        ("retype A as Spaceship", '"Spaceship" is no type; use one of BodyOfWater, City'),
        ("link A to nowhere", "link cannot be read"),
    ],
)
def test_a_broken_line_is_named(line: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "who.txt"
    path.write_text(f"# x\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_corrections(path)
    assert str(caught.value).startswith(f"{path}, line 2: {told}")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("drop Café".encode("latin-1"))
    with pytest.raises(InputError, match="not UTF-8"):
        load_corrections(tmp_path / "latin.txt")
    with pytest.raises(InputError, match="cannot be read"):
        load_corrections(tmp_path / "none.txt")


A = article("a", ("Laura Smith", PERSON), ("Ruva Mining", ORGANIZATION), *COURT)
B = article("b", ("Smith", PERSON), ("Ruva", CITY), *COURT)
C = article("c", ("Smith", PERSON), ("Ruva Miners", ORGANIZATION), *CUP)


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("", ("Laura Smith", "Smith"), [["a", "b"], ["c"]]),
        ('same "Laura Smith" = "Smith" in c', ("Laura Smith", "Smith"), [["a", "b", "c"]]),
        ('different "Laura Smith" | "Smith" in b', ("Laura Smith", "Smith"), [["a"], ["b"], ["c"]]),
        ('same "Smith" in b = "Smith" in c\ndifferent "Smith" in a | "Smith" in c', ("Laura Smith", "Smith"), [["a", "b"], ["c"]]),
        ('drop "Smith" in c', ("Laura Smith", "Smith"), [["a", "b"]]),
        ("same laura-smith = entity/smith", ("Laura Smith", "Smith"), [["a", "b", "c"]]),
        ("same ruva-mining = ruva-miners", ("Ruva Mining", "Ruva Miners"), [["a", "c"]]),
        ("same Ruva Mining = Ruva Miners", ("Ruva Mining", "Ruva Miners"), [["a", "c"]]),
    ],
)
def test_who_is_one_by_correction(text: str, names: tuple[str, ...], expected: list[list[str]], tmp_path: Path) -> None:
    found = corrected(tmp_path, text.replace('"Smith" in a', "Laura Smith"), A, B, C)
    assert parts(found, *names) == expected
    assert not found.issues
    assert len(found.corrections) == len(text.splitlines())


def test_what_a_thing_is_called_and_is(tmp_path: Path) -> None:
    text = "rename Ruva to Ruva City\nretype Ruva as Place\nlink Ruva City to https://example.org/Q1\n"
    (ruva,) = [c for c in corrected(tmp_path, text, A, B).entities if c.key == "ruva"]
    assert (ruva.label, ruva.aliases, ruva.types, ruva.link) == ("Ruva City", ("Ruva",), ("Place",), "https://example.org/Q1")


def test_a_known_iri_is_its_entry(tmp_path: Path) -> None:
    found = corrected(tmp_path, "link Ruva to http://www.wikidata.org/entity/Q414\n", B)
    assert [c.link for c in found.entities if c.key == "ruva"] == ["argentina"]


def test_a_correction_is_a_reason(tmp_path: Path) -> None:
    found = corrected(tmp_path, '# x\nsame "Laura Smith" = "Smith" in c\ndifferent "Ruva Mining" | "Ruva Miners"\n', A, B, C)
    told = {m.reasons: (m.same, m.left[0], m.right[0]) for m in found.matches if m.reasons[0].startswith("correction")}
    assert told == {("correction-line-2",): (True, "a", "c"), ("correction-line-3",): (False, "a", "c")}
    assert found.corrections == ('2: same "Laura Smith" = "Smith" in c', '3: different "Ruva Mining" | "Ruva Miners"')


def test_no_decision_stands_that_a_correction_overrules(tmp_path: Path) -> None:
    found = corrected(tmp_path, 'different "Laura Smith" | "Smith" in b\n', A, B, C)
    assert all(m.same == (found.names[m.left] == found.names[m.right]) for m in found.matches)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("drop Laura Smyth", 'no article names "Laura Smyth"; did you mean Laura Smith?'),
        ('drop "Laura Smith" in b', 'the article b does not name "Laura Smith"'),
        ("drop Smith", '"Smith" names several things (in a, c …); say which, as in: drop entity/laura-smith'),
        ("different Smith | Ines Duarte", '"Smith" names several things'),
        ("different Ruva | Ruva", 'each article that names "Ruva" means "Ruva" by it; it cannot be split'),
    ],
)
def test_a_correction_that_finds_nobody_is_told(line: str, told: str, tmp_path: Path) -> None:
    found = corrected(tmp_path, f"\n{line}\n", A, B, C)
    (issue,) = found.issues
    assert (issue.file, issue.place) == (str(tmp_path / "who.txt"), "line 2")
    assert issue.reason.startswith(told)
    assert not found.corrections
    assert found.entities == resolve([A, B, C], lexicon()).entities


def test_nothing_is_claimed_of_what_is_dropped(tmp_path: Path) -> None:
    draft = Draft("d", "Ana Ruiz sued Click Here in Tarsk.", "Click Here said more than 3 men left.")
    ana, click, tarsk = draft.entity("Ana Ruiz", PERSON), draft.entity("Click Here", ORGANIZATION), draft.entity("Tarsk", CITY)
    sue = draft.event("sue", "Event", "sued", {"agent": ("Ana Ruiz", ana), "patient": ("Click Here", click)}, place=tarsk)
    said = draft.attribution("Click Here", "said", "more than 3 men left", click)
    draft.claim(ana, "sue", click, 0, sue, known=False)
    draft.claim(ana, "sue in", tarsk, 0, sue, known=False, attribution=said)
    found = corrected(tmp_path, "drop Click Here\ndrop Tarsk", draft.extraction)
    (left,) = found.extractions
    assert [e.label for e in left.entities] == ["Ana Ruiz"]
    assert {m.entity for m in left.mentions} == {ana}
    assert [r.entity for r in left.events[0].roles] == [ana]
    assert left.events[0].place is None
    assert left.attributions[0].entity is None
    assert left.claims == ()


def test_order_changes_nothing(tmp_path: Path) -> None:
    text = 'same "Laura Smith" = "Smith" in c\ndrop Ruva\nrename Ruva Mining to Ruva Ore\n'
    flood = article("e", ("Ruva Mining", ORGANIZATION), *FLOOD)
    assert corrected(tmp_path, text, A, B, C, flood) == corrected(tmp_path, text, flood, C, B, A)
