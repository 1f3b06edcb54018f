"""What a clause tells only as asked, commanded, supposed or to come, by its own shape."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.drafts import ACTORS, Draft
from kg.extract.foretold import BACKSHIFTED, FUTURE, befalls, whether
from kg.extract.phrases import determiner
from kg.extract.polarity import infinitive

_MARKS = frozenset({'"', "``", "'", "‘", "`"})
_PROVISOS = frozenset({"provided", "providing", "assuming", "supposing"})
_AIMS = frozenset({"condition", "key"})
_TAGGED = frozenset({"it", "he", "she", "they", "we", "you", "i", "there"})


def to_come(clauses: Clauses, verb: int) -> bool:
    """ "will leave when the season ends", "would be replaced before the tour began": a clause of time beside what is to come is to come too."""
    parse = clauses.parse
    if parse.deps[verb] != "advcl":
        return False
    main = parse.heads[verb]
    marks = {parse.words[m].lower() for m in parse.all(verb, "mark", "advmod") if m < verb}
    if not marks & {"when", "before", "after", "once", "until", "till"}:
        return False
    auxiliaries = {parse.words[c].lower() for c in parse.all(main, "aux")}
    finite = next(iter(parse.all(verb, "aux", "auxpass")), verb)
    if (
        "to" in auxiliaries
        and parse.lemmas[finite] == "have"
        and "when" in marks
        and parse.lemmas[parse.heads[main]] not in clauses.lexicon.modal_verbs
    ):
        auxiliaries.discard("to")  # "has served to weaken the club when it has tried to sell players"
    if "after" in marks and parse.tags[finite] in ("VBD", "VBN"):
        auxiliaries -= BACKSHIFTED  # "said it would act after the council failed to agree"
    present, past = parse.tags[finite] in ("VBZ", "VBP", "VB"), parse.tags[finite] in ("VBD", "VBN")
    states = [a for a in (main, *parse.all(main, "acomp")) if parse.tags[a] in ("JJ", "VBN")]
    ready = any(clauses.lexicon.modal_words.get(parse.words[a].lower()) == "planned" for a in states)  # "is ready to go when they are"
    return (present and (ready or bool(auxiliaries & {"to", "must", "can", "may", "might", "could", *FUTURE}))) or (
        past and bool(auxiliaries & BACKSHIFTED) and "have" not in auxiliaries
    )


def to_be(clauses: Clauses, draft: Draft) -> str:
    """What is to come is planned where somebody means to bring it about, else possible.

    Somebody does where an actor does it, where it is to be done ("will be closed"), where something begins ("the trial will start"), and where a
    thing that is made does more than change ("the fund will pay", not "prices will rise").
    """
    parse, words = clauses.parse, clauses.lexicon.words
    verb = draft.light if draft.light is not None else draft.trigger
    would = any(parse.words[c].lower() in BACKSHIFTED for c in parse.all(verb, "aux"))
    empty = ("adjective", "copula") if would else ("adjective",)  # "it would be a mistake"
    agents = [a for a in draft.fillers("agent") if draft.rule not in empty or parse.lemmas[a] != "it"]
    acting = any(clauses.type_of(a) in ACTORS or parse.pos[clauses.antecedent(a)] == "PRON" for a in agents)
    befallen = befalls(clauses, verb, agents)
    done = not agents and parse.pos[verb] == "VERB" and clauses.passive(verb) and (draft.attribution is not None or not would)
    begun = clauses.with_particle(verb) in words("opening")
    changes = (
        parse.pos[verb] != "VERB"
        or befalls(clauses, verb, agents)
        or parse.lemmas[verb] in words("forecast")
        or any(clauses.is_happening(a) for a in agents)
    )
    beside = parse.deps[verb] == "advcl" and not any(parse.words[c].lower() in FUTURE for c in parse.all(verb, "aux"))
    made = bool(agents) and not would and not changes and not beside
    return "planned" if (acting and not befallen) or done or begun or made else "possible"


def would_be(clauses: Clauses, draft: Draft, verb: int) -> str:
    """What would be: "the plan would raise taxes" supposes the plan; "they said costs would rise" tells of a time to come."""
    value = to_be(clauses, draft)
    to_be_done = clauses.parse.pos[verb] == "VERB" and clauses.passive(verb)  # "on Monday he would be briefed"
    return value if value != "possible" or to_be_done or _of_the_past(clauses, verb) else "hypothetical"


def _of_the_past(clauses: Clauses, verb: int) -> bool:
    """Whether a "would" may be the "will" of what was said, hoped or promised in the past, and not of a relative clause."""
    parse, lexicon = clauses.parse, clauses.lexicon
    if any(parse.words[p].lower() == "according" for p in parse.all(verb, "prep")):
        return False
    for i in (verb, *parse.ancestors(verb)):
        head = parse.heads[i]
        if parse.deps[i] == "relcl":
            return False
        lists = (lexicon.reporting_verbs, lexicon.modal_verbs, lexicon.reporting_nouns, lexicon.modal_nouns)
        tells = any(parse.lemmas[head] in words for words in lists) and parse.tags[head] not in ("VBZ", "VBP")
        if (parse.deps[i] in ("ccomp", "acl") or whether(clauses, i)) and tells:
            return True
    return False


def has_to(clauses: Clauses, draft: Draft, auxiliary: int) -> str:
    """What one "cannot but" do is to be done; what one "could not but" do was done, unless somebody said so of the time after."""
    past = clauses.parse.words[auxiliary].lower() == "could" and draft.attribution is None
    return "actual" if past else "planned"


def goes_on_from_guess(clauses: Clauses, participle: int) -> str | None:
    """ "allegedly entered the town, killing two", "probably crossed the border using a raft": the adverb holds for what goes on from it."""
    parse, verb = clauses.parse, clauses.parse.heads[participle]
    if parse.deps[participle] != "advcl" or parse.tags[participle] != "VBG" or participle < verb or parse.child(participle, "mark") is not None:
        return None
    own = parse.child(participle, "nsubj", "nsubjpass", "aux") is not None or any(parse.tags[c] == "WRB" for c in parse.all(participle, "advmod"))
    if own or parse.lemmas[participle] in clauses.lexicon.words("comment"):
        return None
    adverbs = [parse.words[c].lower() for v in (verb, parse.heads[verb]) for c in parse.all(v, "advmod") if c < verb and parse.tags[c] == "RB"]
    values = [value for word in adverbs if (value := clauses.lexicon.modal_words.get(word)) in ("alleged", "possible")]
    return values[0] if values else None


def set_as_condition(clauses: Clauses, verb: int) -> bool:
    """ "refused to talk until the army left", "vowed to strike until they were paid": what somebody waits for need not have come about."""
    parse, lexicon = clauses.parse, clauses.lexicon
    main = parse.heads[verb]
    if parse.deps[verb] != "advcl" or not any(parse.words[m].lower() in ("until", "till", "unless") for m in parse.all(verb, "mark")):
        return False
    governor = parse.heads[main] if parse.deps[main] == "xcomp" and infinitive(clauses, main) else main
    waits = any(c < verb and infinitive(clauses, c) for c in parse.all(governor, "xcomp"))
    lemma = parse.lemmas[governor]
    sets = lemma in ("refuse", "decline") or "planned" in (lexicon.reporting_verbs.get(lemma), lexicon.modal_verbs.get(lemma))
    return waits and sets and verb > governor


def forestalled(clauses: Clauses, verb: int) -> bool:
    """ "quit the race before the last lap began": what was only to follow what was broken off need not have come about."""
    parse = clauses.parse
    before = parse.deps[verb] == "advcl" and any(parse.words[m].lower() == "before" for m in parse.all(verb, "mark") if m < verb)
    return before and clauses.with_particle(parse.heads[verb]) in clauses.lexicon.words("withdrawal")


def conditional(clauses: Clauses, verb: int) -> bool:
    """Whether a clause stands under a condition: one of its own, or one around it ("if elected, …", "were it to fail, …")."""
    parse = clauses.parse
    around = [verb, *parse.ancestors(verb)]
    beside = (c for v in around for c in (v, *parse.all(v, "advcl", "prep")) if not whether(clauses, c))
    marks = (m for c in beside for m in (c, *parse.all(c, "mark", "advmod")))
    return any(clauses.lexicon.modal_words.get(parse.words[m].lower()) == "hypothetical" and parse.deps[m] != "aux" for m in marks)


def inverted(clauses: Clauses, verb: int) -> bool:
    """ "Had she won, …", "should the dam break": a condition told by an auxiliary before the subject."""
    parse = clauses.parse
    subject, first = parse.child(verb, "nsubj", "nsubjpass"), parse.child(verb, "aux", "auxpass")
    leads = first is not None and subject is not None and first < subject < verb and parse.words[first].lower() in ("had", "should", "were")
    return leads and (parse.deps[verb] == "advcl" or any(_would(clauses, c) for c in parse.all(verb, "advcl", "ccomp") if c > verb))


def _would(clauses: Clauses, verb: int) -> bool:
    """ "Had she won, she would have paid": whether a clause tells what would be, by an auxiliary behind its subject."""
    subject = clauses.parse.child(verb, "nsubj", "nsubjpass", "expl")
    conditional_words = BACKSHIFTED | {"could", "might"}
    return subject is not None and any(clauses.parse.words[c].lower() in conditional_words and c > subject for c in clauses.parse.all(verb, "aux"))


def supposed_subject(clauses: Clauses, noun: int) -> bool:
    """ "A strike would trigger a wider war", "her resignation would end it": what would do something is as little there as what it would do."""
    parse = clauses.parse
    verb, kind = parse.heads[noun], determiner(parse, noun)
    if parse.deps[noun] not in ("nsubj", "nsubjpass") or clauses.with_particle(verb) in clauses.lexicon.words("opening"):
        return False  # "talks will begin": they are planned
    if kind in ("definite", "demonstrative", "negative"):
        return False
    auxiliaries = {parse.words[c].lower() for c in parse.all(verb, "aux")}
    return bool(auxiliaries & BACKSHIFTED) or (kind != "possessive" and bool(auxiliaries & {"could", "may", "might", "can", *FUTURE}))


def perhaps_is(clauses: Clauses, noun: int) -> bool:
    """ "It may have been an attack", "that may be the end of the siege"."""
    parse = clauses.parse
    if parse.deps[noun] != "attr":
        return False
    auxiliaries = {parse.words[c].lower() for c in parse.all(parse.heads[noun], "aux")}
    if auxiliaries & FUTURE:
        return parse.lemmas[parse.heads[noun]] == "be"
    return determiner(parse, noun) in ("indefinite", "bare") and bool(auxiliaries & {"may", "might", "could"})


def as_subject(clauses: Clauses, verb: int) -> str | None:
    """ "To close the port would be a mistake", "removing mines remains a task": an infinitive as a subject, or a gerund of what is to be done."""
    parse, main = clauses.parse, clauses.parse.heads[verb]
    if parse.deps[verb] not in ("csubj", "nsubj", "csubjpass"):
        return None
    words, gerund = clauses.lexicon.words, parse.tags[verb] == "VBG" and parse.child(verb, "aux") is None  # not "what he is saying is wrong"
    if gerund and any(parse.lemmas[a] in words("aim") for a in parse.all(main, "attr")):
        return "planned"  # "reopening the mine has been our goal"
    thought = any(parse.lemmas[a] in words("prospect") or parse.lemmas[a] in _AIMS for a in parse.all(main, "attr")) or _any_such(clauses, verb, main)
    thought = thought or any(parse.lemmas[a] in words("necessity") for a in parse.all(main, "acomp"))  # "fencing the coast is vital"
    to_come = {parse.words[c].lower() for c in parse.all(main, "aux")} & {*FUTURE, *BACKSHIFTED, "could", "may", "might"}
    return "possible" if infinitive(clauses, verb) or (gerund and (thought or bool(to_come))) else None


def _any_such(clauses: Clauses, gerund: int, main: int) -> bool:
    """ "Burning a flag is a crime", "running banks is hard": what is said of any such act tells of none; "losing the cup is a blow" may."""
    parse = clauses.parse
    equates = parse.lemmas[main] == "be" and parse.tags[main] in ("VBZ", "VBP") and parse.child(main, "attr", "acomp") is not None
    things = parse.all(gerund, "dobj")
    return equates and bool(things) and all(determiner(parse, o) in ("indefinite", "bare") and not clauses.is_named(o) for o in things)


def anyone(clauses: Clauses, verb: int) -> bool:
    """ "Anyone who breaks the ban will be fined": what any such person or thing does is only supposed."""
    parse = clauses.parse
    if parse.deps[verb] != "relcl":
        return False
    noun = parse.heads[verb]
    whoever = parse.words[noun].lower() in ("anyone", "anybody") or any(parse.words[c].lower() == "any" for c in parse.all(noun, "det"))
    finite = next(iter(parse.all(verb, "aux", "auxpass")), verb)
    leads = parse.deps[noun] in ("nsubj", "nsubjpass") and parse.child(parse.heads[noun], "neg") is None
    return whoever and leads and parse.tags[finite] in ("VBZ", "VBP")


def put_after(clauses: Clauses, draft: Draft, gerund: int) -> str | None:
    """ "will rest before playing on", "will expand after building a depot", "was probably slowing before rising": as open as the clause beside."""
    parse = clauses.parse
    before, main = parse.heads[gerund], parse.heads[parse.heads[gerund]]
    word = parse.words[before].lower()
    if word not in ("before", "after") or before > gerund or main > before:
        return None
    joined = parse.heads[main] if parse.deps[main] == "conj" and parse.child(main, "aux", "nsubj", "nsubjpass") is None else main
    around = {parse.words[c].lower() for c in parse.all(joined, "aux", "advmod") if c < before}
    values = {clauses.lexicon.modal_words.get(word) for word in around}
    if around & FUTURE or (draft.attribution is not None and around & BACKSHIFTED):
        return to_be(clauses, draft)
    if word == "after":
        return None
    return "possible" if "possible" in values and "not" not in around else None


def while_it_lasts(clauses: Clauses, verb: int) -> bool:
    """ "as long as the council pays": a condition, unless it tells how long something did last."""
    parse = clauses.parse
    mark = parse.child(verb, "mark")
    words = [parse.words[i].lower() for i in range(max(0, mark - 2), mark + 1)] if mark is not None else []
    return words[1:] == ["long", "as"] and words[0] in ("as", "so") and parse.tags[verb] in ("VBZ", "VBP")


def proviso(clauses: Clauses, verb: int) -> bool:
    """ "ready to talk, provided there is interest": whether a clause's verb stands under a participle that makes it a condition."""
    parse = clauses.parse
    return (
        parse.words[parse.heads[verb]].lower() in _PROVISOS
        and parse.deps[verb] in ("pcomp", "ccomp", "advcl")
        and any(parse.tags[i] in ("VBZ", "VBP") for i in (verb, *parse.all(verb, "aux", "auxpass")))
        and parse.child(verb, "nsubj", "nsubjpass", "expl") is not None
    )


