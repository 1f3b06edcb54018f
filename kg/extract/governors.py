"""What the words that a happening depends on leave of it: "plans to strike", "ready for talks", "managed to escape", "if they strike"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.aims import aimed, asked_for, considered, enabled, for_reason, names_aim, of_plan, only_asked, seized
from kg.extract.asides import said_by_means
from kg.extract.clauses import Clauses
from kg.extract.cues import hearsay
from kg.extract.described import for_what_is_made
from kg.extract.drafts import ACTORS, Draft
from kg.extract.foretold import BACKSHIFTED, FUTURE, befalls, says_it_now, whether
from kg.extract.phrases import determiner
from kg.extract.polarity import did_little, infinitive, kept_from_nothing, must, negated, not_enough, too_much, withstood
from kg.extract.suppositions import conditional, conditioned, goes_on_from_guess, has_to, proviso, put_after, to_be, would_be
from kg.extract.verdicts import doubtful

_COMPLEMENTS = frozenset("xcomp ccomp acl pcomp pobj prep dobj acomp oprd advcl conj attr relcl nsubjpass agent".split())
_CIRCUMSTANCE = frozenset({"after", "before", "when", "as", "while", "because", "since", "although", "though"})
#: Prepositions that only set the happening of a verb beside another one.
DETACHED = frozenset({"against", "about", "over", "amid", "amidst", "despite", "after", "before", "since", "during", "following"})
_LOCATIVE = frozenset({"in", "at", "during", "under", "within"})
_LETTING = frozenset({"let", "allow", "permit"})
_SPENDING = frozenset({"spend", "make", "take", "call", "hold"})  # "spent a month in jail for stealing"
#: What one comes to do without meaning to.
_INSIGHTS = frozenset(
    "recognize recognise realize realise believe understand accept appreciate regard respect symbolize symbolise represent embody dominate "
    "fear hate love resent rely".split()
)
_CLIMB = 12


def governed(clauses: Clauses, draft: Draft) -> Iterator[str]:
    """Cues on the words above an event, nearest first."""
    parse, lexicon = clauses.parse, clauses.lexicon
    token = draft.light if draft.light is not None else draft.trigger
    nominal = draft.nominal  # until the first verb above it
    meant = False  # "could vote on a plan to sell": what the plan is for is as planned as ever
    for _ in range(_CLIMB):
        dep, head = parse.deps[token], parse.heads[token]
        if dep == "acl" and parse.child(token, "mark") is not None:
            yield lexicon.modal_nouns.get(parse.lemmas[head], "actual")  # "on condition that he leaves"
        if dep == "pcomp" and (value := put_after(clauses, draft, token)) is not None:
            yield value
        if (value := goes_on_from_guess(clauses, token)) is not None:
            yield value
        if dep == "attr" and parse.child(head, "expl") is not None and proviso(clauses, head):
            yield "hypothetical"  # "provided there is interest in talks"
        if (draft.nominal and dep == "pobj" and _sought(clauses, token)) or enabled(clauses, token):
            yield "possible"
        if head == token or _detached(clauses, token):
            return
        if dep == "pcomp" and aimed(clauses, head):
            yield "planned"
        elif dep == "pcomp" and considered(clauses, head):
            yield "possible"
        if draft.nominal and token == draft.trigger and only_asked(clauses, token):
            yield "possible"  # "avoided a question about a strike"
        if draft.nominal and token == draft.trigger and asked_for(clauses, token):
            yield "planned"
        if dep == "ccomp" and parse.lemmas[head] in lexicon.words("verification") and negated(clauses, head):
            yield "possible"  # "nobody has shown that he knew"
        if dep in ("xcomp", "ccomp") and kept_from_nothing(clauses, head) and parse.lemmas[head] not in lexicon.words("persisting"):
            yield "possible"  # "did not rule out selling"
        if dep not in ("conj", "advcl"):
            value = _cue(clauses, parse.lemmas[head], head, token)
            if value is not None and not (dep == "nsubjpass" and value == "planned"):
                yield value
        gerund_for = dep == "prep" and parse.words[token].lower() == "for" and parse.child(token, "pcomp") is not None
        if gerund_for and parse.lemmas[head] in lexicon.words("scheduling") | lexicon.words("deploying") - _SPENDING:
            yield "planned"  # "is slated for being opened", "appointed two clerks for counting the votes"
        if gerund_for and for_reason(clauses, head):
            return  # "endorsed his punishment for stealing": what a reason tells is as it is
        put_off = draft.nominal and dep in ("dobj", "nsubjpass") and parse.lemmas[head] in lexicon.words("scheduling")
        if put_off and any(parse.words[c].lower() in ("for", "until", "till") for c in parse.all(head, "prep")):
            yield "planned"  # "set the trial for April 22"
        if nominal and not _passes_on(clauses, token, head, dep):
            return
        meant = meant or of_plan(clauses, token)
        aim = dep == "xcomp" and names_aim(clauses, head)  # "the goal would be to win"
        nominal = nominal and parse.pos[head] not in ("VERB", "AUX")
        gerund = dep == "ccomp" and parse.tags[token] == "VBG" and parse.child(token, "aux") is None  # "a campaign to stop him becoming mayor"
        bare = dep == "ccomp" and parse.tags[token] == "VB" and parse.child(token, "aux", "mark") is None  # "will help us understand"
        led = dep == "ccomp" and infinitive(clauses, token) and _cue(clauses, parse.lemmas[head], head, token) is None  # "would cause them to leave"
        beside = led or dep in ("xcomp", "advcl", "dobj", "conj", "acomp", "prep", "agent", "attr")
        if not aim and parse.pos[head] in ("VERB", "AUX") and (gerund or bare or beside):
            based = dep == "conj" and parse.tags[token] == "VB" and parse.child(token, "aux") is None  # "should be open and give priority to"
            yield from (value for value in _shared(clauses, draft, head, "" if based else dep) if not (meant and value == "possible"))
        if dep in ("xcomp", "acomp") and conditioned(clauses, head, parse.pos[head] == "AUX"):
            yield "hypothetical"  # "is ready to talk if they are"
        if parse.lemmas[head] in lexicon.reporting_verbs and parse.pos[head] == "VERB":
            return  # what stands above a saying is the saying's own
        token = head


def _done(clauses: Clauses, verb: int) -> bool:
    """Whether a contest was fought and no effort only made: "clocked", "won", not "trained", "hopes to run"."""
    parse = clauses.parse
    return parse.tags[verb] == "VBD" and parse.lemmas[verb] in (clauses.lexicon.words("contest") | clauses.lexicon.words("victory"))


def result(clauses: Clauses, verb: int) -> bool:
    """ "the first to fall", "rose to reach", "beat her rival to win": an infinitive that tells what did happen."""
    parse, lexicon = clauses.parse, clauses.lexicon
    head = parse.heads[verb]
    if parse.lemmas[verb] in lexicon.words("result") and parse.deps[verb] == "advcl":
        sought = any(parse.lemmas[o] in lexicon.words("solution") for o in parse.all(verb, "dobj"))
        others = clauses.subjects(verb) and clauses.subjects(verb) != clauses.subjects(head)  # "sent scouts to learn"
        return not (sought or others or clauses.control.demands(head, verb))  # "met to find a way out", "called for closer ties to find it"
    if parse.lemmas[head] == "come" and parse.lemmas[verb] in _INSIGHTS and parse.deps[verb] in ("advcl", "xcomp"):
        return parse.tags[head] == "VBD" or any(parse.lemmas[c] == "have" for c in parse.all(head, "aux"))  # "came to realise that …"
    record = any(parse.lemmas[o] in ("record", "mark") for o in parse.all(verb, "dobj"))
    if parse.deps[verb] == "advcl" and parse.lemmas[verb] in lexicon.words("recordBreaking") and record and _done(clauses, head):
        return True  # "swam 19 seconds to break the record"
    if parse.deps[verb] == "advcl" and parse.lemmas[verb] in lexicon.reporting_verbs and parse.child(verb, "ccomp") is not None:
        return said_by_means(parse, lexicon, head)  # "cited a case to say that …"
    if parse.lemmas[verb] == "finish" and parse.deps[verb] == "advcl" and parse.child(verb, "dobj") is None and parse.tags[head] == "VBD":
        return True  # "fell twice to finish fourth"
    if parse.lemmas[verb] == "leave" and parse.deps[verb] == "advcl" and parse.child(verb, "oprd") is not None and parse.tags[head] == "VBD":
        return True  # "brought rain to leave the city drenched"
    if parse.lemmas[verb] in lexicon.words("victory") and parse.deps[verb] == "advcl" and parse.lemmas[head] in lexicon.words("contest"):
        return True
    if any(parse.words[c].lower() == "only" and c < verb for c in parse.all(verb, "advmod")):
        return True  # "rose to speak, only to be shouted down"
    if parse.deps[verb] in ("acl", "advcl", "relcl") and any(parse.lemmas[c] == "have" for c in parse.all(verb, "aux")):
        return True  # "is the third of the family to have run the mill"
    return seized(clauses, verb) or singled_out(clauses, verb) or (parse.deps[verb] == "acl" and parse.tags[head] == "JJ")


def singled_out(clauses: Clauses, verb: int) -> bool:
    """ "the first woman to land", "the last to leave", "among the first to sell": an infinitive that tells what sets somebody apart."""
    parse, singling = clauses.parse, clauses.lexicon.words("singledOut")
    head, before = parse.heads[verb], parse.left(verb) - 1
    if not infinitive(clauses, verb):
        return False
    if parse.deps[verb] == "advcl" and before >= 0:
        return parse.words[before].lower() in singling and parse.deps[before] in ("pobj", "attr") and head in parse.ancestors(before)
    if parse.deps[verb] not in ("acl", "relcl"):
        return False
    by_itself = parse.words[head].lower() in singling and parse.deps[head] in ("attr", "pobj", "appos", "conj")
    apart = any(parse.words[c].lower() in singling for c in parse.children[head])
    named = parse.lemmas[head] in clauses.lexicon.words("occasion") or parse.lemmas[head] in clauses.lexicon.modal_nouns
    return by_itself or (apart and not named)  # not "offered for the first time to talk", "his latest plan to close it"


def _detached(clauses: Clauses, token: int) -> bool:
    """Whether what a token depends on says nothing of how sure the token's happening is."""
    parse = clauses.parse
    dep = parse.deps[token]
    if dep == "attr":
        of = [o for p in parse.all(token, "prep") if parse.words[p].lower() == "of" for o in parse.all(p, "pobj")]  # "one of the first to leave"
        return not any(singled_out(clauses, c) for noun in (token, *of) for c in parse.all(noun, "acl", "relcl"))
    if dep in ("acl", "relcl") and singled_out(clauses, token):  # "hopes to be the first to land", not "met the first to land"
        noun = parse.heads[token]
        return parse.deps[noun] != "attr" and not (parse.deps[noun] == "pobj" and parse.words[parse.heads[noun]].lower() in ("of", "among"))
    if dep == "relcl":
        return not for_what_is_made(clauses, token)
    if dep not in _COMPLEMENTS or (dep == "prep" and parse.words[token].lower() in DETACHED):
        return True
    if dep == "agent":
        return parse.child(token, "pcomp") is None  # "will be achieved by raising output"
    if dep == "advcl" and any(parse.words[c].lower() == "having" for c in parse.all(token, "aux")):
        return True  # "having sold it, they will move"
    if dep == "acl":
        return not infinitive(clauses, token) and not _to_be_done(clauses, token) and not _to_be_about(clauses, token)
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


