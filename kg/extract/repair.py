"""Systematic slips of small English parsers, mended on the parse before anything is read from it. Each rule is a construction, not a sentence."""

from __future__ import annotations

import re

from kg.extract.asides import raise_asides
from kg.extract.attachment import (
    bygone_to_noun,
    charge,
    complement,
    here,
    second_preposition,
    since_of_perfect,
    time_of_happening,
    time_to_verb,
    to_burden,
    to_intention,
)
from kg.extract.compounds import COMPOUNDS, mend_compound
from kg.extract.coordination import (
    interrupted_subject,
    join_base,
    join_infinitives,
    lost_past,
    mend_conjunct,
    part_at_semicolon,
    past_apposition,
    raise_past,
    subject_before,
    two_subjects,
)
from kg.extract.counted import mend_number
from kg.extract.doubles import mend_doubles
from kg.extract.gerunds import mend_gerund
from kg.extract.headlines import complete_headline
from kg.extract.idioms import formula, habit
from kg.extract.lists import join_list
from kg.extract.nounphrases import mend_extent
from kg.extract.objects import mend_objects
from kg.extract.participles import asked_for, asked_that, left_for, mend_participle, mend_record
from kg.extract.prefixes import PREFIXES, join_prefix
from kg.extract.relatives import after_whose, content_clause, inverted_teller, mend_relative
from kg.extract.retag import retag
from kg.extract.stances import mend_stance
from kg.extract.subjects import mend_subject, name_as_subject
from kg.extract.subordinate import MARKS, beside_happening, finite_after, second_adjective
from kg.extract.tellers import (
    adding,
    after_adding,
    mend_tellers,
    name_the_teller,
    occasion_of_told,
    quoted_as_saying,
    speaker,
    teller_between,
    told_before_and,
    told_in,
    told_too,
)
from kg.extract.titled import mend_titled
from kg.extract.works import mend_titles
from kg.lexicon import Lexicon
from kg.parse import DASHES, Parse, move

_SHORT = re.compile(r"[^aeiou]*[aeiou][bdfgklmnprstvz]")  # one vowel and one consonant: "fin", "tap"