def consequent(clauses: Clauses, draft: Draft) -> bool:
    """ "Flights will stop if rebels attack", "ready to talk, provided there is interest": what is told only under a condition."""
    parse = clauses.parse
    verb = parse.heads[draft.trigger] if draft.rule == "adjective" else draft.trigger
    if draft.nominal or parse.tags[verb] == "VBD" or parse.tags[verb] == "VBG" or parse.lemmas[verb] in clauses.lexicon.words("wondering"):
        return False  # "asked if he would leave": she did ask
    told = parse.deps[verb] == "ccomp" and parse.heads[verb] < verb  # a proviso at the end of what somebody says is his, wherever it hangs
    provisos = [p for v in (verb, *((parse.heads[verb],) if told else ())) for p in parse.all(v, "prep", "advcl") if p > verb]
    if any(parse.words[p].lower() in _PROVISOS and proviso(clauses, c) for p in provisos for c in parse.children[p]):
        return True
    around = parse.heads[verb]  # "“We will talk,” he said, if they leave"
    behind = parse.deps[verb] == "ccomp" and verb < around and parse.lemmas[around] not in clauses.lexicon.words("wondering")
    after = [c for c in parse.all(around, "advcl") if c > around] if behind else []
    return _under_condition(clauses, verb, [*parse.all(verb, "advcl"), *after])


