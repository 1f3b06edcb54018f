"""From a name as somebody types it to the entity that the graph means by it."""

from __future__ import annotations

import difflib
import functools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.errors import QueryError
from kg.lexicon import Lexicon, load_lexicon
from kg.store import Graph
from kg.views.kinds import entity_kind
from kg.views.nodes import Nodes, refs
from kg.vocab import KG, PREFIXES, RDF, SKOS

_NEAREST = 4
_TITLE = 3  # words of a title, at most
_GENDERS = ("woman", "man")
_FOREMOST = 4  # whoever is mentioned so many times as often as any other is meant by a name that others have as well


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name may mean. ``key`` is the end of its IRI; "entity/KEY" names it alone."""

    iri: str
    key: str
    label: str
    kind: str  # "person", "city" …
    named: bool
    aliases: tuple[str, ...]
    links: tuple[str, ...]  # entries of other data sets
    mentions: int
    documents: int


def find(store: Graph, name: str) -> list[Candidate]:
    """Whom a name may mean, the most mentioned first: by IRI or "entity/KEY", else by label, alias or key without case and accents, else by a part.

    A name in full goes before a part of one, what bears a name before what is only described. A title ("President Ruiz", "Mrs. Ruiz") is no part of
    a name, unless something is called so. Raises :class:`QueryError` that lists the nearest names where nothing fits.
    """
    wanted, called = folded(name), functools.cache(functools.partial(_called, store))
    for named in (True, False) if "/" in name else ():
        exact = [iri for iri in called(named) if name in (iri, f"entity/{key_of(iri)}")]
        if exact:
            return candidates(store, exact)
    for wholly, named in ((True, True), (True, False)):
        if found := _fitting(called(named), wanted, wholly):
            return candidates(store, found)
    bare, gender = _untitled(wanted) if " " in wanted else ("", "")
    for wholly in (True, False) if bare else ():
        titled = [one for one in candidates(store, _fitting(called(True), bare, wholly)) if one.kind == "person" and _may_be(one, gender)]
        if titled:
            return titled
    for named in (True, False):
        if found := _fitting(called(named), wanted, False):
            return candidates(store, found)
    raise QueryError(_nobody(name, wanted, called(True).values()))


def _fitting(called: dict[str, list[str]], wanted: str, wholly: bool) -> list[str]:
    """The IRIs of what is called by the folded words, wholly or among others."""

    def fits(label: str) -> bool:
        return label == wanted if wholly else f" {wanted} " in f" {label} "

    return [iri for iri, labels in called.items() if wanted and any(fits(folded(label)) for label in (*labels, key_of(iri)))]


@functools.cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _untitled(wanted: str) -> tuple[str, str]:
    """The folded words of a name behind its titles, and "woman" or "man" where one of them tells; no words where none is a title."""
    lexicon, words, gender = _lexicon(), wanted.split(), ""
    titles = lexicon.titles.keys() | lexicon.words("shortTitle") | lexicon.words("standingTitle") | lexicon.words("rank")
    while len(words) > 1:
        length = next((n for n in range(min(_TITLE, len(words) - 1), 0, -1) if " ".join(words[:n]) in titles), 0)
        if not length:
            break
        gender = gender or next((g for g in _GENDERS if words[0] in lexicon.words(f"{g}Noun")), "")
        words = words[length:]
    bare = " ".join(words)
    return (bare, gender) if bare != wanted and words[0] not in ("of", "for") and bare not in titles else ("", "")


def _may_be(one: Candidate, gender: str) -> bool:
    """Whether somebody may be a woman, or a man, by the first name: "Mrs. Ruiz" is no Juan Ruiz."""
    lexicon, given = _lexicon(), folded(one.label).split()[:1]
    genders = {g for g in _GENDERS if given and given[0] in lexicon.words(f"{g}Name")}
    return not gender or not genders or gender in genders


def perhaps(store: Graph, name: str) -> list[Candidate]:
    """Everything whose name or description has the words in any of their forms ("dock" in "docking area"), happenings too, the most mentioned first.

    Wider than :func:`find`: for a question that a claim answers, so that it need not be known how the graph calls what is meant.
    """
    wanted = [base_form(word) for word in folded(name).split()]
    rows = store.query("SELECT DISTINCT ?e ?name { { ?e a kg:Entity } UNION { ?e a kg:Event } ?e rdfs:label|skos:altLabel ?name }", prefixes=PREFIXES)
    found = {iri.value for iri, label in rows if wanted and _has(label.value, wanted)}  # type: ignore[union-attr]
    return candidates(store, found) if found else []


def _has(label: str, wanted: list[str]) -> bool:
    words = [base_form(word) for word in folded(label).split()]
    return any(words[place : place + len(wanted)] == wanted for place in range(len(words)))


def base_form(word: str) -> str:
    """A word without a regular ending, roughly: "sells" and "selling" → "sell", "carried" → "carry", "seizing" and "seized" → "seiz"."""
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", "")):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and not (ending == "s" and stem.endswith("s")):
            return stem[:-1] if ending in ("ing", "ed") and stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem + instead
    return word


def the_one(store: Graph, name: str) -> Candidate:
    """The entity of that name. Raises :class:`QueryError` where there is none, or more than one: then it lists their keys."""
    found = find(store, name)
    if len(found) > 1:
        raise QueryError(f"{name!r} may mean {len(found)} things; choose one of {', '.join(f'entity/{one.key}' for one in found[:_NEAREST])}"
                         f"{' …' if len(found) > _NEAREST else ''}.")  # fmt: skip
    return found[0]


def foremost(found: Sequence[Candidate]) -> Candidate | None:
    """The one whom readers of these articles mean by a name: it alone has it, or has several times the mentions of the next; else None."""
    sole = len(found) == 1 or found[0].mentions >= _FOREMOST * max(1, found[1].mentions)
    return found[0] if sole else None


def about_whom(store: Graph, name: str | None) -> str:
    """The IRI of the one who has the name; empty where no name is given. Raises :class:`QueryError` as :func:`the_one` does."""
    return the_one(store, name).iri if name is not None else ""


def folded(text: str) -> str:
    """Words without case, accents and punctuation: "U.S. forces" → "us forces"."""
    letters = text.casefold()
    if not letters.isascii():
        letters = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w\s]+", " ", re.sub(r"['’]s\b|[.'’]", "", letters)).split())


def key_of(iri: str) -> str:
    """The last segment of an IRI."""
    return re.split(r"[/:#]", iri)[-1]


def candidates(store: Graph, iris: Iterable[str]) -> list[Candidate]:
    """The entities of these IRIs, the most mentioned first."""
    wanted = sorted(iris)
    nodes = Nodes(store)
    nodes.load(wanted)
    counts = {
        row[0].value: (int(row[1].value), int(row[2].value))
        for row in store.query(
            f"""SELECT ?entity (COUNT(?mention) AS ?mentions) (COUNT(DISTINCT ?document) AS ?documents) {{
                VALUES ?entity {{ {refs(wanted)} }} ?mention itsrdf:taIdentRef ?entity ; nif:referenceContext ?document }} GROUP BY ?entity""",
            prefixes=PREFIXES,
        )  # type: ignore[union-attr]
    }
    found = [
        Candidate(
            iri=iri,
            key=key_of(iri),
            label=nodes.label(iri),
            kind=entity_kind(nodes.all(iri, RDF.type)),
            named=nodes.one(iri, KG.named) == "true",
            aliases=tuple(nodes.all(iri, SKOS.altLabel)),
            links=tuple(nodes.all(iri, SKOS.exactMatch)),
            mentions=counts.get(iri, (0, 0))[0],
            documents=counts.get(iri, (0, 0))[1],
        )
        for iri in wanted
    ]
    return sorted(found, key=lambda one: (-one.mentions, one.iri))


def _called(store: Graph, named: bool) -> dict[str, list[str]]:
    """What the entities that bear a name are called, or those that are only described: five times as many, and read only where need be."""
    found: dict[str, list[str]] = {}
    rows = store.query(f"SELECT ?e ?name {{ ?e kg:named {str(named).lower()} ; rdfs:label|skos:altLabel ?name }}", prefixes=PREFIXES)
    for iri, name in rows:  # type: ignore[union-attr]
        found.setdefault(iri.value, []).append(name.value)
    return {iri: found[iri] for iri in sorted(found)}


def _nobody(name: str, wanted: str, called: Iterable[list[str]]) -> str:
    known = {folded(label): label for labels in called for label in sorted(labels)}
    near = difflib.get_close_matches(wanted, sorted(known), n=_NEAREST, cutoff=0.5)
    hint = f"; the nearest names are {', '.join(known[label] for label in near)}" if near else ""
    return f"The graph knows nobody and nothing called {name!r}{hint}."
