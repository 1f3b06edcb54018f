"""Noun phrases: how far a participant's words reach, and what it is called."""

from __future__ import annotations

from collections.abc import Iterator

from kg.parse import BREAKS, Parse

NOMINAL_POS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_AFTERTHOUGHT = frozenset({"relcl", "appos", "conj", "cc", "punct", "parataxis", "advcl", "mark", "preconj", "ccomp"})
_JOINTS = frozenset({"-", "'", "/", '"'})  # marks within a phrase
_VERBS = ("VERB", "AUX")
_UNFINISHED = frozenset({"PUNCT", "ADP", "CCONJ", "SCONJ", "DET", "PART"})  # what no phrase ends with
_SCENE = frozenset({"here", "there", "out", "already", "also", "too", "again", "however", "now", "today", "later", "then"})
_DETERMINERS = frozenset({"DT", "PRP$", "PDT", "WP$"})
_FOCUS = frozenset({"even", "then", "rather", "namely", "notably", "especially", "particularly", "mainly", "currently", "also"})
AMOUNT = frozenset({"some", "any", "each", "every", "both", "all", "another", "half", "either"})  # determiners that say how many
_RELATIVES = ("WDT", "WP", "WP$", "WRB")
_LABEL_WORDS = 20
_CLAUSE_WORDS = 12


def base(parse: Parse, head: int) -> tuple[int, int]:
    """First and last token of the phrase up to its head: "two alleged drug boats" of "two alleged drug boats off the coast"."""
    first = head
    for child in parse.children[head]:
        if child < first and parse.deps[child] not in _AFTERTHOUGHT:
            first = min(first, parse.left(child))
    return first, head


def full(parse: Parse, head: int, empty: frozenset[str] = frozenset()) -> tuple[int, int]:
    """First and last token of the phrase with what restricts it (prepositions, participles, infinitives), without what is merely added.

    The range is contiguous and ends before an apposition, a coordinated phrase, and what a comma parts from it. A relative clause belongs to it
    where its noun says nothing by itself (``empty``): "things that were said".
    """
    first, last = base(parse, head)
    while first > 1 and _glued(parse, first - 1):
        first -= 2  # "anti-Chilean"
    kept = _restricting(parse, head, empty)
    shared = _of_both(parse, head)
    if shared is not None:
        kept |= _restricting(parse, shared, empty)
    while (reached := _next(parse, kept, last)) is not None:
        last = reached
    while last + 2 < len(parse) and _glued(parse, last + 1):
        last += 2  # "passers-by"
    while last > head and _unfinished(parse, last):
        last = max(head, parse.left(last) - 1) if _adverbial(parse, last) else last - 1  # "last month" goes whole
    if first and parse.words[first - 1] in ("[", "(") and any(parse.words[i] in ("]", ")") for i in range(first, last + 1)):
        first -= 1  # "[Ana Ruiz's] deputy"
    return first, last


def _glued(parse: Parse, hyphen: int) -> bool:
    """Whether a hyphen joins the words around it into one."""
    return parse.words[hyphen] == "-" and not parse.spaced[hyphen] and not parse.spaced[hyphen - 1] and parse.words[hyphen - 1].isalpha()


def _next(parse: Parse, kept: set[int], last: int) -> int | None:
    """The next token of a phrase that has come to ``last``, over a hyphen, a quotation mark or a comma of a list."""
    if last + 1 in kept:
        return last + 1
    if last + 1 < len(parse) and parse.words[last + 1] == "(":
        closed = next((i for i in range(last + 2, min(last + 6, len(parse))) if parse.words[i] == ")"), None)
        return _next(parse, kept, closed) if closed is not None else None  # "the African Union (AU) and Peru"
    if last + 2 not in kept or parse.deps[last + 1] != "punct":
        return None
    listed = parse.words[last + 1] == "," and (
        parse.deps[last + 2] == "cc" or any(parse.deps[i] == "conj" or _second_modifier(parse, i, last) for i in _tops(parse, last + 2))
    )
    joined = parse.words[last + 1] in _JOINTS and not (parse.words[last + 1] == "-" and parse.spaced[last])
    return last + 2 if listed or joined else None


