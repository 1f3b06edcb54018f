"""The claims behind the page: their sentences, and what is marked in them."""

from __future__ import annotations

import time

from pyoxigraph import Literal

from kg.export import view_data
from kg.rdf.terms import Statement, integer
from kg.vocab import ITSRDF, KG, NIF, PROV, RDF


def test_a_sentence_of_a_thousand_sayings_takes_no_long_time() -> None:
    """Each claim has all of them above it, and each saying a word of the sentence."""
    number, base = 600, "urn:x:document/a"
    text = "said " * number
    sentence = f"{base}#char=0,{len(text)}"
    told: list[Statement] = [
        *((sentence, predicate, value) for predicate, value in (
            (RDF.type, NIF.Sentence), (NIF.beginIndex, integer(0)), (NIF.endIndex, integer(len(text))), (NIF.anchorOf, Literal(text)),
            (NIF.referenceContext, base),
        )),
        ("urn:x:entity/she", RDF.type, KG.Entity), ("urn:x:event/saying", RDF.type, KG.Event),
    ]  # fmt: skip
    for n in range(number):
        mention, attribution, claim = f"{base}/mention/{n}", f"{base}/attribution/{n}", f"{base}/claim/{n}"
        told += [(mention, RDF.type, NIF.Phrase), (mention, NIF.referenceContext, base), (mention, ITSRDF.taIdentRef, "urn:x:event/saying")]
        told += [(mention, NIF.beginIndex, integer(5 * n)), (mention, NIF.endIndex, integer(5 * n + 4))]
        told += [(attribution, RDF.type, KG.Attribution), (attribution, KG.source, "urn:x:entity/she"), (attribution, KG.cue, mention)]
        told += [(attribution, KG.within, f"{base}/attribution/{n + 1}")]
        told += [(claim, RDF.type, KG.Claim), (claim, PROV.wasQuotedFrom, sentence), (claim, KG.about, "urn:x:event/saying")]
        told += [(claim, RDF.subject, "urn:x:entity/she"), (claim, RDF.predicate, KG.agent), (claim, RDF.object, "urn:x:event/saying")]
        told += [(claim, KG.attribution, attribution)]
    begin = time.process_time()
    story = view_data.read(told)
    assert time.process_time() - begin < 2, "it took 32 s when every saying was marked for every claim"
    (tellings,) = (one.tellings for one in story.happenings.values())
    assert len(tellings) == number
    assert max(len(one.sources) for one in tellings) == 12
    assert max(len(one.marks) for one in tellings) <= 52
    assert tellings[0].marks[:2] == ((0, 4, "cue"), (5, 9, "cue"))


def test_marks_count_as_a_browser_does() -> None:
    base = "urn:x:document/a"
    sentence, mention, claim = f"{base}#char=0,11", f"{base}/mention/3-7", f"{base}/claim/c1"
    told: list[Statement] = [
        (sentence, RDF.type, NIF.Sentence), (sentence, NIF.beginIndex, integer(0)), (sentence, NIF.endIndex, integer(11)),
        (sentence, NIF.anchorOf, Literal("a\U0001f692 Vera won")), (sentence, NIF.referenceContext, base),
        (mention, RDF.type, NIF.Phrase), (mention, NIF.beginIndex, integer(3)), (mention, NIF.endIndex, integer(7)),
        (mention, NIF.referenceContext, base), (mention, ITSRDF.taIdentRef, "urn:x:entity/vera"),
        ("urn:x:entity/vera", RDF.type, KG.Entity), ("urn:x:event/winning", RDF.type, KG.Event),
        (claim, RDF.type, KG.Claim), (claim, PROV.wasQuotedFrom, sentence), (claim, KG.about, "urn:x:event/winning"),
        (claim, RDF.subject, "urn:x:event/winning"), (claim, RDF.predicate, KG.agent), (claim, RDF.object, "urn:x:entity/vera"),
    ]  # fmt: skip
    (happening,) = view_data.read(told).happenings.values()
    assert happening.tellings[0].marks == ((4, 8, "part"),)
