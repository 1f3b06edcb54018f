"""How sure: polarity and modality of events by the scope of cues on the parse (after the factuality model of Saurí and Pustejovsky 2009)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.attribution import Sayings
from kg.extract.clauses import ACTORS, Clauses
from kg.extract.drafts import Draft, Saying
from kg.extract.phrases import determiner
from kg.extract.polarity import anchors, empty, infinitive, is_negative
from kg.extract.suppositions import (
    BACKSHIFTED,
    FUTURE,
    as_subject,
    asked,
    consequent,
    imperative,
    inverted,
    perhaps_is,
    supposed_subject,
    to_come,
)

#: What is stronger hides what is weaker: who denies a plan denies.
_STRENGTH = {"actual": 0, "planned": 1, "possible": 2, "alleged": 3, "hypothetical": 4, "denied": 5}
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "acl", "pcomp", "pobj", "prep", "dobj", "acomp", "oprd", "advcl", "conj", "attr", "relcl", "nsubjpass"})
_SINGLED_OUT = frozenset({"first", "second", "third", "fourth", "fifth", "last", "only", "latest"})
_ABOUT = frozenset({"about", "regarding", "concerning", "on", "over"})
_DETACHED = frozenset({"against", "about", "over", "amid", "amidst", "despite", "after", "before", "since", "during", "following"})
_CIRCUMSTANCE = frozenset({"after", "before", "when", "as", "while", "because", "since", "although", "though"})
_OPEN = frozenset({"planned", "possible", "hypothetical"})
_CLIMB = 12


def set_factuality(clauses: Clauses, drafts: Sequence[Draft], sayings: Sayings) -> None:
    """Give each draft its attribution, polarity and modality. Attributed modality comes from every saying around the event."""
    _not_denied(clauses, drafts, sayings)
    for draft in drafts:
        draft.attribution = sayings.innermost(draft.trigger)
        if draft.attribution is not None and sayings[draft.attribution].cue == draft.light:
            draft.attribution = sayings[draft.attribution].parent  # "made a statement": the light verb says nothing of its own
        own = draft.attribution
        if draft.attribution is not None and _says_so_itself(clauses, draft, sayings, draft.attribution):
            draft.attribution = sayings[draft.attribution].parent
        aside = draft.attribution is not None and _aside(clauses, draft.trigger, sayings[draft.attribution])
        said = sayings[draft.attribution].parent if aside and draft.attribution is not None else own  # who vows to explain has not explained yet
        around = [*_governed(clauses, draft), said_modality(sayings, said)]
        if draft.nominal and _presupposed(clauses, draft.trigger):
            around = [value for value in around if value not in _OPEN]
        values = ["actual", *_own(clauses, draft), *around]
        draft.modality = max(values, key=_STRENGTH.__getitem__)
        draft.polarity = "negative" if is_negative(clauses, draft) else "positive"


def _not_denied(clauses: Clauses, drafts: Sequence[Draft], sayings: Sayings) -> None:
    """ "neither confirmed nor denied the strike", "did not deny it": who does not deny something leaves it open."""
    for draft in drafts:
        saying = sayings.by_cue.get(draft.trigger)
        if saying is not None and saying.modality == "denied" and is_negative(clauses, draft):
            saying.modality = "possible"


def _presupposed(clauses: Clauses, noun: int) -> bool:
    """ "urged them to stop attacks", "ordered a ban of exports", "will meet after the talks": these are there, whatever comes of the rest."""
    parse = clauses.parse
    head, dep = parse.heads[noun], parse.deps[noun]
    if dep == "pobj" and parse.words[head].lower() == "of":
        outer = parse.lemmas[parse.heads[head]]
        opens = outer in clauses.lexicon.modal_nouns or outer in clauses.lexicon.reporting_nouns  # "the risk of a strike", "fears of a war"
        return clauses.is_happening(parse.heads[head]) and not opens
    if dep == "pobj" and parse.words[head].lower() in _DETACHED:
        about = parse.words[head].lower() in ("about", "over", "against") and determiner(parse, noun) != "definite"  # "talks about a merger"
        return parse.pos[parse.heads[head]] in ("VERB", "AUX") and not about
    if dep == "pobj" and f"{parse.lemmas[parse.heads[head]]} {parse.words[head].lower()}" in clauses.lexicon.words("presupposing"):
        return determiner(parse, noun) in ("definite", "demonstrative", "possessive")  # "vowed to respond to the killings"
    if dep == "nsubj" and parse.lemmas[head] == "be" and parse.child(head, "aux") is None:
        return determiner(parse, noun) in ("definite", "demonstrative", "possessive")  # "doubted that the raids were lawful"
    return dep == "dobj" and parse.lemmas[head] in clauses.lexicon.words("presupposing")


def _says_so_itself(clauses: Clauses, draft: Draft, sayings: Sayings, n: int) -> bool:
    """ "He stressed his wish for peace, saying …": that he says so is not told by himself."""
    cue = sayings.by_cue.get(draft.trigger)
    own = cue.source if cue is not None else None
    outer = sayings[n].source
    if own is None or outer is None:
        return False
    if clauses.parse.pos[own] == clauses.parse.pos[outer] == "PRON":
        return clauses.parse.lemmas[own] == clauses.parse.lemmas[outer]  # "He said that he denied it"
    return own == outer or (own in clauses.named and clauses.named[own] == clauses.named.get(outer))


def _aside(clauses: Clauses, token: int, saying: Saying) -> bool:
    """ "She denied that the bank, which failed in May, owed millions": what a comma and "which" or "who" add outside quotation marks is not denied.

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
            added = left > first and parse.words[left - 1] == "," and parse.tags[left] in ("WDT", "WP", "WP$")
            return added and not left <= saying.cue <= parse.right(i)
    return False


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
    if consequent(clauses, draft) or inverted(clauses, draft.trigger):
        yield "hypothetical"
    if to_come(clauses, draft.trigger):
        yield "possible"
    if (supposed_subject(clauses, draft.trigger) or perhaps_is(clauses, draft.trigger)) if draft.nominal else as_subject(clauses, draft.trigger):
        yield "possible"
    if parse.lemmas[draft.trigger] in lexicon.words("association") and clauses.passive(draft.trigger) and not agents:
        yield "alleged"  # "a firm linked to the smugglers": somebody links it
    for anchor in anchors(clauses, draft):
        shared = [anchor]
        if parse.deps[anchor] == "conj" and not parse.all(anchor, "nsubj", "nsubjpass", "aux"):
            shared.append(parse.heads[anchor])
        for child in [c for a in shared for c in parse.children[a]]:
            word, dep = parse.words[child].lower(), parse.deps[child]
            said = draft.attribution is not None and parse.deps[anchor] in ("ccomp", "conj", "parataxis", "ROOT")
            if dep == "aux" and word in BACKSHIFTED and any(parse.words[c].lower() == "have" for c in parse.all(anchor, "aux")):
                yield "hypothetical"  # "would have won"
            if dep == "aux" and (word in FUTURE or (word in BACKSHIFTED and said)):
                yield "planned" if any(agents) else "possible"
            elif dep == "aux" and word in BACKSHIFTED and not _conditional(clauses, anchor):
                yield "planned" if any(agents) else "possible"  # "she would build a wall": nothing is supposed
            elif dep in ("mark", "prep") and word in ("until", "till") and parse.tags[anchor] in ("VBP", "VBZ"):
                yield "possible"  # "until we find a cure": it is not found yet
            elif dep in ("aux", "advmod", "amod", "mark", "acomp") and (word in lexicon.modal_words or parse.lemmas[child] in lexicon.modal_words):
                value = lexicon.modal_words.get(word) or lexicon.modal_words[parse.lemmas[child]]
                if not (dep in ("amod", "acomp") and not draft.nominal):
                    yield value
            elif dep == "aux" and parse.tags[child] == "TO" and parse.deps[anchor] in ("advcl", "acl", "relcl", "ROOT") and _open(clauses, anchor):
                yield "hypothetical" if _lacking(clauses, anchor) else "planned"  # at the root in a headline: "Chile to close border"


