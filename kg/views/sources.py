"""Who tells what: propositions by documents, each document asserting, attributing, denying or silent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.query import columns
from kg.store import Graph
from kg.views.agreement import Told, read_propositions
from kg.views.evidence import Evidence
from kg.views.layout import count, csv_of, padded, text_of, wrapped
from kg.views.nodes import Nodes, select
from kg.views.wording import best_first, told_by, triple_words, voice
from kg.vocab import PREFIXES, RDF

ASSERTS, ATTRIBUTES, DENIES, HEDGES, SILENT = "asserts", "attributes", "denies", "hedges", "silent"
_SIGNS = {ASSERTS: "A", ATTRIBUTES: "a", DENIES: "D", HEDGES: "h"}
_LEGEND = "A asserts, a attributes, D denies, h hedges (alleged, planned, possible), · is silent. Origins: for it, behind a colon against it."
_SPARE = 3  # propositions looked at for each that is shown: documents are counted only then, and what denies it adds some
_MOST_COLUMNS = 12  # documents beside one another on a terminal


@dataclass(frozen=True, slots=True)
class Stance:
    """What one document does with a proposition: ``asserts`` it, ``attributes`` it, ``denies`` it (itself or by somebody), or ``hedges``:
    tells it in its own voice as alleged, planned, possible or supposed. ``speakers`` are whom it attributes it or its denial to."""

    document: str  # id
    does: tuple[str, ...]
    speakers: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A triple that documents tell, in words, with what each of them does with it; documents that are not named are silent."""

    subject: str  # IRIs of the triple
    relation: str
    object: str
    words: str
    independent: int  # origins that tell it
    denying: int  # origins that deny it
    stances: tuple[Stance, ...]  # by document


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows that most sources tell, happenings first, by how many documents do, and the documents, by date, that tell any of them."""

    documents: tuple[str, ...]
    rows: tuple[Row, ...]
    left_out: int  # propositions beyond the limit


def sources(store: Graph, about: str = "", limit: int = 20) -> Matrix:
    """The ``limit`` propositions that most sources tell (all with 0); with ``about`` (an entity's IRI), of those whose claims speak of it."""
    ranked = _ranked(store, about)
    chosen = ranked[: _SPARE * limit] if limit else ranked
    told: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for proposition in read_propositions(store, {*chosen, *_opposites(store, chosen)}):
        told[proposition.subject.iri, proposition.relation.iri, proposition.object.iri].append(proposition)
    rows = sorted((_row(sides) for _, found in sorted(told.items()) for sides in _by_numbers(found)), key=_row_order)
    shown = rows[:limit] if limit else rows
    articles = {one.article for row in shown for stance in row.stances for one in stance.evidence}
    return Matrix(
        documents=tuple(article.id for article in sorted(articles, key=lambda a: (a.date, a.id))),
        rows=tuple(shown),
        left_out=len(ranked) - sum(len(told[triple]) for triple in {(row.subject, row.relation, row.object) for row in shown}),
    )


def _row_order(row: Row) -> tuple[bool, int, int, str, str, str]:
    """Happenings before lasting relations: that somebody holds an office all documents say, and nobody asks."""
    return _lasting(row), -len(row.stances), -row.independent, row.words, row.subject, row.object


def _lasting(row: Row) -> bool:
    return all(one.happening is None for stance in row.stances for one in stance.evidence)


def _ranked(store: Graph, about: str) -> list[str]:
    """Propositions of happenings, then of lasting relations, by how many sources tell them, those of more independent origins first."""
    lasting = set(select(store, "{ SELECT * { ?claim a kg:Claim MINUS { ?claim kg:about ?event } } } ?claim kg:states ?node"))
    speaks_of = f"?claim ?role <{about}> ; kg:states ?told ." if about else ""
    rows = store.query(
        f"SELECT DISTINCT ?told ?sources ?origins {{ {speaks_of} ?told kg:sourceCount ?sources ; kg:independentSourceCount ?origins }}",
        prefixes=PREFIXES,
    )
    counted = [(told.value in lasting, -int(sources.value), -int(origins.value), told.value) for told, sources, origins in rows]  # type: ignore[union-attr]
    return [told for *_, told in sorted(counted)]


def _opposites(store: Graph, chosen: list[str]) -> list[str]:
    """What denies, or is denied by, these propositions. Denials are few, so they are all compared: a triple's own parts may occur everywhere."""
    denials = select(store, "?node kg:polarity kg:negative ; a kg:Proposition")
    nodes = Nodes(store)
    nodes.load([*chosen, *denials])
    wanted = {_triple(nodes, told) for told in chosen}
    found = [denial for denial in denials if _triple(nodes, denial) in wanted]
    for denial in sorted(set(chosen) & set(denials)):
        subject, predicate, target = _triple(nodes, denial)
        found += select(store, f"?node rdf:subject <{subject}> ; rdf:predicate <{predicate}> ; rdf:object <{target}> ; a kg:Proposition")
    return found


def _triple(nodes: Nodes, proposition: str) -> tuple[str, str, str]:
    return nodes.one(proposition, RDF.subject), nodes.one(proposition, RDF.predicate), nodes.one(proposition, RDF.object)


def _by_numbers(sides: list[Told]) -> Iterator[list[Told]]:
    """What is told of a happening by itself, apart where the numbers are other ones, for its words have them; denials stand with the first."""
    happening = sides[0].evidence[0].happening
    if happening is None or sides[0].subject.iri != happening.iri:
        yield sides
        return
    affirmed = [side for side in sides if side.polarity == "positive"]
    denied = [side for side in sides if side.polarity != "positive"]
    yield [*affirmed[:1], *denied]
    yield from ([side] for side in affirmed[1:])


def _row(sides: list[Told]) -> Row:
    one = sides[0]
    by_document: dict[str, list[Evidence]] = defaultdict(list)
    for side in sides:
        for evidence in side.evidence:
            by_document[evidence.article.id].append(evidence)
    happening = one.evidence[0].happening  # a proposition is made of claims
    of_itself = happening is not None and one.subject.iri == happening.iri
    return Row(
        subject=one.subject.iri,
        relation=one.relation.iri,
        object=one.object.iri,
        words=_telling(one) if of_itself else triple_words(one.subject, one.relation, one.object),
        independent=len({origin for side in sides if side.polarity == "positive" for origin in side.origins}),
        denying=len({origin for side in sides if side.polarity == "negative" for origin in side.origins}),
        stances=tuple(_stance(document, by_document[document]) for document in sorted(by_document)),
    )


def _telling(told: Told) -> str:
    """What a happening is called, where a claim of the proposition calls it so; else the words of its best claim."""
    called = told_by(told.evidence[0])
    words = [one.telling for one in best_first(told.evidence) if one.telling]
    return called if called in words or not words else words[0]


def _stance(document: str, evidence: list[Evidence]) -> Stance:
    does = {_does(one) for one in evidence}
    speakers = dict.fromkeys(voice(one) for one in evidence if one.speakers)
    return Stance(document, tuple(one for one in _SIGNS if one in does), tuple(speakers), tuple(evidence))


def _does(one: Evidence) -> str:
    if one.denies:
        return DENIES
    if one.asserts:
        return ASSERTS
    return ATTRIBUTES if one.speakers else HEDGES


def as_text(matrix: Matrix, width: int) -> str:
    """A row a proposition with a letter a document; below each, whom it is attributed to."""
    shown = _columns_of(matrix)
    numbers = {document: number for number, document in enumerate(matrix.documents, start=1)}
    lines = ["".join(f"{numbers[document]:>3}" for document in shown) + "   origins"] if shown else []
    for row in sorted(matrix.rows, key=lambda row: not any(stance.document in shown for stance in row.stances)):
        signs = {stance.document: "".join(_SIGNS[one] for one in stance.does) for stance in row.stances}
        left = "".join(f"{signs.get(document, '·'):>3}" for document in shown)
        origins = f"{row.independent}" + (f" : {row.denying}" if row.denying else "")
        lines += wrapped(row.words, width, f"{left}   {padded(origins, 7)} ")
        said = _said(row, {document: numbers[document] for document in shown})
        undrawn = len(signs.keys() - set(shown))
        if undrawn:
            said.append(f"and in {count(undrawn, 'document')} without a column")
        if said:
            lines += wrapped("; ".join(said), width, " " * (columns(left) + 13))
    return text_of([*lines, *_legend(matrix, numbers, width)])


def _columns_of(matrix: Matrix) -> list[str]:
    """The documents that a terminal has room for: those that tell most of the rows, in the order of all."""
    told = Counter(stance.document for row in matrix.rows for stance in row.stances)
    most = sorted(matrix.documents, key=lambda document: -told[document])[:_MOST_COLUMNS]
    return [document for document in matrix.documents if document in most]


def _said(row: Row, numbers: dict[str, int]) -> list[str]:
    """Whom documents have it from, or its denial, each with their numbers."""
    found: dict[str, list[int]] = defaultdict(list)
    for stance in row.stances:
        for one in stance.evidence:
            if one.speakers and one.article.id in numbers:
                told = f"{'denied' if one.denies else 'told'} by {voice(one)}"
                found[told] = sorted({*found[told], numbers[one.article.id]})
    return [f"{told} [{','.join(map(str, documents))}]" for told, documents in found.items()]


def _legend(matrix: Matrix, numbers: dict[str, int], width: int) -> list[str]:
    lines = ["", *wrapped(_LEGEND, width)]
    lines += [line for document in _columns_of(matrix) for line in wrapped(document, width, f"[{numbers[document]}] ")]
    if len(matrix.documents) > _MOST_COLUMNS:
        lines.append(f"{count(len(matrix.documents) - _MOST_COLUMNS, 'document')} without a column; --format csv has all.")
    if matrix.left_out:
        lines.append(f"{count(matrix.left_out, 'proposition')} told by fewer sources left out; --limit 0 shows all.")
    return lines


def as_csv(matrix: Matrix) -> str:
    """A line a proposition, a column a document: "asserts", "attributes: Ana Ruiz", "silent"."""
    head = ("proposition", "subject", "relation", "object", "independent", "denying", *matrix.documents)
    return csv_of(head, (_cells(row, matrix.documents) for row in matrix.rows))


def _cells(row: Row, documents: Sequence[str]) -> list[object]:
    told = {stance.document: _cell(stance) for stance in row.stances}
    return [row.words, row.subject, row.relation, row.object, row.independent, row.denying, *(told.get(document, SILENT) for document in documents)]


def _cell(stance: Stance) -> str:
    does = " and ".join(stance.does)
    return f"{does}: {', '.join(stance.speakers)}" if stance.speakers else does