def conditioned(clauses: Clauses, verb: int, copula: bool) -> bool:
    """Whether what a verb or an adjective beside a copula governs is told only under the condition that hangs on it."""
    parse = clauses.parse
    past = parse.tags[verb] == "VBD" and not (copula and parse.deps[verb] == "ccomp")  # "said he was ready to talk if they were"
    if past or parse.lemmas[verb] in clauses.lexicon.words("wondering") or parse.lemmas[verb] in clauses.lexicon.reporting_verbs:
        return False
    return _under_condition(clauses, verb, parse.all(verb, "advcl"))


def _under_condition(clauses: Clauses, verb: int, beside: list[int]) -> bool:
    parse = clauses.parse
    beside = [c for c in beside if not whether(clauses, c)]
    words = {parse.words[m].lower() for c in beside for m in parse.all(c, "mark") if parse.words[m - 1].lower() != "even"}
    return bool(words & {"if", "unless", "provided", "assuming"}) and not any(parse.words[c].lower() == "even" for c in parse.all(verb, "advmod"))


def shared_condition(clauses: Clauses, verb: int) -> str | None:
    """ "If the dam breaks and the river floods the town, …": what the conjunction of the first of joined clauses makes of the next."""
    parse = clauses.parse
    first = parse.heads[verb]
    if parse.deps[first] not in ("advcl", "ccomp", "pcomp") or first > verb or parse.child(verb, "mark", "nsubj", "nsubjpass") is None:
        return None
    words = {parse.words[m].lower() for m in parse.all(first, "mark")}
    if parse.child(verb, "mark") is not None or any(parse.words[c].lower() == "but" for c in parse.all(first, "cc")):
        return None
    if "whether" in words or whether(clauses, first):
        return "possible"
    return "hypothetical" if words & {"if", "unless", "provided", "assuming", "lest"} else None


