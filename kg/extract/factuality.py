"""How sure: polarity and modality of events by the scope of cues on the parse (after the factuality model of Saurí and Pustejovsky 2009)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.aims import called_for, hoped, no_charge
from kg.extract.attribution import Sayings
from kg.extract.clauses import Clauses
from kg.extract.cues import discredited
from kg.extract.described import finite_verb, of_thing, relative
from kg.extract.drafts import ACTORS, Draft, Saying
from kg.extract.foretold import BACKSHIFTED, FUTURE, had, in_own_words, whether, wish, would_like
from kg.extract.governors import governed, result
from kg.extract.phrases import determiner
from kg.extract.polarity import anchors, did_little, empty, infinitive, is_negative, must, partly, unintended, withstood
from kg.extract.presupposed import blamed_for, given, presupposed, standing_law, used
from kg.extract.suppositions import (
    anyone,
    as_subject,
    asked,
    conditional,
    consequent,
    forestalled,
    has_to,
    imagined,
    imperative,
    inverted,
    perhaps_is,
    proviso,
    set_as_condition,
    shared_condition,
    supposed_subject,
    to_be,
    to_come,
    while_it_lasts,
    would_be,
)
from kg.extract.unsaid import leave

#: What is stronger hides what is weaker: who denies a plan denies.
_STRENGTH = {"actual": 0, "planned": 1, "possible": 2, "alleged": 3, "hypothetical": 4, "denied": 5}
_SEEMING = frozenset({"seem", "seems", "seemed", "appear", "appears", "appeared"})  # an auxiliary keeps its form as its lemma
_DUE = frozenset({"should", "ought"})
_CIRCUMSTANCES = frozenset({"after", "because", "since", "when", "as", "although", "though", "while"})
_CONCEDING = frozenset({"although", "though"})
_REASONS = frozenset({"because of", "due to", "owing to"})
_POSSESSORS = {"his": "he", "him": "he", "her": "she", "my": "i", "me": "i", "our": "we", "us": "we", "their": "they", "them": "they", "its": "it"}
_OPEN = frozenset({"planned", "possible", "hypothetical"})


def set_factuality(clauses: Clauses, drafts: Sequence[Draft], sayings: Sayings) -> None:
    """Give each draft its attribution, polarity and modality. Attributed modality comes from every saying around the event."""
    _not_denied(clauses, drafts, sayings)
    leave(clauses, drafts, sayings)
    for draft in drafts:
        draft.attribution = sayings.innermost(draft.trigger)
        if draft.attribution is not None and sayings[draft.attribution].cue == draft.light:
            draft.attribution = sayings[draft.attribution].parent  # "made a statement": the light verb says nothing of its own
        if draft.attribution is not None and _not_denied_with_it(clauses, draft, sayings[draft.attribution]):
            draft.attribution = sayings[draft.attribution].parent
        own = draft.attribution
        if own is not None and (_not_his(clauses, draft, sayings[own]) or _says_so_itself(clauses, draft, sayings, own)):
            draft.attribution = _outside(clauses, sayings, own)
        aside = draft.attribution is not None and _aside(clauses, draft.trigger, sayings[draft.attribution])
        told = draft.attribution is not None and of_thing(clauses, draft.trigger, sayings[draft.attribution])
        said = (
            sayings[draft.attribution].parent if (aside or told) and draft.attribution is not None else own
        )  # who vows to explain has not explained yet
        if aside and draft.attribution is not None and _explained(clauses, draft.trigger, sayings[draft.attribution].cue):
            draft.attribution = sayings[draft.attribution].parent
        if own is not None and draft.attribution is not None and used(clauses, draft, sayings[own], said_modality(sayings, said)):
            said = draft.attribution = None if said is None else sayings[said].parent
        draft.modality = _modality(clauses, draft, said_modality(sayings, said))
        draft.polarity = "negative" if is_negative(clauses, draft) else "positive"


def stance(clauses: Clauses, verb: int, sayings: Sayings) -> tuple[str, str]:
    """Polarity and modality of what a copula says, with what is said around it."""
    draft = Draft(verb, clauses.parse.lemmas[verb], "Event", "copula", slots=[("agent", s) for s in clauses.subjects(verb)])
    draft.attribution = sayings.innermost(verb)
    modality = _modality(clauses, draft, said_modality(sayings, draft.attribution))
    return "negative" if is_negative(clauses, draft) else "positive", modality


def _modality(clauses: Clauses, draft: Draft, said: str) -> str:
    """The strongest of the cues on an event and of what the sayings around it leave."""
    around = [*governed(clauses, draft)]
    known = draft.nominal and given(clauses, draft.trigger)
    if known or (draft.nominal and presupposed(clauses, draft.trigger)) or standing_law(clauses, draft.trigger):
        around = [value for value in around if value not in _OPEN]
        said = "actual" if said in _OPEN or known else said
    own = max(["actual", *_own(clauses, draft), *around], key=_STRENGTH.__getitem__)
    if said == "alleged" and own == "planned" and no_charge(clauses, draft.trigger):
        return own
    if said == "possible" and own == "planned" and called_for(clauses, draft.trigger):
        return own
    if said == "planned" and own == "possible" and hoped(clauses, draft.trigger):
        return said
    return max(own, said, key=_STRENGTH.__getitem__)


def _not_denied(clauses: Clauses, drafts: Sequence[Draft], sayings: Sayings) -> None:
    """ "neither confirmed nor denied the strike", "did not deny it": who does not deny something leaves it open; nor are demands denied."""
    for inner in sayings:
        outer = sayings[inner.parent] if inner.parent is not None else None
        turned_down = outer is not None and clauses.parse.lemmas[outer.cue] in clauses.lexicon.words("rejecting")
        if outer is not None and turned_down and inner.modality == "planned":
            inner.parent = outer.parent  # "rejected demands by the union to …": no denial that the union demands it
        meant = outer is not None and outer.modality in _OPEN and outer.rule != "reporting-noun"
        if outer is not None and meant and _circumstance(clauses, Draft(inner.cue, "", "", ""), outer.cue):
            inner.parent = outer.parent  # "called for a truce as he thanked them for leaving"
        beside = outer is not None and outer.modality == "denied" and outer.rule != "reporting-noun"
        if outer is not None and beside and _beside_denial(clauses, Draft(inner.cue, "", "", ""), outer.cue):
            inner.parent = outer.parent  # "denied that it was hostile, although others suggested it was"
    for draft in drafts:
        saying = sayings.by_cue.get(draft.trigger)
        if saying is not None and saying.modality == "denied" and is_negative(clauses, draft):
            saying.modality = "possible"


def _says_so_itself(clauses: Clauses, draft: Draft, sayings: Sayings, n: int) -> bool:
    """ "He stressed his wish for peace, saying …": that he says so is not told by himself."""
    cue = sayings.by_cue.get(draft.trigger)
    own = cue.source if cue is not None else None
    outer = sayings[n].source
    if own is None or outer is None:
        return False
    if clauses.parse.pos[own] == clauses.parse.pos[outer] == "PRON":
        words = {_POSSESSORS.get(w, w) for w in (clauses.parse.words[own].lower(), clauses.parse.words[outer].lower())}
        return len(words) == 1  # "He said that he denied it", "He repeated his denial"
    his = clauses.parse.pos[own] == "PRON" and draft.nominal and clauses.parse.heads[draft.trigger] == sayings[n].cue  # "Chen repeated his denial"
    return his or own == outer or (own in clauses.named and clauses.named[own] == clauses.named.get(outer))


def _not_his(clauses: Clauses, draft: Draft, saying: Saying) -> bool:
    """ "ordered a blockade of grain exports": the exports are there, whoever orders it; "the debunked claim that …": it is the writer who denies."""
    parse = clauses.parse
    within = next((i for i in parse.ancestors(draft.trigger) if parse.pos[i] in ("VERB", "AUX")), None)
    there = draft.nominal and within == saying.cue and saying.modality == "planned" and presupposed(clauses, draft.trigger)
    there = there or (draft.nominal and saying.modality == "alleged" and blamed_for(clauses, draft.trigger))
    there = there or standing_law(clauses, draft.trigger)
    return there or (saying.rule == "reporting-noun" and discredited(clauses, saying.cue))


def _not_denied_with_it(clauses: Clauses, draft: Draft, saying: Saying) -> bool:
    """What stands in the words of a denial or an order, and is neither denied nor ordered."""
    if saying.modality in ("planned", "possible") and saying.rule != "reporting-noun":
        return _circumstance(clauses, draft, saying.cue)
    told = saying.modality == "denied" and saying.rule != "reporting-noun"
    return told and (_described(clauses, draft, saying.cue) or _beside_denial(clauses, draft, saying.cue))


def _described(clauses: Clauses, draft: Draft, cue: int) -> bool:
    """ "rejected the budget presented by the premier", "rejected an offer which undervalued it": what tells which thing is rejected is so."""
    parse = clauses.parse
    noun = draft.trigger
    inner = False  # a verb was passed
    for i in (draft.trigger, *parse.ancestors(draft.trigger)):
        if i == cue:
            return not inner and draft.nominal and parse.lemmas[cue] in clauses.lexicon.words("rejecting")
        if parse.deps[i] == "relcl" and relative(parse, i):
            noun = parse.heads[i]
            break
        inner = inner or (parse.pos[i] in ("VERB", "AUX") and parse.deps[i] != "acl")
        if inner:
            continue
        aim = parse.tags[i] == "VB" and parse.lemmas[cue] in clauses.lexicon.words("rejecting")  # "rejected demands to leave"
        if parse.deps[i] == "acl" and (parse.tags[i] == "VBN" or aim):
            noun = parse.heads[i]
            break
    while parse.deps[noun] == "pobj" and parse.pos[parse.heads[parse.heads[noun]]] == "NOUN":
        noun = parse.heads[parse.heads[noun]]
    return parse.deps[noun] == "dobj" and parse.heads[noun] == cue


def _circumstance(clauses: Clauses, draft: Draft, cue: int) -> bool:
    """ "ordered the army to strike after a rocket wounded two boys": what a clause in the past tells is no matter of the order."""
    parse = clauses.parse
    expected = clauses.passive(cue) and parse.lemmas[cue] == "expect"
    for i in (draft.trigger, *parse.ancestors(draft.trigger)):
        if i == cue or parse.deps[i] == "ccomp":
            return False
        if expected and parse.deps[i] == "pcomp" and parse.words[parse.heads[i]].lower() == "with" and parse.words[parse.heads[i] - 1] == ",":
            return True  # "is expected to win, with voters tiring of her rival"
        if expected and parse.deps[i] == "advcl" and any(parse.words[m].lower() in ("as", "while") for m in parse.all(i, "mark")):
            return parse.tags[finite_verb(clauses, i)] in ("VBD", "VBZ", "VBP")  # "is expected to resign as protests grow"
        if parse.deps[i] == "advcl" and any(parse.words[m].lower() in _CIRCUMSTANCES for m in parse.all(i, "mark", "advmod")):
            return parse.tags[i] == "VBD" or any(parse.tags[c] == "VBD" or parse.words[c].lower() == "has" for c in parse.all(i, "aux", "auxpass"))
    return False


def _turned_down(clauses: Clauses, noun: int) -> bool:
    """ "rejected a truce", "rejected a proposal for a tax": nobody has made one; what is by somebody has been made."""
    parse = clauses.parse
    if any(parse.words[p].lower() in ("by", "from") for p in parse.all(noun, "prep")):
        return False
    while parse.deps[noun] == "pobj" and parse.words[parse.heads[noun]].lower() in ("for", "of", "to", "on"):
        noun = parse.heads[parse.heads[noun]]
    verb = noun if parse.pos[noun] == "VERB" else parse.heads[noun]
    return parse.deps[noun] not in ("nsubj", "pobj") and parse.lemmas[verb] in clauses.lexicon.words("rejecting")


def _beside_denial(clauses: Clauses, draft: Draft, cue: int) -> bool:
    """ "denied that the guards beat them, although a court has published pictures", "… because of the strike": neither is denied."""
    parse = clauses.parse
    definite = draft.nominal and determiner(parse, draft.trigger) in ("definite", "demonstrative", "possessive")
    for i in (draft.trigger, *parse.ancestors(draft.trigger)):
        if i == cue:
            return False
        if parse.deps[i] == "advcl" and any(parse.words[m].lower() in _CONCEDING for m in parse.all(i, "mark")):
            return True
        reason = parse.deps[i] == "prep" and (parse.words[i].lower() == "despite" or parse.text(i, i + 1).lower() in _REASONS)
        role = parse.deps[i] == "pobj" and parse.lemmas[parse.heads[parse.heads[i]]] in clauses.lexicon.words("involvement")
        if definite and role:
            return True  # "denied any role in the murder"
        if definite and reason and parse.child(i, "pcomp", "prep") in (None, i + 1):
            return True
    return False


def _outside(clauses: Clauses, sayings: Sayings, n: int) -> int | None:
    """The saying around another one; who "repeated the claim that …" is around the claim only as its teller."""
    parent, cue = sayings[n].parent, sayings[n].cue
    tells = parent is not None and discredited(clauses, cue) and clauses.parse.heads[cue] == sayings[parent].cue
    return sayings[parent].parent if tells and parent is not None else parent


def _aside(clauses: Clauses, token: int, saying: Saying) -> bool:
    """ "She denied that the bank, which failed in May, owed millions": what a comma and "which" or "where" add outside marks is not denied.

    It may be the writer's own or the speaker's; so it stays attributed.
    """
    parse = clauses.parse
    first, _ = parse.sentences[parse.sentence_of[token]]
    if parse.quoted(token):
        return False
    for i in (token, *parse.ancestors(token)):
        if i == saying.cue or not any(low <= i <= high for low, high in saying.content):
            return False
        if parse.deps[i] == "relcl":
            left = parse.left(i)
            told = parse.tags[left] in ("WDT", "WP", "WP$") or parse.words[left].lower() == "where"
            added = left > first and parse.words[left - 1] == "," and told
            return added and not left <= saying.cue <= parse.right(i)
    return False


def _explained(clauses: Clauses, token: int, cue: int) -> bool:
    """ "will work with Nordbank, which failed in May": what a comma and "which" add to a name, the writer explains.

    So does he in "said they would go to the hall, which will be guarded": in what was said, the tense would be that of the clause around it.
    """
    parse = clauses.parse
    clause = next(i for i in (token, *parse.ancestors(token)) if parse.deps[i] == "relcl")
    if parse.words[parse.left(clause)].lower() != "which":
        return False  # "who" is often the speaker's
    if clauses.is_named(parse.heads[clause]):
        return True
    around = next((i for i in parse.ancestors(clause) if parse.deps[i] == "ccomp" and parse.heads[i] == cue), None)
    if around is None or parse.tags[cue] != "VBD" or cue > around:
        return False
    shifted = parse.tags[finite_verb(clauses, around)] == "VBD" or parse.words[finite_verb(clauses, around)].lower() in ("would", "could", "might")
    return shifted and (parse.tags[finite_verb(clauses, clause)] in ("VBZ", "VBP") or parse.words[finite_verb(clauses, clause)].lower() == "will")


def said_modality(sayings: Sequence[Saying], n: int | None) -> str:
    """The strongest modality that a saying and those around it leave their content."""
    values, seen = ["actual"], set()
    while n is not None and n not in seen:
        seen.add(n)
        values.append(sayings[n].modality)
        n = sayings[n].parent
    return max(values, key=_STRENGTH.__getitem__)


def _own(clauses: Clauses, draft: Draft) -> Iterator[str]:
    """Cues on the event's own words: auxiliaries, adverbs, adjectives, its own conjunction."""
    parse, lexicon = clauses.parse, clauses.lexicon
    agents = [clauses.type_of(a) in ACTORS or parse.pos[clauses.antecedent(a)] == "PRON" for a in draft.fillers("agent")]
    if asked(clauses, draft.trigger):
        yield "possible"
    if imperative(clauses, draft.trigger):
        yield "planned"
    bare = draft.nominal and determiner(parse, draft.trigger) in ("indefinite", "bare", "negative")
    if bare and _turned_down(clauses, draft.trigger) and parse.child(draft.trigger, "acl", "relcl") is None:
        yield "possible"  # "rejected a truce": nobody has made one
    if consequent(clauses, draft) or inverted(clauses, draft.trigger):
        yield "hypothetical"
    how = parse.tags[parse.left(draft.trigger)] in ("WRB", "WP")
    if how and parse.deps[draft.trigger] == "pcomp" and infinitive(clauses, draft.trigger):
        yield "possible"  # "agreed on how to stop it"
    if to_come(clauses, draft.trigger):
        yield to_be(clauses, draft)
    if forestalled(clauses, draft.trigger) or set_as_condition(clauses, draft.trigger):
        yield "possible"
    if (
        imagined(clauses, draft.trigger)
        or while_it_lasts(clauses, draft.trigger)
        or proviso(clauses, draft.trigger)
        or anyone(clauses, draft.trigger)
    ):
        yield "hypothetical"
    if draft.nominal and (supposed_subject(clauses, draft.trigger) or perhaps_is(clauses, draft.trigger)):
        yield "possible"
    if not draft.nominal and (value := as_subject(clauses, draft.trigger)) is not None:
        yield value
    linked = parse.lemmas[draft.trigger] in lexicon.words("association") and clauses.passive(draft.trigger)
    if linked and not agents and _suspects(clauses, draft.trigger):
        yield "alleged"  # "a firm linked to the smugglers": somebody links it
    if parse.deps[draft.trigger] == "conj" and (mark := shared_condition(clauses, draft.trigger)) is not None:
        yield mark
    for anchor in anchors(clauses, draft):
        shared = [anchor]
        while parse.deps[shared[-1]] == "conj" and parse.heads[shared[-1]] < shared[-1] and not parse.all(shared[-1], "nsubj", "nsubjpass", "aux"):
            shared.append(parse.heads[shared[-1]])  # "would flood the valley, drown farms and kill cattle"
        for child in [c for a in shared for c in parse.children[a]]:
            word, dep = parse.words[child].lower(), parse.deps[child]
            said = draft.attribution is not None and parse.deps[anchor] in ("ccomp", "conj", "parataxis", "ROOT")
            if dep == "aux" and word in BACKSHIFTED | _DUE and any(parse.words[c].lower() == "have" for c in parse.all(anchor, "aux")):
                yield "hypothetical"  # "would have won", "should have been shut"
            if dep == "aux" and word in BACKSHIFTED and (had(clauses, anchor, child) or would_like(clauses, anchor)):
                continue
            if dep == "aux" and word in BACKSHIFTED and in_own_words(clauses, anchor, child):
                yield "hypothetical"
            elif dep == "aux" and word in FUTURE | BACKSHIFTED and (word in FUTURE or said or not conditional(clauses, anchor)):
                yield to_be(clauses, draft) if word in FUTURE else would_be(clauses, draft, anchor)
            elif dep == "aux" and must(clauses, anchor, child):
                yield has_to(clauses, draft, child)  # "cannot but notice"
            elif dep == "aux" and (_impossible(clauses, anchor, child) or _perceived(clauses, anchor, child)):
                continue
            elif dep == "neg" and partly(clauses, child):
                yield "possible"  # "is not always allowed"
            elif dep == "auxpass" and word in _SEEMING:
                yield "possible"  # "seemed caught between two fires"
            elif dep in ("preconj", "cc") and word == "either":
                yield "possible"  # "either sank or was stolen": one of the two
            elif dep == "mark" and word in ("until", "till") and parse.tags[finite_verb(clauses, anchor)] in ("VBP", "VBZ"):
                yield "possible"  # "until we find a cure": it is not found yet
            elif dep == "mark" and word == "if" and whether(clauses, anchor):
                yield "possible"  # "is not sure if they left"
            elif dep == "aux" and word == "may" and wish(clauses, anchor, child):
                yield "planned"
            elif dep in ("aux", "advmod", "amod", "mark", "acomp") and (word in lexicon.modal_words or parse.lemmas[child] in lexicon.modal_words):
                value = lexicon.modal_words.get(word) or lexicon.modal_words[parse.lemmas[child]]
                if not (dep in ("amod", "acomp") and not draft.nominal):
                    yield value
            elif dep == "aux" and parse.tags[child] == "TO" and parse.deps[anchor] in ("advcl", "acl", "relcl", "ROOT") and _open(clauses, anchor):
                yield "hypothetical" if _lacking(clauses, anchor) else "planned"  # at the root in a headline: "Chile to close border"


