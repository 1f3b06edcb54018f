"""Whether something is said not to be so: negation and negative words by their scope on the parse."""

from __future__ import annotations

from kg.extract.clauses import Clauses
from kg.extract.drafts import Draft
from kg.extract.phrases import determiner
from kg.extract.verdicts import almost, untrue

_PARTICLES = ("preconj", "advmod", "det", "cc")
_LITTLE = frozenset({"little", "nothing"})
_NOT = frozenset({"not", "n't", "n’t"})
_WHOLES = frozenset({"one", "a", "single", "all", "every", "everyone", "everybody", "everything", "both", "many"})


def is_negative(clauses: Clauses, draft: Draft) -> bool:
    """Whether the sentence says that the event did not happen, or does not: a denial of a denial says that it did."""
    false = not draft.nominal and any(untrue(clauses, anchor) for anchor in anchors(clauses, draft))
    return _says_no(clauses, draft) != false


def _says_no(clauses: Clauses, draft: Draft) -> bool:
    parse, lexicon = clauses.parse, clauses.lexicon
    for anchor in anchors(clauses, draft):
        if any(_denies(clauses, draft, anchor, child) for child in parse.children[anchor]) or almost(clauses, anchor):
            return True
        first = _first_joined(clauses, anchor)
        head, dep = parse.heads[first], parse.deps[first]
        if dep == "csubjpass" and parse.tags[first] == "VBG" and _keeps_from(clauses, head):
            return not negated(clauses, head)  # "changing the law was ruled out"
        if (instead := _by_preposition(clauses, anchor)) is not None:
            return instead
        to = infinitive(clauses, first)
        if dep == "acl" and to and withstood(clauses, head):
            return not negated(clauses, parse.heads[head])  # "resisted the urge to sell"
        if did_little(clauses, first):
            return True  # "has done little to help", "did nothing to stop it"
        if dep == "advcl" and to and parse.lemmas[head] in lexicon.words("coming") and negated(clauses, head):
            return True  # "will never come back to run it"
        if dep in ("acl", "relcl") and to and _lacks(clauses, head):
            return True  # "has no power to sell", "will not have the capacity to cover them"
        if dep == "acl" and to and (parse.words[head].lower() in lexicon.words("inability") or unintended(clauses, head)):
            return True  # "the failure to pay", "no plan to leave"
        purpose = to and parse.lemmas[head] in ("stop", "quit")  # "stopped to search the car"
        if dep in ("xcomp", "ccomp") and not purpose and _unable(clauses, head):
            return not (_keeps_from(clauses, head) and _undone(clauses, head))  # "did not fail to pay": they paid
        if dep in ("xcomp", "ccomp") and parse.lemmas[head] in lexicon.words("negRaising") and _raises(clauses, head):
            return True  # "does not have to pay"
        if dep in ("xcomp", "ccomp") and _bare(clauses, first) and parse.lemmas[head] in ("let", "make", "have") and negated(clauses, head):
            return True  # "did not let them leave"
        if dep in ("xcomp", "ccomp") and to and _not_brought_about(clauses, head):
            return True  # "is not trying to win", "nobody wants to pay"
        if dep == "xcomp" and parse.lemmas[head] in ("have", "be") and any(parse.words[c].lower() == "yet" for c in parse.all(head, "advmod")):
            return True  # "has yet to explain"
        beside = parse.heads[anchor]
        joined = parse.deps[anchor] == "conj" and beside != anchor and parse.child(anchor, "nsubj", "nsubjpass") is None
        if joined and _alternative(clauses, beside, anchor):
            return True
    return draft.nominal and (empty(clauses, draft.trigger) or _cancelled(clauses, draft.trigger) or _is_not(clauses, draft.trigger))


def _first_joined(clauses: Clauses, verb: int) -> int:
    """ "unable to speak or eat", "refused to stop and show his papers": the first of infinitives that are joined, whose governor is that of all."""
    parse = clauses.parse
    while parse.deps[verb] == "conj" and parse.tags[verb] == parse.tags[parse.heads[verb]] == "VB" and parse.heads[verb] < verb:
        butted = any(parse.words[c].lower() == "but" for c in parse.all(parse.heads[verb], "cc"))
        if butted or parse.child(verb, "nsubj", "nsubjpass", "neg") is not None or any(parse.tags[c] == "MD" for c in parse.all(verb, "aux")):
            break
        verb = parse.heads[verb]
    return verb