def _to_be_about(clauses: Clauses, participle: int) -> bool:
    """ "ready to hold talks focused on trade": what describes a happening that there may be is as sure as that happening."""
    parse = clauses.parse
    noun = parse.heads[participle]
    verb = parse.heads[noun]
    held = parse.deps[noun] == "dobj" and (
        parse.lemmas[verb] in clauses.lexicon.light_verbs or parse.lemmas[verb] in clauses.lexicon.words("creation")
    )
    return held and clauses.is_happening(noun) and parse.tags[participle] == "VBN" and determiner(parse, noun) in ("indefinite", "bare")


def _sought(clauses: Clauses, noun: int) -> bool:
    """ "a reward for information leading to an arrest": what clues are wanted for has not come about."""
    parse = clauses.parse
    lead = parse.heads[parse.heads[noun]]
    clue = parse.heads[lead]
    wanted = parse.deps[clue] == "pobj" and parse.words[parse.heads[clue]].lower() == "for"
    return parse.lemmas[lead] == "lead" and parse.deps[lead] in ("acl", "relcl") and wanted


def _free_relative(clauses: Clauses, verb: int) -> bool:
    """ "failed to stand up to what he sees as theft": a clause that names a thing is as sure as the thing."""
    parse = clauses.parse
    named = any(parse.tags[c] == "WP" and parse.words[c].lower().startswith("what") for c in parse.children[verb])
    return named and not infinitive(clauses, verb)