def imperative(clauses: Clauses, verb: int) -> bool:
    """ "Bring back the miners!", "Do not drink it": a base form at the root without a subject, and without an auxiliary but "do"."""
    parse = clauses.parse
    if parse.tags[verb] != "VB":
        return False
    alone = parse.child(verb, "nsubj", "nsubjpass", "csubj", "expl", "mark") is None
    alone = alone and all(parse.lemmas[c] == "do" and parse.tags[c] in ("VB", "VBP") for c in parse.all(verb, "aux"))
    told = parse.deps[verb] in ("ccomp", "xcomp") and parse.lemmas[parse.heads[verb]] in clauses.lexicon.reporting_verbs
    told = told and (parse.deps[verb] == "ccomp" or parse.quoted(verb, parse.heads[verb]))
    return alone and (parse.deps[verb] == "ROOT" or told)


def imagined(clauses: Clauses, verb: int) -> bool:
    """ "Imagine that the dam breaks", "suppose the bank fails": what one is told to think of."""
    parse, head = clauses.parse, clauses.parse.heads[verb]
    return parse.deps[verb] == "ccomp" and parse.lemmas[head] in ("imagine", "suppose", "picture") and head < verb and imperative(clauses, head)


def asked(clauses: Clauses, token: int) -> bool:
    """Whether the event is the matter of a question."""
    parse = clauses.parse
    first, after = parse.sentences[parse.sentence_of[token]]
    end = after - 1
    while end > first and parse.words[end] in ('"', "''", ")", "]"):
        end -= 1
    if parse.words[end] != "?":
        return False
    told = any(parse.words[i] in _MARKS and parse.words[i - 1] in (":", ",") for i in range(token + 1, end))  # "It boils down to: 'Why me?'"
    return (
        not told
        and not tag_question(clauses, first, end)
        and not _presupposing(clauses, token)
        and parse.deps[token] in ("ROOT", "ccomp", "xcomp", "conj")
        and parse.lemmas[token] not in clauses.lexicon.reporting_verbs
    )