def _by_preposition(clauses: Clauses, token: int) -> bool | None:
    """Whether a preposition says of what it governs, or of a gerund coordinated with that, that it is not so; None where it says nothing of it."""
    parse, lexicon = clauses.parse, clauses.lexicon
    while parse.deps[token] == "conj" and parse.tags[token] == "VBG" and parse.child(token, "nsubj", "nsubjpass", "neg") is None:
        token = parse.heads[token]  # "kept them from killing sheep or attacking dogs"
    head = parse.heads[token]
    if parse.deps[token] not in ("pcomp", "pobj"):
        return None
    if _in_place_of(clauses, head):
        return True
    if parse.deps[token] != "pcomp":
        return None
    if f"verb:{_with_preposition(clauses, head)}" in lexicon.negators or unintended(clauses, parse.heads[head]):
        return True  # "stopped short of accusing", "no intention of leaving"
    if parse.words[head].lower() == "from" and parse.lemmas[parse.heads[head]] in lexicon.words("hindrance"):
        return not _not_hindered(clauses, parse.heads[head])
    return None


def _denies(clauses: Clauses, draft: Draft, anchor: int, child: int) -> bool:
    """Whether a word below an event's own says that it is not so."""
    parse, word, dep = clauses.parse, clauses.parse.words[child].lower(), clauses.parse.deps[child]
    if word == "neither" and dep in _PARTICLES:
        return True
    if dep == "neg" and child > anchor and parse.pos[anchor] == "VERB":
        return False  # "will debate the tax, not the scandal": English negates before the verb
    negates = dep == "neg" or (dep in _PARTICLES and word in clauses.lexicon.negators and word not in ("without", "nor"))
    negates = negates or (word == "longer" and any(parse.words[c].lower() == "no" for c in parse.children[child]))  # "no longer meets its targets"
    negates = negates or (dep == "prep" and _at_no_time(clauses, anchor, child))
    negates = negates or (dep in ("dobj", "nsubj", "nsubjpass", "attr") and not draft.nominal and empty(clauses, child))
    return negates and not _but_more(clauses, child) and not partly(clauses, child) and not _asks_or_quotes(clauses, anchor, child)


def _at_no_time(clauses: Clauses, verb: int, prep: int) -> bool:
    """ "At no time did she doubt it": a phrase with "no", with an auxiliary behind it that stands before the subject."""
    parse = clauses.parse
    subject = parse.child(verb, "nsubj", "nsubjpass")
    before = subject is not None and any(prep < c < subject for c in parse.all(verb, "aux", "auxpass"))
    return before and any(empty(clauses, o) for o in parse.all(prep, "pobj"))


def _not_brought_about(clauses: Clauses, head: int) -> bool:
    """Whether a word that is negated would have led to what its infinitive says: "did not try", "is not ready", not "did not hesitate"."""
    parse, lexicon = clauses.parse, clauses.lexicon
    if parse.pos[head] == "VERB":
        hesitates = parse.lemmas[head] in lexicon.words("hesitation") or f"verb:{_whole(clauses, head)}" in lexicon.negators
        tells = lexicon.reporting_verbs.get(parse.lemmas[head], "planned") != "planned"  # "never claimed to be a doctor"
        return negated(clauses, head) and not hesitates and not tells
    leads = lexicon.modal_words.get(parse.lemmas[head]) in ("planned", "possible") and parse.words[head].lower() not in lexicon.words("inability")
    return parse.pos[head] == "ADJ" and leads and negated(clauses, parse.heads[head])


def negated(clauses: Clauses, verb: int) -> bool:
    """Whether a verb stands under a negation of its own, or has a subject that is nobody."""
    parse = clauses.parse
    subject = parse.child(verb, "nsubj", "nsubjpass")
    return _denied(clauses, verb) or (subject is not None and empty(clauses, subject))


def _denied(clauses: Clauses, verb: int) -> bool:
    """Whether a negation of its own denies the whole of a verb."""
    negation = clauses.parse.child(verb, "neg")
    return negation is not None and not (_asks_or_quotes(clauses, verb, negation) or _but_more(clauses, negation) or partly(clauses, negation))