def repair(parse: Parse, lexicon: Lexicon) -> None:
    """Mend tags and heads in place."""
    for number, (first, after) in enumerate(parse.sentences):
        if parse.kinds[number] == "headline":
            complete_headline(parse, lexicon, first, after)
    mend_titles(parse)
    retag(parse, lexicon)
    mend_objects(parse, lexicon)
    mend_titled(parse, lexicon)
    for i, word in enumerate(map(str.lower, parse.words)):
        mend_extent(parse, lexicon, i)
        if word in COMPOUNDS:
            mend_compound(parse, i)
        if word in ("between", "won"):
            mend_number(parse, lexicon, i)
        if word in PREFIXES:
            join_prefix(parse, lexicon, i)
        if word in MARKS and parse.deps[i] == "prep":
            finite_after(parse, i)
        if parse.tags[i] == "VBG" and parse.deps[i] in ("advcl", "pcomp"):
            second_adjective(parse, i)
        if parse.tags[i] == "VBG" and parse.deps[i] in ("advcl", "acl", "xcomp"):
            mend_gerund(parse, lexicon, i)
        if parse.lemmas[i] == "use" and parse.tags[i] in ("VBD", "VBN"):
            habit(parse, i)
        if parse.tags[i] == "VB":
            formula(parse, lexicon, i)
        if parse.tags[i] in ("VBN", "VBD", "VBG"):
            mend_participle(parse, lexicon, i)
        elif parse.tags[i] == "VB" and parse.words[i] == "record":
            mend_record(parse, lexicon, i)
        if parse.pos[i] in ("VERB", "AUX"):
            mend_doubles(parse, lexicon, i)
            mend_subject(parse, lexicon, i)
            mend_relative(parse, lexicon, i)
            content_clause(parse, lexicon, i)
            subject_before(parse, i)
            after_whose(parse, i)
            join_base(parse, i)
            part_at_semicolon(parse, lexicon, i)
            if parse.deps[i] == "conj":
                mend_conjunct(parse, lexicon, i)
                told_too(parse, lexicon, i)
                told_before_and(parse, lexicon, i)
            two_subjects(parse, i)
            lost_past(parse, lexicon, i)
            inverted_teller(parse, lexicon, i)
            if parse.lemmas[i] in ("quote", "cite") and parse.child(i, "auxpass") is not None:
                quoted_as_saying(parse, lexicon, i)
        if parse.pos[i] == "VERB" and _SHORT.fullmatch(parse.lemmas[i]):
            _restore_e(parse, i)
        if parse.deps[i] in ("acomp", "oprd") and parse.pos[i] == "ADJ":
            for thing in [c for c in parse.all(i, "dobj") if parse.pos[parse.heads[i]] == "VERB" and c > i]:
                move(parse, thing, parse.heads[i], "dobj")  # "shot dead two men", "set free the hostages"
        if parse.deps[i] == "acomp":
            mend_stance(parse, lexicon, i)
        if parse.deps[i] == "csubj" and parse.tags[i] == "VBG" and i > 0 and parse.words[i - 1] == ",":
            _comma_participle(parse, lexicon, i)
        if parse.deps[i] == "relcl" and parse.tags[i] == "VBG" and parse.child(i, "nsubj", "nsubjpass", "aux") is None:
            parse.deps[i] = "acl"  # "boats carrying drugs"
        if parse.deps[i] in ("acl", "relcl") and parse.tags[i] in ("VBN", "VB"):
            asked_for(parse, lexicon, i)
        elif parse.deps[i] == "advcl" and parse.tags[i] in ("VBN", "VB"):
            asked_that(parse, lexicon, i)
        elif parse.deps[i] == "xcomp" and parse.tags[i] == "VB":
            left_for(parse, i)
        if parse.deps[i] in ("acl", "ccomp", "advcl"):
            _content_clause(parse, lexicon, i)
        elif parse.deps[i] == "relcl":
            told_in(parse, lexicon, i)
            if parse.deps[i] == "relcl":
                _content_clause(parse, lexicon, i)  # "raids and claims that the navy fired"
        if parse.deps[i] == "conj" and parse.pos[i] == "NOUN":
            beside_happening(parse, lexicon, i)
        elif parse.deps[i] == "conj" and parse.pos[i] == "PROPN":
            past_apposition(parse, i)
        if parse.tags[i] == "VBZ" and parse.deps[i] == "dobj":
            _plural_noun(parse, lexicon, i)
        if parse.deps[i] == "ccomp" and parse.pos[i] in ("NOUN", "PROPN"):
            interrupted_subject(parse, i)
        if parse.deps[i] == "appos":
            join_list(parse, i)
        if parse.deps[i] == "appos" and parse.deps[parse.heads[i]] == "nsubj":
            speaker(parse, lexicon, i)
        if parse.tags[i] in ("VBD", "VBZ") and parse.lemmas[i] in lexicon.reporting_verbs:
            mend_tellers(parse, lexicon, i)
        if parse.tags[i] in ("VBD", "VBZ", "VBP") and parse.lemmas[i] == "say":
            teller_between(parse, lexicon, i)
        if word == "here" and parse.deps[i] == "advmod":
            here(parse, i)
        if parse.deps[i] == "prep" and word == "in":
            time_of_happening(parse, lexicon, i)
            bygone_to_noun(parse, lexicon, i)
        elif parse.deps[i] == "prep" and word == "since":
            since_of_perfect(parse, lexicon, i)
        if parse.deps[i] == "prep" and parse.pos[parse.heads[i]] in ("NOUN", "PROPN"):
            time_to_verb(parse, lexicon, i)
            second_preposition(parse, lexicon, i)
            charge(parse, lexicon, i)
        if parse.deps[i] == "advcl" and parse.tags[i] == "VBG":
            _raise_comment(parse, lexicon, i)
            _lower_participle(parse, i)
            _lower_told(parse, lexicon, i)
            if parse.lemmas[i] in lexicon.words("adding"):
                adding(parse, lexicon, i)
                after_adding(parse, lexicon, i)
        elif parse.deps[i] == "advcl" and parse.tags[i] == "VBN":
            _reduce_relative(parse, i)
        elif parse.deps[i] == "advcl":
            to_burden(parse, lexicon, i)
            _lower_condition(parse, lexicon, i)
            _brought_about(parse, lexicon, i)
            _raise_other_teller(parse, lexicon, i)
        elif parse.deps[i] == "conj" and parse.child(i, "mark") is not None:
            _lower_condition(parse, lexicon, i)
        elif parse.deps[i] == "conj" and parse.tags[i] in ("VBD", "VBN", "VB"):
            _raise_contrast(parse, lexicon, i)
            raise_past(parse, i)
            name_the_teller(parse, lexicon, i)
            join_infinitives(parse, i)
        elif parse.deps[i] == "conj" and parse.tags[i] == "VBP":
            join_infinitives(parse, i)
        elif parse.deps[i] == "prep" and word in ("despite", "amid", "amidst"):
            _raise_background(parse, lexicon, i)
        elif parse.deps[i] == "prep" and parse.heads[i] == i - 1 and parse.lemmas[i - 1] in lexicon.reporting_verbs and word != "as":
            occasion_of_told(parse, i)
        elif parse.deps[i] == "prep" and parse.deps[parse.heads[i]] == "dobj":
            complement(parse, lexicon, i)
        elif parse.deps[i] == "prep" and word in ("to", "for", "in") and i:
            to_intention(parse, lexicon, i)
        elif parse.pos[i] == "VERB" and parse.deps[i] in ("nsubj", "nsubjpass", "poss") and parse.words[i][:1].isupper():
            parse.pos[i], parse.tags[i] = "PROPN", "NNP"  # "Trump then ordered …": a name, not the verb
        elif parse.deps[i] == "npadvmod" and parse.pos[i] == "PROPN" and parse.entity_types[i] not in ("DATE", "TIME"):
            name_as_subject(parse, i)
        elif parse.deps[i] == "compound" and parse.tags[i] == "NNS" and parse.heads[i] == i + 1 and parse.tags[i + 1] == "VBP":
            name_as_subject(parse, i)  # "…, court records show"
        raise_asides(parse, lexicon, i)


