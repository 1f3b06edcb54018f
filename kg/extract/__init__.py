"""Extraction: what one parsed document says. One pass over columns, linear in their length, independent of other documents."""

from __future__ import annotations

import sys

from kg import CallablePackage
from kg.claims import make_claims
from kg.extract.assembly import Events, kept, to_attributions, to_quantities, to_times, trigger_ids
from kg.extract.attribution import find_sayings
from kg.extract.clauses import Clauses
from kg.extract.coref import Coreference
from kg.extract.durations import find_durations
from kg.extract.factuality import set_factuality
from kg.extract.individuals import find_individuals
from kg.extract.names import find_names
from kg.extract.nominals import nominal_events
from kg.extract.occasions import Occasions
from kg.extract.participants import Participants
from kg.extract.predicates import verbal_events
from kg.extract.quantities import find_quantities
from kg.extract.relations import find_relations, offices
from kg.extract.repair import repair
from kg.extract.tenses import Foresight
from kg.extract.times import dateline_day, find_times
from kg.extract.trimmed import trim
from kg.lexicon import Lexicon
from kg.model import Document, Extraction
from kg.parse import Parse

_LONGER = range(4, 8)  # characters of a value that is longer than a day: "2019", "2019-03", "2019-Q1"


def extract(document: Document, parse: Parse, lexicon: Lexicon) -> Extraction:
    """Read one document: names, times, numbers, happenings, who says so and how sure, and the claims that these make."""
    repair(parse, lexicon)
    intending = lexicon.words("scheduling") | {verb for verb, modality in lexicon.modal_verbs.items() if modality == "planned"}
    today = document.date or dateline_day(parse, lexicon.times)
    foresight = Foresight(intending, lexicon.words("unforeseen"), lexicon.words("implicative") | lexicon.words("factive"))
    times = find_times(parse, today, lexicon.times, foresight)
    dated = frozenset(i for time in times for i in range(time.first, time.last + 1))
    names = find_names(parse, lexicon, dated)
    individuals = find_individuals(names, parse, lexicon)
    clauses = Clauses(parse, lexicon, names, individuals, dated)
    amounts = sorted([*find_quantities(parse, lexicon, dated), *find_durations(parse, times, lexicon)], key=lambda a: a.first)
    verbal = verbal_events(clauses)
    nominal = nominal_events(clauses, frozenset(i for name in names for i in range(name.first, name.last + 1)), verbal)
    sayings = find_sayings(clauses)
    drafts = kept(sorted([*verbal, *nominal], key=lambda d: d.trigger))
    set_factuality(clauses, drafts, sayings)
    relations = find_relations(clauses, names)
    trim(clauses, drafts, [*(t for r in relations for t in (r.subject, r.object)), *(s.source for s in sayings if s.source is not None)])
    coreference = Coreference(clauses, offices(clauses, names), sayings)
    triggers = trigger_ids(clauses, drafts)
    participants = Participants(clauses, individuals, coreference, triggers, dated)
    attributions, said_by = to_attributions(clauses, sayings, participants)
    occasions = Occasions(clauses, participants, drafts, times, today)
    times = occasions.times
    maker = Events(clauses, participants, drafts, occasions, amounts, said_by)
    events = [maker.event(draft, triggers[draft.trigger]) for draft in drafts]
    quantities = to_quantities(clauses, amounts, participants)
    days = {f"t{n}": parse.ends[time.last] for n, time in enumerate(times, 1) if time.begin and len(time.value or "") in _LONGER}
    claims = make_claims(events, maker.relations(relations, sayings), parse.citations, lexicon.confidence, maker.prepositions, days)
    return Extraction(
        document,
        tuple(parse.span(first, after - 1) for first, after in parse.sentences),
        tuple(participants.entities),
        tuple(participants.mentions),
        tuple(to_times(clauses, times)),
        tuple(quantities),
        tuple(events),
        tuple(attributions),
        tuple(claims),
    )


sys.modules[__name__].__class__ = CallablePackage  # so that kg.extract(text) works, though it is a package