def _open(clauses: Clauses, verb: int) -> bool:
    """Whether an infinitive leaves open what it says: not where it tells a result, or what somebody fails to do."""
    parse = clauses.parse
    failed = parse.deps[verb] == "acl" and parse.words[parse.heads[verb]].lower() in clauses.lexicon.words("inability")
    return not failed and not _result(clauses, verb)


def _conditional(clauses: Clauses, verb: int) -> bool:
    """Whether a clause stands under a condition: one of its own, or one around it ("if elected, …", "were it to fail, …")."""
    parse = clauses.parse
    around = [verb, *parse.ancestors(verb)]
    marks = (m for v in around for c in (v, *parse.all(v, "advcl", "prep", "mark")) for m in (c, *parse.all(c, "mark", "advmod")))
    return any(clauses.lexicon.modal_words.get(parse.words[m].lower()) == "hypothetical" and parse.deps[m] != "aux" for m in marks)


def _lacking(clauses: Clauses, verb: int) -> bool:
    """ "has shown no evidence to support it": what something that is not there would do."""
    parse = clauses.parse
    noun = parse.heads[verb]
    return parse.deps[verb] == "acl" and (empty(clauses, noun) or parse.child(parse.heads[noun], "neg") is not None)


def _result(clauses: Clauses, verb: int) -> bool:
    """ "the first to fall", "rose to reach": an infinitive that tells what did happen."""
    parse = clauses.parse
    head = parse.heads[verb]
    if parse.lemmas[verb] in clauses.lexicon.words("result") and parse.deps[verb] == "advcl":
        return True
    if any(parse.words[c].lower() == "only" and c < verb for c in parse.all(verb, "advmod")):
        return True  # "rose to speak, only to be shouted down"
    singled_out = any(parse.words[c].lower() in _SINGLED_OUT for c in parse.children[head])
    return (parse.deps[verb] == "acl" and (parse.tags[head] == "JJ" or singled_out)) or (parse.deps[verb] == "relcl" and singled_out)