def _lacks(clauses: Clauses, noun: int) -> bool:
    """Whether somebody is said not to have the power, right or means that a noun names."""
    parse = clauses.parse
    if parse.lemmas[noun] not in clauses.lexicon.words("ability"):
        return False
    verb = parse.heads[noun]
    had = parse.deps[noun] == "dobj" and parse.lemmas[verb] in ("have", "get", "give", "possess")
    return had and (empty(clauses, noun) or negated(clauses, verb))


def unintended(clauses: Clauses, noun: int) -> bool:
    """ "no plan", "no intention"."""
    return clauses.lexicon.modal_nouns.get(clauses.parse.lemmas[noun]) == "planned" and empty(clauses, noun)


def too_much(clauses: Clauses, adjective: int) -> bool:
    """ "too weak to carry trucks", "too young to vote"."""
    return any(clauses.parse.words[c].lower() == "too" and c < adjective for c in clauses.parse.all(adjective, "advmod"))


def _raises(clauses: Clauses, verb: int) -> bool:
    """Whether a verb's negation is that of what it governs; who "cannot believe" something knows it."""
    parse = clauses.parse
    amazed = parse.lemmas[verb] == "believe" and any(parse.words[c].lower() in ("can", "could", "ca") for c in parse.all(verb, "aux"))
    without = parse.deps[verb] == "pcomp" and _in_place_of(clauses, parse.heads[verb])  # "left without having to pay"
    return (_denied(clauses, verb) and not amazed) or without


def _asks_or_quotes(clauses: Clauses, verb: int, negation: int) -> bool:
    """Whether a negation does not say that it is not so: "whether or not it fell", "chanted "no war"", "Didn't the firm hide it?"."""
    parse = clauses.parse
    either = negation > 0 and parse.words[negation - 1].lower() == "or" and parse.words[negation].lower() == "not"
    calls = parse.lemmas[verb] in clauses.lexicon.reporting_verbs or parse.lemmas[verb] in clauses.lexicon.words("quotative")
    return either or (calls and parse.quoted(negation) and not parse.quoted(verb)) or _invites(clauses, verb, negation)


def _invites(clauses: Clauses, verb: int, negation: int) -> bool:
    """ "Don't you think …": a question that expects a yes; "why didn't it?" does not ask whether."""
    parse = clauses.parse
    subject = parse.child(verb, "nsubj", "nsubjpass", "expl")
    inverts = parse.words[negation].lower() in ("n't", "n’t") and subject is not None and negation < subject
    return inverts and not any(parse.tags[c] in ("WRB", "WP", "WDT") and c < negation for c in parse.children[verb])


def _not_hindered(clauses: Clauses, verb: int) -> bool:
    """ "did not stop them from winning", "was not enough to keep the dam from breaking": it came about all the same."""
    parse, above = clauses.parse, clauses.parse.heads[verb]
    if parse.deps[verb] == "xcomp" and infinitive(clauses, verb):
        governor = above if parse.pos[above] in ("VERB", "AUX") else parse.heads[above]
        failed = f"verb:{_whole(clauses, above)}" in clauses.lexicon.negators or parse.words[above].lower() in clauses.lexicon.words("inability")
        return failed or negated(clauses, governor) or too_much(clauses, above)
    if parse.deps[verb] in ("ccomp", "xcomp") and _bare(clauses, verb) and parse.lemmas[above] in ("let", "make") and negated(clauses, above):
        return True  # "has not let the odds stop her from running"
    return negated(clauses, verb)


def _bare(clauses: Clauses, verb: int) -> bool:
    """A bare infinitive with a subject of its own: "let them leave"."""
    parse = clauses.parse
    return parse.tags[verb] == "VB" and parse.child(verb, "nsubj", "nsubjpass") is not None and parse.child(verb, "aux", "mark") is None


def _unable(clauses: Clauses, head: int) -> bool:
    """ "failed to pay", "unable to speak", "too weak to walk", "not strong enough to win": what such a word governs is not so."""
    parse = clauses.parse
    unable = _keeps_from(clauses, head) or parse.words[head].lower() in clauses.lexicon.words("inability")
    return unable or (parse.pos[head] == "ADJ" and too_much(clauses, head)) or not_enough(clauses, head)