def _shared(clauses: Clauses, draft: Draft, head: int, dep: str) -> Iterator[str]:
    """What the auxiliaries and the conjunction of a governing verb say of its complement too."""
    parse, lexicon = clauses.parse, clauses.lexicon
    for child in parse.children[head]:
        word = parse.words[child].lower()
        if parse.deps[child] == "aux" and word in lexicon.modal_words and parse.lemmas[head] not in lexicon.reporting_verbs and dep != "conj":
            if word in ("can", "could") and parse.tags[draft.trigger] == "VBG" and _perceived(clauses, head):
                continue  # "could be seen digging"
            if must(clauses, head, child):
                yield has_to(clauses, draft, child)  # "cannot fail to act"
            elif word in FUTURE or (word in BACKSHIFTED and not conditional(clauses, head)):
                attends = draft.nominal and dep == "dobj" and parse.lemmas[head] in lexicon.words("attendance")  # "will attend talks"
                value = "planned" if attends else to_be(clauses, draft) if word in FUTURE else would_be(clauses, draft, head)
                if value == "planned" and _by_thing(clauses, head, dep):
                    value = "possible" if word in FUTURE else "hypothetical"  # "the tax would help clubs survive"
                value = "possible" if value == "planned" and befalls(clauses, head, clauses.subjects(head)) else value  # "will find itself paying"
                meant = value == "possible" and dep in ("advcl", "xcomp") and _meant(clauses, draft, head, dep)
                yield "planned" if meant else value  # "will continue to receive ships", "will end up selling it"
            else:
                yield lexicon.modal_words[word]
        elif parse.deps[child] == "mark" and (word == "whether" or lexicon.modal_words.get(word) == "hypothetical"):
            yield "possible" if word == "whether" or whether(clauses, head) else "hypothetical"
        elif parse.deps[child] == "aux" and parse.tags[child] == "TO" and parse.deps[head] in ("advcl", "acl", "relcl") and not result(clauses, head):
            yield "planned"