def _second_modifier(parse: Parse, token: int, last: int) -> bool:
    """ "a party with new, younger members": whether a comma stands between what modifies one noun."""
    noun = parse.heads[token]
    return parse.deps[token] in ("amod", "compound", "nmod") and token < noun and parse.heads[last] == noun and parse.deps[last] == "amod"


def _tops(parse: Parse, first: int) -> Iterator[int]:
    """The heads of the phrases that begin with a token, innermost first."""
    yield first
    for i in parse.ancestors(first):
        if parse.left(i) != first:
            return
        yield i


def _unfinished(parse: Parse, last: int) -> bool:
    """Whether a phrase cannot end here: in a preposition, in a participle whose complement was left out ("efforts tied" of "efforts tied to")."""
    if parse.deps[last] == "prt" or (parse.pos[last] == "ADP" and parse.pos[parse.heads[last]] in _VERBS and not parse.children[last]):
        return False  # "what they asked for"
    if parse.tags[last] in _RELATIVES and last < parse.heads[last]:
        return True  # "people who" of "people who left"
    if parse.pos[last] in _UNFINISHED or parse.words[last] == "'s" or parse.deps[last] in ("aux", "auxpass") or _adverbial(parse, last):
        return True
    complements = parse.all(last, "prep", "dobj", "xcomp", "ccomp", "agent", "oprd", "dative")
    cut = parse.pos[last] == "VERB" and any(c > last for c in complements)
    going_on = parse.deps[last] == "relcl" and parse.child(last, "aux") is not None  # "the woman who is winning"
    return cut or (parse.tags[last] == "VBG" and not going_on and parse.child(last, "poss", "det", "amod") is None)


def _restricting(parse: Parse, head: int, empty: frozenset[str]) -> set[int]:
    """The tokens of a phrase that say which one it is."""
    kept, stack = set[int](), [head]
    while stack:
        node = stack.pop()
        kept.add(node)
        stack += [child for child in parse.children[node] if _restricts(parse, head, node, child, empty)]
    return kept


def _restricts(parse: Parse, head: int, node: int, child: int, empty: frozenset[str]) -> bool:
    dep = parse.deps[child]
    if dep == "punct":
        return False
    if parse.pos[node] in _VERBS:
        if dep == "conj" and parse.tags[node] == parse.tags[child] == "VB" and parse.child(child, "nsubj", "nsubjpass", "aux") is None:
            return True  # "a plan to buy, repair and sell old boats"
        return dep not in ("parataxis", "appos") and not (_parted(parse, node, child) and dep in ("advcl", "prep", "conj", "npadvmod"))
    if child < node:
        return dep not in _AFTERTHOUGHT or (dep in ("cc", "conj", "preconj") and node != head)
    if dep == "appos" and node != head and parse.left(child) == node + 1 and parse.pos[child] == "PROPN":
        return True  # "ties with former rival Norda"
    if dep in ("conj", "cc"):
        return (node != head or counted_together(parse, head)) and parse.tags[child] not in ("VBD", "VBZ", "VBP", "MD")
    if _parted(parse, node, child):
        return False
    if dep == "relcl":
        bare = any(parse.tags[c] == "TO" for c in parse.children[child])
        return bare or parse.lemmas[node] in empty or parse.words[node].lower() in empty or (bool(empty) and _singles_out(parse, node, child))
    if dep == "acl":
        return parse.child(child, "mark", "nsubj", "nsubjpass") is None or _content(parse, node, child)
    return dep not in _AFTERTHOUGHT and not (node != head and dep == "prep" and _dated(parse, child))


def counted_together(parse: Parse, noun: int) -> bool:
    """ "40 men and women": whether one number counts a noun and the bare one that is joined to it; neither has that number for itself."""
    other = parse.child(noun, "conj")
    number = parse.child(noun, "nummod")
    if other is None or number is None or parse.tags[noun] != "NNS" or parse.tags[other] != "NNS" or other != noun + 2:
        return False
    joined = parse.heads[noun + 1] == noun and parse.words[noun + 1].lower() in ("and", "or") and parse.right(noun) == parse.right(other)
    amounts = any(parse.entity_types[i] in ("PERCENT", "MONEY", "DATE", "TIME") for i in (noun, number))
    return joined and not amounts and parse.left(other) == other and parse.child(other, "conj") is None