def _keeps_from(clauses: Clauses, verb: int) -> bool:
    """ "fail", "rule out": what such a verb governs does not happen."""
    return f"verb:{_whole(clauses, verb)}" in clauses.lexicon.negators


def kept_from_nothing(clauses: Clauses, verb: int) -> bool:
    """ "did not fail to", "never stopped": a negation of what would itself have negated."""
    return clauses.parse.pos[verb] == "VERB" and _keeps_from(clauses, verb) and _undone(clauses, verb)


def _undone(clauses: Clauses, verb: int) -> bool:
    """Whether a verb is negated, or is what somebody refuses to do: "refused to rule out a strike"."""
    head = clauses.parse.heads[verb]
    refused = clauses.parse.deps[verb] == "xcomp" and infinitive(clauses, verb) and clauses.parse.lemmas[head] in ("refuse", "decline")
    return negated(clauses, verb) or (refused and not negated(clauses, head))


def withstood(clauses: Clauses, noun: int) -> bool:
    """ "resisted the urge to sell": whether a noun names what would have moved somebody, and did not."""
    parse, words = clauses.parse, clauses.lexicon.words
    return parse.deps[noun] == "dobj" and parse.lemmas[noun] in words("impulse") and parse.lemmas[parse.heads[noun]] in words("withstanding")


def not_enough(clauses: Clauses, adjective: int) -> bool:
    """ "was not strong enough to win": whether somebody is said not to be so much so."""
    parse = clauses.parse
    enough = parse.pos[adjective] == "ADJ" and any(parse.words[c].lower() == "enough" for c in parse.all(adjective, "advmod"))
    return enough and (negated(clauses, parse.heads[adjective]) or parse.child(adjective, "neg") is not None)


def did_little(clauses: Clauses, verb: int) -> bool:
    """ "has done little to deter them", "nothing was done to save it": what little or nothing is done for does not come about."""
    parse = clauses.parse
    head = parse.heads[verb]
    do = parse.heads[head] if parse.words[head].lower() in _LITTLE else head
    if parse.lemmas[do] != "do" or parse.deps[verb] not in ("advcl", "xcomp", "acl", "relcl") or not infinitive(clauses, verb):
        return False
    return any(parse.words[o].lower() in _LITTLE and o < verb for o in parse.all(do, "dobj", "nsubjpass", "attr"))


def partly(clauses: Clauses, negation: int) -> bool:
    """ "is not always allowed", "were not all fined": no denial that it is, was or may be so at times, or of some."""
    parse = clauses.parse
    following = parse.words[negation + 1].lower() if negation + 1 < len(parse.words) else ""
    floating = following == "all" and parse.pos[parse.heads[negation]] in ("VERB", "AUX") and parse.pos[parse.heads[negation + 1]] in ("VERB", "AUX")
    return parse.words[negation].lower() in _NOT and (floating or following in clauses.lexicon.words("universal"))


def must(clauses: Clauses, verb: int, auxiliary: int) -> bool:
    """ "cannot but notice it", "cannot fail to act", "could not resist the urge to laugh": what one cannot but do one has to do, or did."""
    parse = clauses.parse
    if parse.words[auxiliary].lower() not in ("can", "could", "ca") or auxiliary > verb:
        return False
    but = [w.lower() for w in parse.words[auxiliary + 1 : auxiliary + 3]]
    gives_in = any(withstood(clauses, o) for o in parse.all(verb, "dobj")) and negated(clauses, verb)
    return (len(but) == 2 and but[0] in _NOT and but[1] == "but") or kept_from_nothing(clauses, verb) or gives_in


def _but_more(clauses: Clauses, negation: int) -> bool:
    """ "not only fined the firm", "did not just lose": it is so, and more than that."""
    following = clauses.parse.words[negation + 1 : negation + 2]
    able = clauses.parse.words[negation - 1].lower() in ("can", "could", "ca") if negation else False  # "could not but withdraw"
    return bool(following) and following[0].lower() in ("only", "just", "merely", "simply", "solely", *(("but",) if able else ()))


def _in_place_of(clauses: Clauses, prep: int) -> bool:
    """ "without paying", "instead of a fine", "rather than closing the port"."""
    parse = clauses.parse
    word = parse.words[prep].lower()
    phrase = f"{parse.words[prep - 1].lower()} {word}" if prep else word
    return word == "without" or phrase in clauses.lexicon.negators