def _meant(clauses: Clauses, draft: Draft, head: int, dep: str) -> bool:
    """ "will be used to store grain", "will join others to guard it": what something will be done for is meant, whoever does it."""
    parse = clauses.parse
    if not infinitive(clauses, draft.trigger) or parse.heads[draft.trigger] != head or conditional(clauses, head) or result(clauses, draft.trigger):
        return False
    return dep == "advcl" or (clauses.passive(head) and parse.lemmas[head] in clauses.lexicon.words("deploying"))


def _perceived(clauses: Clauses, verb: int) -> bool:
    """Whether somebody sees or hears what goes on: "men could be seen digging", not "the deal could see them serving time"."""
    somebody = clauses.passive(verb) or any(clauses.parse.pos[s] == "PRON" for s in clauses.subjects(verb))
    return clauses.parse.lemmas[verb] in ("see", "hear", "smell") and somebody


def _by_thing(clauses: Clauses, verb: int, dep: str) -> bool:
    """Whether a thing or a happening, which means nothing, brings about what a verb governs: "the road would let them leave"."""
    subjects = clauses.subjects(verb)
    means = [s for s in subjects if clauses.type_of(s) in ACTORS or clauses.parse.pos[clauses.antecedent(s)] == "PRON" or clauses.is_named(s)]
    return dep in ("xcomp", "ccomp") and clauses.parse.lemmas[verb] in clauses.lexicon.words("bringingAbout") and bool(subjects) and not means


def _passes_on(clauses: Clauses, noun: int, head: int, dep: str) -> bool:
    """Whether what is said of a verb's happening holds of the happening that its object names: of "hold talks", not of "curb exports"."""
    parse, lexicon = clauses.parse, clauses.lexicon
    if parse.pos[head] != "VERB" or dep not in ("dobj", "nsubjpass", "prep"):
        return True
    lemma = parse.lemmas[head]
    if any(parse.words[c].lower() in ("a", "an") and parse.deps[c] == "det" for c in parse.children[noun]):
        return True  # "to fund a search": there is none yet; "to curb the exports": there are some
    if lemma in lexicon.words("attendance"):
        return determiner(parse, noun) == "bare" or lemma == "attend"  # "will watch performances"
    lists = (lexicon.light_verbs, lexicon.words("engagement"), lexicon.words("creation"), lexicon.modal_verbs, lexicon.reporting_verbs)
    return any(lemma in words for words in lists)