def _of_both(parse: Parse, noun: int) -> int | None:
    """ "the form and fitness of the team": the "of" right after the second noun, which a parser hung on the first."""
    head = parse.heads[noun]
    if parse.deps[noun] != "conj" or parse.pos[noun] != "NOUN" or parse.pos[head] != "NOUN" or noun < head:
        return None
    after = parse.right(noun) + 1
    return next((p for p in parse.all(head, "prep") if p == after and parse.words[p].lower() == "of"), None)


def _singles_out(parse: Parse, noun: int, clause: int) -> bool:
    """ "a tax that hurts the poor", "funds that were stolen": only their clause says which; a phrase with other words, or "the tax", is told apart
    by them."""
    words = [c for c in parse.children[noun] if c < noun and parse.deps[c] != "punct"]
    general = all(parse.tags[c] == "DT" and parse.words[c].lower() != "the" for c in words) and parse.pos[noun] == "NOUN"
    first, last = parse.left(clause), parse.right(clause)
    joined = first == noun + 1 and parse.words[first].lower() in ("that", "who", "which")
    return general and joined and last - noun < _CLAUSE_WORDS and not any(word in BREAKS for word in parse.words[noun:last])


def _content(parse: Parse, noun: int, clause: int) -> bool:
    """ "the theory that the driver fell asleep": what the noun is of."""
    mark, last = parse.child(clause, "mark"), parse.right(clause)
    that = mark is not None and parse.words[mark].lower() == "that" and parse.left(clause) == mark == noun + 1
    return that and last - noun < _LABEL_WORDS and not any(word in BREAKS for word in parse.words[noun:last])  # one that would be cut stays out


def _parted(parse: Parse, node: int, child: int) -> bool:
    """Whether a comma or dash stands before what follows."""
    first = parse.left(child)
    return first > node and parse.words[first - 1] in BREAKS and parse.deps[first - 1] == "punct"


def _adverbial(parse: Parse, last: int) -> bool:
    """An adverb of manner or a day is no part of a thing's name: "the message relentlessly", "four men here Monday"."""
    word, dep = parse.words[last].lower(), parse.deps[last]
    if dep not in ("advmod", "npadvmod") or last < parse.heads[last] or parse.pos[parse.heads[last]] in _VERBS:
        return False
    return word.endswith("ly") or word in _SCENE or parse.entity_types[last] in ("DATE", "TIME")


def _dated(parse: Parse, prep: int) -> bool:
    timed = any(parse.entity_types[o] in ("DATE", "TIME") for o in parse.all(prep, "pobj"))
    return timed and parse.words[prep].lower() != "of"


def label(parse: Parse, head: int, reach: tuple[int, int] | None = None, counted: bool = False) -> str:
    """The phrase (``reach``, else :func:`full`) without its determiner; a very long one is cut before a preposition."""
    first, last = reach or full(parse, head)
    while first < head and _leading(parse, first):
        first += 1
    if parse.words[first] in ("'s", "’s") and first < head:
        first += 1
    if last - first >= _LABEL_WORDS:
        cut = first + _LABEL_WORDS
        stops = [i for i in range(head + 1, cut) if _may_end_before(parse, i)]
        last = max(head, (stops[-1] - 1) if stops else cut - 1)
        while last > head and _unfinished(parse, last):
            last -= 1
    text = _closed(parse.text(first, last).replace('"', "")).strip(" -–—")
    shared = _shared(parse, head) if last == head else None
    if shared is not None:
        text = f"{text} {parse.text(*shared)}"
    amount = parse.words[first].lower() in AMOUNT or (counted and parse.pos[first] not in ("PROPN", "NUM"))
    return text[:1].lower() + text[1:] if amount else text  # "Some of the nurses" at the start of a sentence