def _with_preposition(clauses: Clauses, prep: int) -> str:
    """ "stop short of" of its preposition "of": the lemma of the verb above, and the words between."""
    parse = clauses.parse
    words, outer = [parse.words[prep].lower()], parse.heads[prep]
    while parse.pos[outer] != "VERB" and parse.heads[outer] != outer:
        words.insert(0, parse.words[outer].lower())
        outer = parse.heads[outer]
    return " ".join([parse.lemmas[outer], *words])


def _whole(clauses: Clauses, verb: int) -> str:
    """A verb's lemma with its particle: "rule out"."""
    particle = clauses.parse.child(verb, "prt")
    return clauses.parse.lemmas[verb] + (f" {clauses.parse.words[particle].lower()}" if particle is not None else "")


def _cancelled(clauses: Clauses, noun: int) -> bool:
    """ "averted a strike", "the cancelled launch", "the deal was scrapped"."""
    parse, words = clauses.parse, clauses.lexicon.words("cancellation")
    head = parse.heads[noun]
    particle = parse.child(head, "prt")
    whole = parse.lemmas[head] + (f" {parse.lemmas[particle]}" if particle is not None else "")
    if parse.deps[noun] in ("dobj", "nsubjpass") and whole in words:
        return True
    return any(parse.lemmas[c] in words or parse.words[c].lower().removeprefix("now-") in words for c in parse.all(noun, "amod"))


def _is_not(clauses: Clauses, noun: int) -> bool:
    """ "It was not an attack", "the payments did not amount to fraud"."""
    parse = clauses.parse
    head = parse.heads[noun]
    verb = parse.heads[head] if parse.deps[noun] == "pobj" else head
    whole = f"{parse.lemmas[verb]} {parse.words[head].lower()}" if verb != head else parse.lemmas[verb]
    equates = (parse.deps[noun] == "attr" and whole == "be") or (parse.deps[noun] in ("dobj", "pobj") and whole in ("amount to", "constitute"))
    negated = equates and any(parse.deps[c] == "neg" and not _but_more(clauses, c) for c in parse.children[verb])
    return negated and determiner(parse, noun) in ("indefinite", "bare")


def _alternative(clauses: Clauses, head: int, verb: int) -> bool:
    """ "did not confirm or deny", "neither confirmed nor denied": the negation of the first holds for the second, but not for "but said"."""
    parse = clauses.parse
    joined = [parse.words[c].lower() for c in parse.all(head, "cc") if c < verb][-1:]
    own = parse.tags[head] == "VB" and parse.tags[verb] in ("VBD", "VBZ")  # "did not name it or say why, but said …"
    return joined == ["nor"] or (joined == ["or"] and parse.child(head, "neg") is not None and not own)


def empty(clauses: Clauses, noun: int) -> bool:
    """ "no evidence", "neither side", "neither the club nor its coach", "nobody", "not one of the six", "not all farmers"."""
    parse = clauses.parse
    if parse.words[noun].lower() in ("nobody", "none", "nothing", "no-one", "neither"):
        return True
    for child in parse.children[noun]:
        word = parse.words[child].lower()
        if (word in ("no", "neither") and parse.deps[child] == "det") or (word == "neither" and parse.deps[child] == "preconj"):
            return True
        if word == "not" and child < noun and parse.words[child + 1].lower() in _WHOLES:
            return True
    first = parse.left(noun)
    return first < noun and parse.words[first].lower() == "not" and parse.words[first + 1].lower() in _WHOLES


def anchors(clauses: Clauses, draft: Draft) -> list[int]:
    """The tokens that carry the event's auxiliaries: its verb; for an adjective the copula too; for a noun its light verb."""
    parse = clauses.parse
    anchors = [draft.trigger]
    head = parse.heads[draft.trigger]
    if draft.rule == "adjective" or (parse.deps[draft.trigger] in ("acomp", "oprd") and head != draft.trigger):
        anchors.append(head)
    if draft.light is not None:
        anchors.append(draft.light)
    return anchors


def infinitive(clauses: Clauses, verb: int) -> bool:
    return "TO" in map(clauses.parse.tags.__getitem__, clauses.parse.children[verb])