def _cue(clauses: Clauses, lemma: str, head: int, token: int) -> str | None:
    """What a governing word leaves its complement."""
    lexicon, pos = clauses.lexicon, clauses.parse.pos[head]
    if pos == "VERB":
        return _verb(clauses, lemma, head, token)
    if pos == "NOUN":
        value = lexicon.modal_nouns.get(lemma)
        plain = value == "hypothetical" and clauses.parse.tags[head] == "NNS"  # "the conditions of the merger", unlike "on condition that"
        return None if plain or withstood(clauses, head) or seized(clauses, token) else value
    if singled_out(clauses, token):
        return None  # "the first to arrive"
    if pos == "AUX" and lemma == "be" and infinitive(clauses, token) and clauses.parse.deps[token] == "xcomp":
        adjective = clauses.parse.child(head, "acomp")
        return _adjective(clauses, adjective, token) if adjective is not None else "planned"  # "is to visit Lima", "the aim is to win"
    if (value := doubtful(clauses, token)) is not None:
        return value
    if pos == "AUX" and lemma == "be" and clauses.parse.deps[token] == "ccomp" and clauses.parse.tags[token] != "VBD":
        adjective = clauses.parse.child(head, "acomp")
        urgent = adjective is not None and clauses.parse.lemmas[adjective] in lexicon.words("necessity")
        urgent = urgent or any(_stipulates(clauses, s) for s in clauses.parse.all(head, "nsubj"))
        return "planned" if urgent else None  # "it is vital that they leave", "the rule is that they pay"
    return _adjective(clauses, head, token) if pos == "ADJ" else None


def _verb(clauses: Clauses, lemma: str, head: int, token: int) -> str | None:
    """An infinitive after an object is what somebody is told, asked or helped to do."""
    parse, lexicon = clauses.parse, clauses.lexicon
    if did_little(clauses, token):
        return None
    particle = token if parse.deps[token] == "prep" else parse.child(head, "prt", "prep")
    whole = f"{lemma} {parse.words[particle].lower()}" if particle is not None else lemma
    if parse.deps[token] == "xcomp" and hearsay(clauses, head):
        return None  # "is said to be ill": alleged, and no matter of a plan
    if particle == token and whole.endswith(" with") and whole not in lexicon.modal_verbs:
        return None  # "agreed with the comment": agreeing brings nothing about
    listed = lexicon.modal_verbs.get(whole) or lexicon.modal_verbs.get(lemma)
    if lemma == "mean" and not infinitive(clauses, token):  # "it means a lot that they won", "a deal would mean that they leave"
        auxiliaries = {parse.words[c].lower() for c in parse.all(head, "aux")}
        return "hypothetical" if auxiliaries & BACKSHIFTED else "possible" if auxiliaries & {*FUTURE, "could", "may", "might"} else None
    perfect = any(parse.lemmas[c] == "have" for c in parse.all(head, "aux")) and parse.child(head, "auxpass") is None  # "has claimed the raid"
    if parse.tags[head] == "VBN" and not perfect and parse.child(head, "agent") is None:
        word = parse.words[head].lower()  # "vessels suspected of smuggling", "is supposed to protect"
        listed = listed or (lexicon.modal_words.get(f"{word} to") if infinitive(clauses, token) else None) or lexicon.modal_words.get(word)
    if parse.deps[token] == "ccomp" and f"{lemma} that" in lexicon.reporting_verbs and not infinitive(clauses, token):
        return None  # who agrees that it is so does not mean to bring it about
    if lemma == "have" and infinitive(clauses, token) and (parse.tags[head] in ("VBD", "VBN") or says_it_now(clauses, head, token)):
        return None  # "had to be flown to a hospital", "has had to close", "I have to say it is nice"
    if lemma == "get" and parse.words[head].lower() == "got" and perfect and infinitive(clauses, token):
        return "planned"  # "has got to leave"
    if lemma == "take" and infinitive(clauses, token) and clauses.lasts(head):
        return None  # "took two hours to land"
    if particle == token and parse.words[token].lower() in _LOCATIVE and whole not in lexicon.modal_verbs and not parse.all(token, "pcomp"):
        return None  # "agreed in the accord", "promised at the summit"
    gerund = parse.tags[token] == "VBG" and parse.deps[token] in ("xcomp", "ccomp") and parse.child(token, "aux") is None
    if gerund and lemma in lexicon.words("backing"):
        return "planned"  # "supported closing the school"
    if gerund and lemma in lexicon.words("attitude"):
        return "possible"  # "opposed closing the school"
    if gerund and lemma in lexicon.words("inclusion") and any(parse.lemmas[s] in lexicon.words("prospect") for s in clauses.subjects(head)):
        return "possible"  # "the tasks include mending roads"
    if lemma in _LETTING and negated(clauses, head) and not any(parse.tags[c] == "MD" for c in parse.all(head, "aux")):
        return None  # "did not let him leave": he did not
    if lemma == "sue" and parse.deps[token] == "prep" and parse.child(token, "pcomp") is None:
        return None  # "sued them for support"
    if listed == "possible" and any(parse.words[c].lower() in FUTURE for c in parse.all(head, "aux")):
        return "planned"  # "will let them leave"
    if listed or not infinitive(clauses, token):
        return listed
    if _wondered(clauses, token):
        return "possible"
    if lemma in lexicon.words("emotion") and clauses.passive(head):
        return _felt(clauses, head, token)
    if lemma in lexicon.words("implicative"):
        return None
    if clauses.passive(head) and lemma != "ask" and lexicon.reporting_verbs.get(lemma) == "possible":
        return "possible"  # "is considered to be unsafe"
    told = parse.child(head, "dobj") is not None or clauses.passive(head)
    factive = any(word in lexicon.words("factive") for word in (lemma, whole))
    open_yet = parse.deps[token] == "xcomp" and not factive and lemma not in lexicon.reporting_verbs
    return "planned" if told or open_yet else None


