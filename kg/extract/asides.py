"""What the writer adds to somebody's words, where the parser hung it on what is said: mended on the parse. Each rule is a construction."""

from __future__ import annotations

from kg.extract.drafts import DOERS
from kg.lexicon import Lexicon
from kg.parse import QUOTATION_MARKS, Parse, move

_BESIDE = frozenset({"advcl", "acl", "relcl", "xcomp", "prep", "pcomp"})
_WHEN = frozenset({"after", "before", "while", "upon", "following"})
_TO_COME = frozenset({"will", "would", "'ll", "'d", "’ll", "’d", "shall", "should", "must", "may", "might", "can", "could"})


def raise_asides(parse: Parse, lexicon: Lexicon, token: int) -> None:
    """Hang on the saying what stands beside it, and is no part of what is said."""
    if parse.deps[token] not in _BESIDE:
        return
    if parse.deps[token] == "advcl" and parse.tags[token] == "VBG":
        _behind_quotation(parse, lexicon, token)
        _second_participle(parse, token)
    if parse.deps[token] == "advcl" and parse.tags[token] == "VBN" and parse.lemmas[token] in ("ask", "question", "press"):
        _when_asked(parse, lexicon, token)
    if parse.tags[token] == "VB" and parse.deps[token] in ("acl", "relcl", "xcomp"):
        _to_say(parse, lexicon, token)
    if parse.deps[token] in ("prep", "advcl"):
        _occasion(parse, lexicon, token)
    if parse.tags[token] == "VBG" and parse.deps[token] == "pcomp" and parse.lemmas[token] in lexicon.reporting_verbs:
        _quoted_as_saying(parse, token)


def _behind_quotation(parse: Parse, lexicon: Lexicon, participle: int) -> None:
    """ "claimed that "spies saw the boats," thereby justifying a raid": what a participle adds behind the closing mark is not said."""
    mark = parse.left(participle) - 1
    while mark > 0 and parse.words[mark] == ",":
        mark -= 1
    comma = "," in (parse.words[mark - 1], parse.words[mark + 1])
    if mark < 1 or parse.words[mark] not in QUOTATION_MARKS or not comma or parse.quoted(participle) or not parse.quoted(mark):
        return
    opened = max(i for i in range(parse.sentences[parse.sentence_of[mark]][0], mark) if parse.words[i] in QUOTATION_MARKS)
    saying = next((i for i in parse.ancestors(participle) if i < opened and parse.lemmas[i] in lexicon.reporting_verbs), None)
    if saying is not None and parse.pos[saying] == "VERB" and parse.heads[participle] != saying:
        move(parse, participle, saying, "advcl")


def _when_asked(parse: Parse, lexicon: Lexicon, participle: int) -> None:
    """ "Ruiz said that taxes would fall when asked about the budget": it is Ruiz who was asked, and then said so."""
    told = parse.heads[participle]
    saying = parse.heads[told]
    when = parse.words[parse.left(participle)].lower() == "when" and parse.child(participle, "nsubj", "nsubjpass", "auxpass") is None
    if when and told < participle and parse.deps[told] == "ccomp" and saying < told and parse.lemmas[saying] in lexicon.reporting_verbs:
        move(parse, participle, saying, "advcl")


def _second_participle(parse: Parse, participle: int) -> None:
    """ ", raising the toll of the raids to nine, marking a new stage": the second participle goes on from the verb, not from the toll."""
    noun = parse.heads[participle]
    if parse.pos[noun] != "NOUN" or noun > participle or parse.words[parse.left(participle) - 1] != ",":
        return
    first = next((i for i in parse.ancestors(noun) if parse.pos[i] in ("VERB", "AUX")), noun)
    if parse.deps[first] == "advcl" and parse.tags[first] == "VBG" and parse.heads[first] < first:
        move(parse, participle, parse.heads[first], "advcl")


def _occasion(parse: Parse, lexicon: Lexicon, token: int) -> None:
    """ "The union said it was worried, after publishing a survey": the occasion on which it was said, by whoever speaks."""
    gerund = token if parse.deps[token] == "advcl" else parse.child(token, "pcomp")
    if gerund is None or parse.tags[gerund] != "VBG" or parse.lemmas[gerund] not in lexicon.words("speakingOccasion"):
        return
    first = parse.left(token)
    if parse.words[first].lower() not in _WHEN or parse.child(gerund, "nsubj", "aux", "auxpass") is not None or parse.quoted(first):
        return
    clause = next((i for i in (parse.heads[token], *parse.ancestors(parse.heads[token])) if parse.deps[i] in ("ccomp", "relcl", "conj")), None)
    if clause is None or parse.deps[clause] != "ccomp" or clause > first:
        return
    saying, subject = parse.heads[clause], parse.child(clause, "nsubj", "nsubjpass", "expl")
    if subject is None or saying > clause or parse.lemmas[saying] not in lexicon.reporting_verbs:
        return
    comma = parse.words[first - 1] == ","
    pronoun = parse.pos[subject] == "PRON"
    open_yet = any(parse.words[c].lower() in _TO_COME for c in parse.all(clause, "aux"))
    thing = parse.pos[subject] == "NOUN" and lexicon.noun_types.get(parse.lemmas[subject], "") not in DOERS
    if comma and (thing or (pronoun and not open_yet)):
        move(parse, token, saying, parse.deps[token])


def _quoted_as_saying(parse: Parse, saying: int) -> None:
    """ "The fire began in a shed, the mayor was quoted as saying": the clause before is what was said."""
    prep, after = parse.heads[saying], parse.right(saying) + 1
    cue = parse.heads[prep]
    main, source = parse.heads[cue], parse.child(cue, "nsubjpass")
    told = parse.words[prep].lower() == "as" and parse.lemmas[cue] in ("quote", "cite") and source is not None
    ends = parse.right(saying) == saying and (after >= len(parse) or parse.pos[after] == "PUNCT")
    if source is None or not (told and ends) or parse.deps[cue] != "conj" or main > cue or parse.child(main, "cc") is not None:
        return
    move(parse, saying, main, "parataxis")
    move(parse, source, saying, "nsubj")
    for part in parse.all(cue, "auxpass", "aux"):
        move(parse, part, saying, "aux")
    move(parse, cue, saying, "aux")
    parse.pos[cue] = "AUX"


def _to_say(parse: Parse, lexicon: Lexicon, verb: int) -> None:
    """ "The judge cited a case to say that courts must wait": what a clause that is told hangs on is how it was said, and no case says it."""
    main = next((i for i in parse.ancestors(verb) if parse.pos[i] in ("VERB", "AUX")), verb)
    if parse.lemmas[verb] in lexicon.reporting_verbs and parse.child(verb, "ccomp") is not None and said_by_means(parse, lexicon, main):
        move(parse, verb, main, "advcl")


def said_by_means(parse: Parse, lexicon: Lexicon, main: int) -> bool:
    """ "pointed to a case", "took to the radio": whether somebody did by it what an infinitive of saying after it tells."""
    whole = [f"{parse.lemmas[main]} {parse.words[p].lower()}" for p in parse.all(main, "prep", "prt", "agent")]
    return parse.tags[main] in ("VBD", "VBZ") and any(word in lexicon.words("meansOfSpeech") for word in (parse.lemmas[main], *whole))