def _governed(clauses: Clauses, draft: Draft) -> Iterator[str]:
    """Cues on the words that the event depends on: "plans to strike", "ready for talks", "attempted coup", "if they strike"."""
    parse, lexicon = clauses.parse, clauses.lexicon
    token = draft.light if draft.light is not None else draft.trigger
    for _ in range(_CLIMB):
        dep, head = parse.deps[token], parse.heads[token]
        if dep == "acl" and parse.child(token, "mark") is not None:
            yield lexicon.modal_nouns.get(parse.lemmas[head], "actual")  # "on condition that he leaves"
        if head == token or _detached(clauses, token):
            return
        if dep == "pcomp" and _considered(clauses, head):
            yield "possible"
        if draft.nominal and token == draft.trigger and _only_asked(clauses, token):
            yield "possible"  # "avoided a question about a strike"
        if dep == "ccomp" and parse.lemmas[head] in lexicon.words("verification") and _unproved(clauses, head):
            yield "possible"  # "nobody has shown that he knew"
        if dep not in ("conj", "advcl"):
            value = _cue(clauses, parse.lemmas[head], head, token)
            if value is not None and not (dep == "nsubjpass" and value == "planned"):
                yield value
        put_off = any(parse.words[c].lower() in ("for", "until", "till") for c in parse.all(head, "prep"))
        if draft.nominal and put_off and dep in ("dobj", "nsubjpass") and parse.lemmas[head] in lexicon.words("scheduling"):
            yield "planned"  # "set the trial for April 22"
        if draft.nominal and token in (draft.trigger, parse.heads[draft.trigger]) and not _passes_on(clauses, token, head, dep):
            return
        if parse.pos[head] in ("VERB", "AUX") and dep in ("xcomp", "advcl", "dobj", "conj", "acomp", "prep"):
            yield from _shared(clauses, head, dep)
        if parse.lemmas[head] in lexicon.reporting_verbs and parse.pos[head] == "VERB":
            return  # what stands above a saying is the saying's own
        token = head


def _considered(clauses: Clauses, prep: int) -> bool:
    """ "doubts about selling the mine", "talked about leaving", "warned them against attacking": a gerund that is only spoken or thought of."""
    parse = clauses.parse
    word, governor = parse.words[prep].lower(), parse.heads[prep]
    if word == "against":
        return True
    thought = parse.pos[governor] in ("NOUN", "ADJ") or parse.lemmas[governor] in clauses.lexicon.words("contemplation")
    return word in ("about", "of") and thought and (word == "about" or parse.pos[governor] == "VERB")


def _only_asked(clauses: Clauses, noun: int) -> bool:
    """ "questions about a raid", "speculation over a merger": who asks about a happening that nobody has told does not tell it."""
    parse = clauses.parse
    prep = parse.heads[noun]
    about = parse.deps[noun] == "pobj" and parse.words[prep].lower() in _ABOUT
    return about and parse.lemmas[parse.heads[prep]] in clauses.lexicon.words("asking") and determiner(parse, noun) == "indefinite"


def _unproved(clauses: Clauses, verb: int) -> bool:
    parse = clauses.parse
    subject = parse.child(verb, "nsubj", "nsubjpass")
    return parse.child(verb, "neg") is not None or (subject is not None and empty(clauses, subject))


def _detached(clauses: Clauses, token: int) -> bool:
    """Whether what a token depends on says nothing of how sure the token's happening is."""
    parse = clauses.parse
    dep = parse.deps[token]
    if dep not in _COMPLEMENTS or dep in ("relcl", "attr") or (dep == "prep" and parse.words[token].lower() in _DETACHED):
        return True
    if dep == "acl":
        return not infinitive(clauses, token) and not _to_be_done(clauses, token)
    if dep in ("ccomp", "pcomp") and _free_relative(clauses, token):
        return True
    if dep == "conj":
        return bool(parse.all(token, "nsubj", "nsubjpass"))
    return dep == "advcl" and any(parse.words[m].lower() in _CIRCUMSTANCE for m in parse.all(token, "mark", "advmod"))


def _to_be_done(clauses: Clauses, participle: int) -> bool:
    """ "agreed to have the case heard by a court": what is done to the object is as sure as the verb that has it done."""
    parse = clauses.parse
    noun = parse.heads[participle]
    causes = parse.lemmas[parse.heads[noun]] in ("have", "get", "want", "need")
    return parse.tags[participle] == "VBN" and parse.deps[noun] == "dobj" and causes and participle > noun