def _suspects(clauses: Clauses, verb: int) -> bool:
    """ "a boat linked to smugglers", "Ruiz has been linked to them": whether what is linked may be suspected; no delay is."""
    subjects = clauses.parse.all(verb, "nsubjpass")
    return not subjects or any(clauses.type_of(s) in ACTORS or clauses.is_named(s) or clauses.parse.pos[s] == "PRON" for s in subjects)


def _impossible(clauses: Clauses, verb: int, auxiliary: int) -> bool:
    """ "could not contain the fire", "cannot pay": what was not possible was not; "could not have known" leaves it open."""
    parse = clauses.parse
    able = parse.words[auxiliary].lower() in ("could", "can", "ca")
    return able and parse.child(verb, "neg") is not None and not any(parse.lemmas[c] == "have" for c in parse.all(verb, "aux"))


def _perceived(clauses: Clauses, verb: int, auxiliary: int) -> bool:
    """ "Residents could hear shots", "smoke could be seen": what one could hear or see one did, not in "could see losses", "could be seen as"."""
    parse = clauses.parse
    apart = parse.child(verb, "neg", "advcl") is None and parse.deps[verb] in ("ROOT", "conj", "ccomp") and not conditional(clauses, verb)
    thought = any(parse.words[p].lower() == "as" for p in parse.all(verb, "prep"))
    seen = clauses.passive(verb) and parse.lemmas[verb] in ("hear", "see") and not thought
    return apart and parse.words[auxiliary].lower() == "could" and (seen or parse.lemmas[verb] in ("hear", "smell"))


def _open(clauses: Clauses, verb: int) -> bool:
    """Whether an infinitive leaves open what it says: not where it tells a result, or what somebody fails to do."""
    parse = clauses.parse
    failed = parse.deps[verb] == "acl" and parse.words[parse.heads[verb]].lower() in clauses.lexicon.words("inability")
    resisted = parse.deps[verb] == "acl" and withstood(clauses, parse.heads[verb])
    return not failed and not resisted and not did_little(clauses, verb) and not result(clauses, verb)


def _lacking(clauses: Clauses, verb: int) -> bool:
    """ "has shown no evidence to support it": what something that is not there would do."""
    parse = clauses.parse
    noun = parse.heads[verb]
    return (
        parse.deps[verb] in ("acl", "relcl")
        and infinitive(clauses, verb)
        and not unintended(clauses, noun)
        and parse.lemmas[noun] not in clauses.lexicon.words("ability")  # "had no power to sell": they did not
        and (empty(clauses, noun) or parse.child(parse.heads[noun], "neg") is not None)
    )
