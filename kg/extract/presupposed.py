"""What is there, whatever comes of the clause around it: the raids of "fears that the raids will go on", the laws of "may break the laws of war"."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.described import finite_verb, relative
from kg.extract.drafts import Draft, Saying
from kg.extract.governors import DETACHED
from kg.extract.phrases import determiner

_KNOWN = frozenset({"definite", "demonstrative", "possessive"})
_REASONS = frozenset({"because", "due", "despite", "given", "amid", "amidst", "owing"})
_FORETELLING = frozenset({"predict", "forecast", "foresee", "anticipate", "project", "fear", "hold", "cancel"})
_BESIDE = frozenset(
    {"light", "wake", "face", "view", "aftermath", "midst", "response", "reaction", "result", "context", "course", "consequence", "retaliation"}
)


def presupposed(clauses: Clauses, noun: int) -> bool:
    """ "urged them to stop attacks", "ordered a ban of exports", "will meet after the talks": these are there, whatever comes of the rest."""
    parse, words = clauses.parse, clauses.lexicon.words
    head, dep = parse.heads[noun], parse.deps[noun]
    known = determiner(parse, noun) in _KNOWN
    if dep == "pobj" and parse.words[head].lower() == "of":
        outer = parse.lemmas[parse.heads[head]]
        opens = outer in clauses.lexicon.modal_nouns or outer in clauses.lexicon.reporting_nouns  # "the risk of a strike", "fears of a war"
        return (clauses.is_happening(parse.heads[head]) and not opens) or outer == "anniversary"
    if dep == "pobj" and parse.words[head].lower() in DETACHED:
        about = parse.words[head].lower() in ("about", "over", "against") and determiner(parse, noun) != "definite"  # "talks about a merger"
        return parse.pos[parse.heads[head]] in ("VERB", "AUX") and not about
    if dep == "pobj" and f"{parse.lemmas[parse.heads[head]]} {parse.words[head].lower()}" in words("presupposing"):
        return known  # "vowed to respond to the killings", "sought an end to the siege"
    if dep == "nsubj" and parse.lemmas[head] == "be" and parse.child(head, "aux") is None:
        return known  # "doubted that the raids were lawful"
    if dep in ("nsubj", "nsubjpass") and any(parse.words[m].lower() == "whether" for m in parse.all(head, "mark")):
        return known  # "questioned whether the ruling is lawful"
    there = parse.lemmas[head] in words("presupposing") or (known and parse.lemmas[head] in words("dealingWith"))
    return (dep == "dobj" and there) or beside(clauses, noun)


def given(clauses: Clauses, noun: int) -> bool:
    """ "claimed that the vote was rigged", "accused him of lying after the raid": what is there, though what is told of it is only claimed."""
    parse = clauses.parse
    verb, dep = parse.heads[noun], parse.deps[noun]
    if blamed_for(clauses, noun) or bygone(clauses, noun):
        return True
    if determiner(parse, noun) not in _KNOWN:
        return beside(clauses, noun)
    if dep == "pobj" and parse.words[verb].lower() in DETACHED:
        return parse.pos[parse.heads[verb]] in ("VERB", "AUX")
    if dep not in ("nsubj", "nsubjpass") or _brings_about(clauses, verb):
        return beside(clauses, noun)
    finite = [*parse.all(verb, "aux", "auxpass"), verb][0]
    told = parse.tags[finite] in ("VBD", "VBZ", "VBP") or (parse.tags[finite] == "MD" and parse.lemmas[noun] in clauses.lexicon.words("mishap"))
    return parse.pos[verb] in ("VERB", "AUX") and told and parse.child(verb, "expl") is None


def bygone(clauses: Clauses, noun: int) -> bool:
    """ "claims to show the raid that killed nine", "help for victims of the October earthquake", "crimes like the shooting": known to have been."""
    parse = clauses.parse
    if determiner(parse, noun) != "definite" or parse.deps[noun] == "attr":
        return False
    told = (c for c in parse.all(noun, "relcl") if relative(parse, c))
    if any(parse.tags[finite_verb(clauses, c)] == "VBD" for c in told):
        return True
    mishap = parse.lemmas[noun] in clauses.lexicon.words("mishap")
    dated = any(parse.entity_types[c] == "DATE" for c in parse.all(noun, "compound", "nummod", "nmod", "amod"))
    alike = parse.deps[noun] == "pobj" and parse.words[parse.heads[noun]].lower() == "like"
    return alike or (mishap and dated)


def _brings_about(clauses: Clauses, verb: int) -> bool:
    """ "the raid took place", "his departure was demanded", "the talks are expected to end": whether a verb leaves open its subject."""
    parse, lexicon = clauses.parse, clauses.lexicon
    wholes = {clauses.with_particle(verb), *(f"{parse.lemmas[verb]} {parse.lemmas[o]}" for o in parse.all(verb, "dobj"))}
    if wholes & (lexicon.words("occurrence") | lexicon.words("opening")):
        return True
    lemma = parse.lemmas[verb]
    planned = "planned" in (lexicon.modal_verbs.get(lemma), lexicon.reporting_verbs.get(lemma))
    open_yet = any(lemma in words for words in (lexicon.words("scheduling"), lexicon.light_verbs, _FORETELLING))  # "if the vote was held"
    return (planned or open_yet) and clauses.passive(verb)


def beside(clauses: Clauses, noun: int) -> bool:
    """ "in light of the raid", "because of the strike": what is a reason or an occasion for something is there."""
    parse = clauses.parse
    prep = parse.heads[noun]
    if parse.deps[noun] == "conj" and parse.pos[prep] == "NOUN":
        return beside(clauses, prep)
    if parse.deps[noun] != "pobj" or determiner(parse, noun) == "negative":
        return False
    reason = {parse.words[prep].lower(), parse.words[prep - 1].lower()} & _REASONS
    outer = parse.heads[prep]
    phrase = parse.deps[outer] == "pobj" and parse.words[parse.heads[outer]].lower() in ("in", "as")
    known = determiner(parse, noun) in _KNOWN
    return bool(reason) or (known and phrase and parse.lemmas[outer] in _BESIDE)


def blamed_for(clauses: Clauses, noun: int) -> bool:
    """ "blamed rebels for recent thefts", "claimed responsibility for the raid", "the raid was claimed": who did it is said, and not that it was."""
    parse = clauses.parse
    prep, dep = parse.heads[noun], parse.deps[noun]
    if dep == "pobj" and parse.words[prep].lower() == "for":
        guilt = parse.lemmas[parse.heads[prep]]
        return guilt in ("blame", "responsibility", "credit", "responsible", "liable", "liability", "culpability")
    if dep not in ("dobj", "nsubjpass"):
        return False
    on = any(parse.words[p].lower() == "on" for p in parse.all(prep, "prep"))
    return (parse.lemmas[prep] == "blame" and on) or (parse.lemmas[prep] == "claim" and determiner(parse, noun) in _KNOWN)


def used(clauses: Clauses, draft: Draft, saying: Saying, said: str) -> bool:
    """ "accused the mayor of undermining the talks", "praised him for saving the match": the talks and the match are there, whoever does so."""
    parse, verb = clauses.parse, clauses.parse.heads[draft.trigger]
    known = draft.nominal and determiner(parse, draft.trigger) in _KNOWN
    exploits = parse.lemmas[verb] in clauses.lexicon.words("exploiting") and parse.deps[verb] == "pcomp"
    if known and exploits and parse.deps[draft.trigger] == "dobj" and said == "alleged":
        return True
    return saying.rule != "reporting-noun" and clauses.lexicon.appraises(parse.lemmas[saying.cue]) and _beside_deed(clauses, draft, saying.cue, known)


def _beside_deed(clauses: Clauses, draft: Draft, cue: int, known: bool) -> bool:
    """ "praised him for saving the match", "… for freeing the town, which had been under siege": what else the words of praise name or describe."""
    parse = clauses.parse
    for i in (draft.trigger, *parse.ancestors(draft.trigger)):
        if parse.deps[i] == "relcl" and relative(parse, i):
            known = True
        if parse.deps[i] == "pcomp" and parse.heads[parse.heads[i]] == cue:
            return known
    return False


def standing_law(clauses: Clauses, participle: int) -> bool:
    """ "fears that it may break laws governing war": what laws do that there are is nobody's fear; "a law banning it" may be only wished for."""
    parse, noun = clauses.parse, clauses.parse.heads[participle]
    if parse.deps[participle] != "acl" or parse.tags[participle] != "VBG" or parse.deps[noun] != "dobj":
        return False
    there = determiner(parse, noun) in ("definite", "demonstrative", "possessive") or parse.tags[noun] in ("NNS", "NNPS")
    return there and parse.lemmas[parse.heads[noun]] in clauses.lexicon.words("observance")