def _may_end_before(parse: Parse, token: int) -> bool:
    """Whether what stands before a word says something without what begins there: not "the end" of "the end of the war", "when the bank" of "when
    the bank failed"."""
    word, before = parse.words[token].lower(), parse.words[token - 1].lower()
    if word == ",":  # within a list of nouns
        listed = (i for i in _tops(parse, token + 1) if parse.deps[i] == "conj" and parse.pos[i] in ("NOUN", "PROPN"))
        return any(parse.deps[parse.heads[i]] not in ("nmod", "compound", "amod") for i in listed)  # "a peace, aid and trade plan"
    if parse.pos[token] == "VERB":
        return parse.tags[token] in ("VBN", "VBG") and parse.left(token) == token and parse.deps[token] != "conj"
    begins = parse.pos[token] in ("ADP", "SCONJ") or parse.tags[token] == "TO"
    whole = word not in ("of", "than") or parse.pos[token - 1] == "CCONJ"
    return begins and whole and parse.deps[token] != "prt" and before not in ("well", "such", "due", "according", "because")


def _shared(parse: Parse, noun: int) -> tuple[int, int] | None:
    """ "the form and fitness of the team": the "of" phrase after the second noun, where the first one's article is for both."""
    other = parse.child(noun, "conj")
    if other is None or other < noun or parse.tags[other] != parse.tags[noun] or determiner(parse, noun) != "definite":
        return None
    after = _of_both(parse, other)
    prep = after if after is not None else next((p for p in parse.all(other, "prep") if p == other + 1), None)
    bare = parse.child(other, "det", "poss", "nummod", "conj") is None
    if prep is None or not bare or parse.words[prep].lower() != "of" or any(p < other for p in parse.all(noun, "prep")):
        return None
    last = full(parse, other)[1]
    return (prep, last) if prep < last <= prep + _CLAUSE_WORDS else None


def _leading(parse: Parse, first: int) -> bool:
    """Whether a phrase's first word does not name anything: an article, "even", the "not" of "not all farmers", which is the claim's polarity."""
    word = parse.words[first].lower()
    if word in _FOCUS and parse.deps[first] == "advmod" and parse.pos[parse.heads[first]] in NOMINAL_POS and parse.words[first + 1] != "-":
        return True
    return (parse.tags[first] in _DETERMINERS and word not in AMOUNT) or parse.pos[first] in ("PUNCT", "CCONJ") or word == "not"


def _closed(text: str) -> str:
    """Without brackets of which only one is there: "Lopez's] deputy"."""
    for one, other in ("()", "[]"):
        if text.count(one) != text.count(other):
            text = text.replace(one, "").replace(other, "")
    return text


def determiner(parse: Parse, head: int) -> str:
    """``definite``, ``indefinite``, ``possessive``, ``demonstrative``, ``negative`` or ``bare``."""
    for child in parse.children[head]:
        if parse.deps[child] == "poss":
            return "possessive"
        if parse.deps[child] == "det":
            word = parse.words[child].lower()
            if word == "the":
                return "definite"
            if word in ("this", "that", "these", "those", "such"):
                return "demonstrative"
            if word in ("no", "neither"):
                return "negative"
            return "indefinite"
        if parse.deps[child] == "nummod":
            return "indefinite"
    return "bare"


def plural(parse: Parse, head: int) -> bool:
    """Whether the phrase speaks of several: a plural noun, or a coordinated head."""
    return parse.tags[head] in ("NNS", "NNPS") or parse.child(head, "conj") is not None


def periodical(parse: Parse, token: int) -> bool:
    """ "the Norda daily", "a local weekly": a paper, and no time."""
    named = parse.words[token].lower() in ("daily", "weekly", "monthly", "dailies", "weeklies") and parse.pos[token] in ("NOUN", "PROPN")
    alone = parse.deps[token] not in ("compound", "amod", "nmod", "npadvmod", "advmod")
    return named and alone and parse.child(token, "compound", "amod", "det") is not None


def finite(parse: Parse, verb: int) -> bool:
    """Whether a clause has a finite verb."""
    return any(parse.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in (verb, *parse.all(verb, "aux", "auxpass")))


def verb_phrase(parse: Parse, verb: int, last: int) -> tuple[int, int]:
    """From the first auxiliary or negation before the verb to the verb or its particle, where that is one stretch."""
    first = verb
    while first > 0 and parse.heads[first - 1] == verb and parse.deps[first - 1] in ("aux", "auxpass", "neg", "advmod"):
        first -= 1
    while first < verb and parse.deps[first] == "advmod":
        first += 1
    return first, last if last - verb <= 1 else verb