def _presupposing(clauses: Clauses, token: int) -> bool:
    """ "Why did the bank fail?", "Who sank it?": who asks so takes it that it is so; not "Who will pay?", "How can it be mended?"."""
    parse = clauses.parse
    root = next((i for i in (token, *parse.ancestors(token)) if parse.deps[i] in ("ROOT", "ccomp")), token)
    auxiliaries = parse.all(root, "aux", "auxpass")
    begin = min([c for c in parse.children[root] if parse.pos[c] != "PUNCT"] + [root])
    asks = parse.tags[begin] in ("WRB", "WP", "WDT") or parse.tags[parse.left(begin)] in ("WRB", "WP", "WDT", "WP$")
    return asks and token == root and not any(parse.tags[c] == "MD" for c in auxiliaries) and parse.lemmas[root] != "be"


def tag_question(clauses: Clauses, first: int, end: int) -> bool:
    """ "The bank hid it, didn't it?", "the story has moved, has it not?": who ends so says that it is so."""
    parse = clauses.parse
    comma = next((i for i in range(end - 1, max(first, end - 5), -1) if parse.words[i] in (",", "—", "–", "--")), None)
    if comma is None:
        return False
    tag = [parse.words[i].lower() for i in range(comma + 1, end)]
    asks = [word for word in tag if word not in ("not", "n't", "n’t")]
    inverted_again = len(asks) == 2 and parse.pos[comma + 1] in ("AUX", "VERB") and parse.tags[comma + 1] != "VB" and asks[1] in _TAGGED
    return inverted_again or tag in (["right"], ["no"], ["correct"], ["is", "n't", "it"])