def _restore_e(parse: Parse, verb: int) -> None:
    """ "fined" and "hates" are of *fine* and *hate*: a short verb that ends in one consonant would double it ("pinned") or add none ("hats")."""
    if parse.words[verb].lower() in (parse.lemmas[verb] + "ed", parse.lemmas[verb] + "ing", parse.lemmas[verb] + "es"):
        parse.lemmas[verb] += "e"


def _comma_participle(parse: Parse, lexicon: Lexicon, participle: int) -> None:
    """ "The army fired, raising the number of known raids to nine": a participle after a comma is nobody's subject.

    A plural noun that was taken for its verb ("boat strikes") is made its object.
    """
    verb = parse.heads[participle]
    above = parse.heads[verb]
    if above == verb:
        parse.deps[participle] = "dep"
        return
    move(parse, participle, above, "advcl")
    if parse.tags[verb] == "VBZ" and parse.child(participle, "dobj") == verb - 1:
        move(parse, verb, participle, "dobj")
        _plural_noun(parse, lexicon, verb)
        for further in [c for c in parse.all(verb, "advcl") if parse.tags[c] == "VBG" and parse.words[c - 1] == ","]:
            move(parse, further, participle, "advcl")  # ", marking a peak"


def _lower_participle(parse: Parse, participle: int) -> None:
    """ "Drugs are believed to reach the coast by sea, bypassing the port": the participle goes on from the infinitive, not from the belief."""
    verb = parse.heads[participle]
    inner = parse.child(verb, "xcomp")
    passive = parse.child(verb, "auxpass") is not None
    if passive and inner is not None and verb < inner < participle and any(parse.tags[c] == "TO" for c in parse.children[inner]):
        move(parse, participle, inner, "advcl")


def _lower_told(parse: Parse, lexicon: Lexicon, participle: int) -> None:
    """ "Police said the bomb hit a bus, hurling it off the road": the participle goes on from what is said, unless it tells of speaking too."""
    saying = parse.heads[participle]
    said = parse.child(saying, "ccomp")
    if said is None or not saying < said < participle or parse.lemmas[saying] not in lexicon.reporting_verbs or parse.quoted(said, saying):
        return
    kind = lexicon.event_types.get(lexicon.verbs.get(parse.lemmas[participle], ""))
    particle = parse.child(participle, "prt") is not None  # to blast off is not to blast
    speaks = kind is not None and ("Statement" in (kind.id, *kind.parents) or kind.plover in ("ACCUSE", "SUPPORT", "CONSULT"))
    listed = (lexicon.reporting_verbs, lexicon.words("comment"), lexicon.words("voicing"), lexicon.words("addressing"))
    if _of_the_teller(parse, lexicon, participle, said):
        return
    if not speaks and parse.words[parse.left(participle) - 1] == "," and (particle or not any(parse.lemmas[participle] in words for words in listed)):
        move(parse, participle, said, "advcl")