def _stipulates(clauses: Clauses, noun: int) -> bool:
    """ "The rule is that members pay", "the plan is that they leave": what is to be, and not what is."""
    lemma = clauses.parse.lemmas[noun]
    return lemma in clauses.lexicon.words("stipulation") or clauses.lexicon.modal_nouns.get(lemma) == "planned"


def _adjective(clauses: Clauses, adjective: int, token: int) -> str | None:
    parse, lexicon = clauses.parse, clauses.lexicon
    lemma = parse.lemmas[adjective]
    if lemma in lexicon.words("necessity"):
        return "planned"  # "necessary to stem the flow"
    if lemma == "able" and parse.deps[adjective] == "acomp" and parse.tags[parse.heads[adjective]] == "VBD":
        return None  # "was able to buy a flat"
    if too_much(clauses, adjective) or not_enough(clauses, adjective) or (lemma in lexicon.words("inability") and lemma not in lexicon.modal_words):
        return None  # "too weak to carry trucks": they are not carried
    if lemma in lexicon.words("conduct") and parse.tags[parse.heads[adjective]] == "VBD" and _somebody(clauses, parse.heads[adjective]):
        return None  # "was quick to blame them"
    if lemma in lexicon.words("emotion") and infinitive(clauses, token):
        return _felt(clauses, parse.heads[adjective] if parse.deps[adjective] in ("acomp", "oprd", "conj") else adjective, token)
    return lexicon.modal_words.get(lemma) or ("possible" if infinitive(clauses, token) else None)


def _felt(clauses: Clauses, verb: int, token: int) -> str | None:
    """ "was glad to join the club", "is sorry to have left": done; "is glad to help": meant."""
    parse, words = clauses.parse, clauses.lexicon.words
    told = parse.deps[verb] == "ccomp" and parse.lemmas[parse.heads[verb]] in clauses.lexicon.reporting_verbs
    offers = any(parse.lemmas[a] in ("happy", "glad", "content") for a in parse.all(verb, "acomp")) and parse.lemmas[token] not in words("attainment")
    if told and offers and parse.tags[verb] == "VBD":
        return "planned"  # "said they were happy to help"
    done = parse.tags[verb] == "VBD" or any(parse.tags[c] == "VBD" or parse.lemmas[c] == "have" for c in parse.all(verb, "aux", "auxpass"))
    return None if done or any(parse.lemmas[c] == "have" for c in parse.all(token, "aux")) else "planned"


def _somebody(clauses: Clauses, copula: int) -> bool:
    """Whether a copula has a subject that is no mere "it"."""
    subject = clauses.parse.child(copula, "nsubj")
    return subject is not None and clauses.parse.words[subject].lower() != "it"


def _wondered(clauses: Clauses, verb: int) -> bool:
    """ "did not know what to make of it": an infinitive with a question word."""
    return any(clauses.parse.tags[c] in ("WP", "WRB", "WDT") for c in clauses.parse.children[verb])