def _free_relative(clauses: Clauses, verb: int) -> bool:
    """ "failed to stand up to what he sees as theft": a clause that names a thing is as sure as the thing."""
    parse = clauses.parse
    named = any(parse.tags[c] == "WP" and parse.words[c].lower().startswith("what") for c in parse.children[verb])
    return named and not infinitive(clauses, verb)


def _shared(clauses: Clauses, head: int, dep: str) -> Iterator[str]:
    """What the auxiliaries and the conjunction of a governing verb say of its complement too."""
    parse, lexicon = clauses.parse, clauses.lexicon
    for child in parse.children[head]:
        word = parse.words[child].lower()
        if parse.deps[child] == "aux" and word in lexicon.modal_words and parse.lemmas[head] not in lexicon.reporting_verbs and dep != "conj":
            bare = word in BACKSHIFTED and not _conditional(clauses, head)
            yield "possible" if word in FUTURE or bare else lexicon.modal_words[word]
        elif parse.deps[child] == "mark" and lexicon.modal_words.get(word) == "hypothetical":
            yield "hypothetical"
        elif parse.deps[child] == "aux" and parse.tags[child] == "TO" and parse.deps[head] in ("advcl", "acl") and not _result(clauses, head):
            yield "planned"


def _passes_on(clauses: Clauses, noun: int, head: int, dep: str) -> bool:
    """Whether what is said of a verb's happening holds of the happening that its object names: of "hold talks", not of "curb exports"."""
    parse, lexicon = clauses.parse, clauses.lexicon
    if parse.pos[head] != "VERB" or dep not in ("dobj", "nsubjpass", "prep"):
        return True
    lemma = parse.lemmas[head]
    if any(parse.words[c].lower() in ("a", "an") and parse.deps[c] == "det" for c in parse.children[noun]):
        return True  # "to fund a search": there is none yet; "to curb the exports": there are some
    lists = (lexicon.light_verbs, lexicon.words("engagement"), lexicon.words("creation"), lexicon.modal_verbs, lexicon.reporting_verbs)
    return any(lemma in words for words in lists)


def _cue(clauses: Clauses, lemma: str, head: int, token: int) -> str | None:
    """What a governing word leaves its complement. An infinitive after an object is what somebody is told, asked or helped to do."""
    lexicon, pos = clauses.lexicon, clauses.parse.pos[head]
    if pos == "VERB":
        particle = token if clauses.parse.deps[token] == "prep" else clauses.parse.child(head, "prt", "prep")
        whole = f"{lemma} {clauses.parse.words[particle].lower()}" if particle is not None else lemma
        if particle == token and whole.endswith(" with") and whole not in lexicon.modal_verbs:
            return None  # "agreed with the comment": agreeing brings nothing about
        listed = lexicon.modal_verbs.get(whole) or lexicon.modal_verbs.get(lemma)
        if clauses.parse.tags[head] == "VBN" and clauses.parse.child(head, "agent") is None:
            listed = listed or lexicon.modal_words.get(clauses.parse.words[head].lower())  # "vessels suspected of smuggling"
        if clauses.parse.deps[token] == "ccomp" and f"{lemma} that" in lexicon.reporting_verbs and not infinitive(clauses, token):
            return None  # who agrees that it is so does not mean to bring it about
        if lemma == "have" and clauses.parse.tags[head] == "VBD" and infinitive(clauses, token):
            return None  # "had to be flown to a hospital"
        if listed or not infinitive(clauses, token):
            return listed
        if _wondered(clauses, token):
            return "possible"
        if lemma in lexicon.words("implicative"):
            return None
        told = clauses.parse.child(head, "dobj") is not None or clauses.passive(head)
        open_yet = clauses.parse.deps[token] == "xcomp" and lemma not in lexicon.words("factive") and lemma not in lexicon.reporting_verbs
        return "planned" if told or open_yet else None
    if pos == "NOUN":
        return lexicon.modal_nouns.get(lemma)
    if pos == "AUX" and lemma == "be" and infinitive(clauses, token) and clauses.parse.deps[token] == "xcomp":
        return "planned"  # "is to visit Lima", "the aim is to win"
    if pos == "ADJ" and lemma in lexicon.words("necessity"):
        return "planned"  # "necessary to stem the flow"
    if pos == "ADJ":
        return lexicon.modal_words.get(lemma) or ("possible" if infinitive(clauses, token) else None)
    return None


def _wondered(clauses: Clauses, verb: int) -> bool:
    """ "did not know what to make of it": an infinitive with a question word."""
    return any(clauses.parse.tags[c] in ("WP", "WRB", "WDT") for c in clauses.parse.children[verb])