def _of_the_teller(parse: Parse, lexicon: Lexicon, participle: int, said: int) -> bool:
    """ "He repeated that talks must be held soon, keeping his offer open": what has a "his" or "her" is of a person, so of who speaks."""
    personal = any(parse.words[i].lower() in ("his", "her", "himself", "herself") for i in parse.subtree(participle, frozenset({"acl", "relcl"})))
    subject = parse.child(said, "nsubj", "nsubjpass")
    thing = subject is not None and parse.pos[subject] == "NOUN" and lexicon.noun_types.get(parse.lemmas[subject], "") not in ("Person", "Group")
    return personal and thing


def _lower_condition(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "She said she would go, but only if he stays": a condition after what is said is part of it."""
    saying = parse.heads[verb]
    said = parse.child(saying, "ccomp")
    condition = any(parse.words[m].lower() in ("if", "unless", "provided") for m in parse.all(verb, "mark"))
    if condition and said is not None and saying < said < verb and parse.lemmas[saying] in lexicon.reporting_verbs:
        before = parse.left(verb) - 1
        move(parse, verb, said, "advcl")
        if parse.deps[before] == "cc" and parse.heads[before] == saying:
            move(parse, before, verb, "cc")


def _brought_about(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "drew thousands to hear the choir", "went on to win": the infinitive tells what came about, and no purpose."""
    head = parse.heads[verb]
    if not head < verb or not any(parse.tags[c] == "TO" for c in parse.children[verb]):
        return
    caused = parse.lemmas[head] in lexicon.words("caused") and any(head < o < verb for o in parse.all(head, "dobj"))
    went_on = any(f"{parse.lemmas[head]} {parse.words[p].lower()}" in lexicon.words("factive") and p == head + 1 for p in parse.all(head, "prt"))
    if caused or went_on:
        parse.deps[verb] = "xcomp"


def _plural_noun(parse: Parse, lexicon: Lexicon, token: int) -> None:
    """ "bringing the known boat strikes to nine": an object that was taken for a verb, after the noun that modifies it."""
    if parse.lemmas[token] not in lexicon.nouns or not token:
        return
    head, before = parse.heads[token], token - 1
    parse.pos[token], parse.tags[token] = "NOUN", "NNS"
    for child in [c for c in parse.children[token] if parse.deps[c] == "conj" and parse.pos[c] == "VERB"]:
        move(parse, child, head, "conj")
    if parse.heads[before] == head and parse.deps[before] == "dobj":
        for child in [c for c in parse.children[before] if parse.deps[c] in ("det", "amod", "nummod", "poss")]:
            move(parse, child, token, parse.deps[child])
        move(parse, before, token, "compound")


def _content_clause(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "strikes on boats and allegations that …": the that-clause right after a noun of saying is what it says."""
    that = next((m for m in parse.all(verb, "mark") if parse.words[m].lower() == "that"), None)
    if that is None or that == 0 or that > verb:
        return
    noun = that - 1
    if (
        parse.pos[noun] == "NOUN"
        and parse.lemmas[noun] in lexicon.reporting_nouns
        and parse.heads[verb] != noun
        and verb not in parse.ancestors(noun)
        and not _said_in(parse, lexicon, verb, noun)
    ):
        move(parse, verb, noun, "acl")


def _said_in(parse: Parse, lexicon: Lexicon, clause: int, noun: int) -> bool:
    """ "said in a statement that …": whoever says so there, not the statement; "asked about reports that …": the reports."""
    saying, prep = parse.heads[clause], parse.heads[noun]
    own = parse.deps[clause] == "ccomp" and parse.heads[prep] == saying and parse.deps[noun] == "pobj"
    return own and parse.words[prep].lower() in ("in", "at", "during", "on", "with") and parse.lemmas[saying] in lexicon.reporting_verbs


def _reduce_relative(parse: Parse, verb: int) -> None:
    """ "raided a house believed to be empty": a bare participle right after a noun says something of that noun."""
    before = verb - 1
    while before > parse.heads[verb] and parse.pos[before] == "ADV":
        before -= 1
    bare = not any(parse.deps[c] in ("nsubj", "nsubjpass", "mark", "aux", "auxpass", "cc") for c in parse.children[verb])
    if not bare or before <= parse.heads[verb] or parse.pos[before] not in ("NOUN", "PROPN"):
        return
    last_of_list = parse.deps[before] == "conj" and parse.pos[before] == "NOUN" and parse.child(verb, "dobj") is None
    if last_of_list or parse.deps[before] in ("pobj", "dobj", "attr"):
        move(parse, verb, before, "acl")


def _saying_above(parse: Parse, lexicon: Lexicon, clause: int) -> int | None:
    """The verb of saying before a clause that is its content."""
    saying = parse.heads[clause]
    reports = parse.deps[clause] == "ccomp" and saying < clause and parse.lemmas[saying] in lexicon.reporting_verbs
    return saying if reports else None


def _raise_contrast(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "She said she could help but did not do so", "He claimed they had left, but offered no proof": the plain past after the comma or "but"
    goes on from the saying, where what is said stands in another tense."""
    clause = parse.heads[verb]
    saying = _saying_above(parse, lexicon, clause)
    if saying is None or parse.tags[saying] != "VBD" or parse.child(verb, "nsubj", "nsubjpass") is not None:
        return
    own = {parse.words[c].lower() for c in parse.all(verb, "aux")}
    said = {parse.words[c].lower() for c in parse.all(clause, "aux")} or ({"does"} if parse.tags[clause] in ("VBZ", "VBP") else set())
    plain = (not own and parse.tags[verb] == "VBD") or own == {"did"}
    if plain and _closed_quote(parse, clause, verb):
        move(parse, verb, saying, "conj")  # "said it is "over" and left": what follows the quoted words is not said
    elif plain and said and "did" not in said and "but" in {parse.words[c].lower() for c in parse.all(clause, "cc")}:
        move(parse, verb, saying, "conj")


def _closed_quote(parse: Parse, first: int, last: int) -> bool:
    """Whether a quotation that holds ``first`` is closed before ``last``."""
    return parse.quoted(first) and any(parse.words[i] == '"' for i in range(first, last))


def _raise_background(parse: Parse, lexicon: Lexicon, prep: int) -> None:
    """ "He said that talks go on - despite rising tension": what stands after a dash or comma is the writer's."""
    dashed = prep > 0 and parse.words[prep - 1] in DASHES
    clauses = parse.ancestors(prep) if dashed and not parse.quoted(prep) else [parse.heads[prep]]
    saying = next((s for c in clauses if (s := _saying_above(parse, lexicon, c)) is not None and s < prep), None)
    if saying is not None and prep > 0 and (dashed or parse.words[prep - 1] == ","):
        move(parse, prep, saying, "prep")


def _raise_other_teller(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "Lee said the tax was high while Kim argued it was fair": what another one says or leaves unsaid stands beside the saying, not in it."""
    clause = parse.heads[verb]
    saying, mark, subject = _saying_above(parse, lexicon, clause), parse.child(verb, "mark"), parse.child(verb, "nsubj")
    if saying is None or mark is None or subject is None or parse.words[mark].lower() not in ("while", "whereas") or verb < clause:
        return
    lemma, silence = parse.lemmas[verb], parse.child(verb, "dobj", "acomp", "oprd")
    tells = parse.child(verb, "ccomp") is not None and (lemma in lexicon.reporting_verbs or f"{lemma} that" in lexicon.reporting_verbs)
    keeps = silence is not None and parse.lemmas[silence] in ("silence", "silent", "mum", "quiet")
    somebody = parse.pos[subject] == "PROPN" or parse.lemmas[subject] in lexicon.noun_types
    if (tells or keeps) and somebody and not parse.quoted(mark, saying):
        move(parse, verb, saying, "advcl")


def _raise_comment(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "He said he could leave soon, signalling a shift": the participle after the comma comments on the saying, and is not said."""
    clause = parse.heads[verb]
    saying = parse.heads[clause]
    if parse.deps[clause] != "ccomp" or clause > verb or saying >= clause or parse.lemmas[saying] not in lexicon.reporting_verbs:
        return
    first = parse.left(verb)
    thereby = any(parse.words[c].lower() in ("thereby", "thus", "hence") for c in parse.all(verb, "advmod"))
    comments = thereby or parse.lemmas[verb] in lexicon.reporting_verbs or parse.lemmas[verb] in lexicon.words("comment")
    comments = comments or _of_the_teller(parse, lexicon, verb, clause)
    if comments and first > 0 and parse.words[first - 1] == "," and not parse.quoted(first, saying):
        move(parse, verb, saying, "advcl")
