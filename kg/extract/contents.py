"""Where what is said stands: clauses, quotations beside the cue, what is accused or denied, the sentence around "he said"."""

from __future__ import annotations

from kg.extract.clauses import PASSIVE_SUBJECTS, SUBJECTS, Clauses
from kg.extract.cues import comment, hearsay, reach, without
from kg.extract.drafts import ACTORS
from kg.extract.suppositions import proviso
from kg.parse import QUOTATION_MARKS, Parse

CONTENTS = ("ccomp", "xcomp")
_NAMED = frozenset({"know", "call", "nickname", "dub", "term"})  # "as she was known"


def content_of(clauses: Clauses, verb: int, lemma: str, passive: bool, quotes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where what is said stands: a clause, a quotation beside the cue, the object of accusing or denying, or the sentence around "he said"."""
    parse = clauses.parse
    deeds = appraised_for(clauses, verb)
    if lemma in clauses.lexicon.words("characterization"):
        return _characterization(clauses, verb) + deeds
    if deeds:
        return deeds
    colon = _after_colon(clauses, verb)
    clausal = [reach(clauses, c) for c in parse.all(verb, *CONTENTS) if c != verb and not _after_quote(clauses, c) and not (colon and c < verb)]
    own = reach(clauses, verb)
    quoted = [q for q in quotes if not q[0] <= verb <= q[1] and _near(clauses, verb, q) and not hearsay(clauses, verb)]
    if clausal:
        described = [(s, parse.right(s) + 1) for s in parse.all(verb, *SUBJECTS) if s < verb]  # "Ruiz, head of a "green" fund, argued that …"
        quoted = [q for q in quoted if not any(s < q[0] and q[1] <= last for s, last in described)]
        clausal += [reach(clauses, c) for c in parse.all(verb, "advcl") if _goes_on(clauses, verb, c)]
        clausal += [reach(clauses, c) for c in parse.all(verb, "advcl", "prep") if _fronted(clauses, verb, c)]
        clausal += [reach(clauses, p) for p in parse.all(verb, "prep", "advcl") if p > verb and any(proviso(clauses, c) for c in parse.children[p])]
        return clausal + [q for q in quoted if not any(f <= q[0] <= last for f, last in clausal) and q[1] - q[0] > 3]
    if colon and parse.heads[verb] < verb:
        return []
    if parse.deps[verb] == "parataxis" or (parse.deps[verb] in ("ccomp", "advcl") and inserted(clauses, verb)):
        around = without(reach(clauses, parse.heads[verb]), own)
        around = [(first, min(last, _joined_behind(clauses, verb, last))) for first, last in around]
        return [piece for piece in around if piece[0] < verb or not comment(clauses, piece)]
    if lemma in clauses.lexicon.words("accounting"):
        causes = [p for p in parse.all(verb, "prep", "dative") if parse.words[p].lower() == "to" and parse.child(p, "pobj") is not None]
        return [
            reach(clauses, p)
            for p in causes
            if parse.child(parse.child(p, "pobj") or p, "acl", "ccomp") is not None or lemma in ("attribute", "ascribe")
        ]
    if lemma == "admit" and any(parse.words[p].lower() == "to" for p in parse.all(verb, "prep", "dative")):
        return []  # "admitted Chile to the pact"
    objects = parse.all(verb, "nsubjpass") if passive else parse.all(verb, "dobj")
    heard = ACTORS if lemma in clauses.lexicon.words("informing") else ("Person",)
    things = [o for o in objects if o != verb and parse.pos[o] not in ("PRON", "PROPN")]
    ranges = [reach(clauses, o) for o in things if passive or clauses.type_of(o) not in heard]
    for prep in parse.all(verb, "prep"):
        if parse.words[prep].lower() in ("of", "about", "with", "on", "over", "for") and parse.child(prep, "pcomp") is not None:
            ranges.append(reach(clauses, parse.child(prep, "pcomp") or prep))
        elif parse.words[prep].lower() in ("of", "to", "as", "about", "for") and parse.child(prep, "pobj", "amod") is not None:
            ranges.append(reach(clauses, prep))
    return ranges + [q for q in quoted if not any(f <= q[0] <= last for f, last in ranges) and q[1] - q[0] > 3]


def closed(clauses: Clauses, verb: int, piece: tuple[int, int], quotes: list[tuple[int, int]]) -> tuple[int, int]:
    """ ""We think it is over," Lee said, adding …": what somebody thinks within a quotation ends with it, where others tell behind it."""
    parse, (first, last) = clauses.parse, piece
    end = next((q[1] for q in quotes if q[0] < verb < first < q[1] < last), None)
    tells = end is not None and any(
        parse.lemmas[i] in clauses.lexicon.reporting_verbs and parse.tags[i] in ("VBD", "VBZ") and parse.child(i, *SUBJECTS) is not None
        for i in range(end + 1, last + 1)
    )
    return (first, end) if end is not None and tells else piece


def behind_colon(clauses: Clauses, verb: int, piece: tuple[int, int], quotes: list[tuple[int, int]]) -> tuple[int, int]:
    """ "The rule is clear: "No boat leaves," the captain said": what stands before a colon and a quotation is not what the speaker said."""
    parse, (first, last) = clauses.parse, piece
    opened = next(
        (q[0] for q in quotes if first < q[0] - 1 and parse.words[q[0] - 1] == ":" and q[0] <= last and (q[0] < verb <= q[1] + 1 or q[1] < verb)),
        None,
    )
    return piece if opened is None or first > verb or parse.quoted(opened - 1) else (opened, last)


def before_according(clauses: Clauses, piece: tuple[int, int]) -> tuple[int, int]:
    """ "Ruiz said the dam would break, according to the paper": the paper tells that she said so, and she does not name it."""
    parse, (first, last) = clauses.parse, piece
    cue = next((i for i in range(last, first + 1, -1) if parse.words[i].lower() == "according"), None)
    if cue is None or parse.words[cue - 1] != "," or parse.quoted(cue) or parse.left(cue) != cue or parse.right(cue) < last - 1:
        return piece
    return first, cue - 2


def same_brackets(clauses: Clauses, verb: int, token: int) -> bool:
    """ "The bank was fined (its chairman denied the fraud)": what stands before the bracket is not said by the verb inside."""
    words, first = clauses.parse.words, clauses.parse.sentences[clauses.parse.sentence_of[verb]][0]
    opened = next((i for i in range(verb - 1, first - 1, -1) if words[i] in ("(", ")")), first)
    return words[opened] != "(" or not first <= token < opened


def consequence(clauses: Clauses, participle: int) -> list[tuple[int, int]]:
    """What is reported to have followed ("killing five"), without what the writer makes of it ("marking a new stage of the war") or adds up
    ("bringing the total to nine")."""
    parse, words = clauses.parse, clauses.lexicon.words("comment")
    verbs = [i for i in parse.subtree(participle) if parse.tags[i] == "VBG" and parse.deps[i] in ("advcl", "acl", "conj") and i >= participle]
    for verb in verbs:
        first, last = verb, parse.right(verb)
        counted = any(parse.pos[i] == "NUM" for i in range(first, last + 1))
        added = verb in (participle, *parse.all(participle, "conj", "advcl")) or parse.words[verb - 1] == ","
        summed = any(parse.lemmas[o] in clauses.lexicon.words("sum") for o in parse.all(verb, "dobj") for o in (o, *parse.all(o, "amod", "compound")))
        if summed or (parse.lemmas[verb] in words and added and not counted):
            return without(reach(clauses, participle), (first, last)) if verb != participle else []
    return [reach(clauses, participle)]


def _after_colon(clauses: Clauses, verb: int) -> bool:
    """ "The rule is clear: last week the judge said …": what stands before the colon is not what the judge said."""
    parse, subject = clauses.parse, clauses.parse.child(verb, *SUBJECTS)
    if subject is None or subject > verb:
        return False
    begin = parse.left(subject)
    for part in reversed([c for c in parse.all(verb, "advmod", "npadvmod", "prep", "punct", "cc") if c < subject and parse.words[c] != ":"]):
        begin = parse.left(part) if parse.right(part) == begin - 1 else begin
    return parse.words[begin - 1] == ":"


def _joined_behind(clauses: Clauses, verb: int, last: int) -> int:
    """ "Ruiz met the owner, as the paper reported, and he will sell": where what was reported ends, and the writer goes on."""
    parse, told = clauses.parse, clauses.parse.heads[verb]
    joined = (c for c in parse.all(told, "conj") if c > verb > told and parse.child(c, *SUBJECTS, *PASSIVE_SUBJECTS) is not None)
    clause = next(joined, None) if parse.child(verb, "mark") is not None else None
    if clause is None:
        return last
    last = parse.left(clause) - 1
    while parse.deps[last] in ("cc", "punct"):
        last -= 1
    return last


def around_cue(clauses: Clauses, verb: int, piece: tuple[int, int]) -> list[tuple[int, int]]:
    """ "They will build schools, says the report, including …": who says so in the middle of it is no part of what is said."""
    parse = clauses.parse
    if not piece[0] < verb < piece[1]:
        return [piece]
    own = [verb, *(edge for s in parse.all(verb, *SUBJECTS) for edge in (parse.left(s), parse.right(s)))]
    return without(piece, (min(own), max(own)))


def without_asides(clauses: Clauses, cue: int, piece: tuple[int, int], quotes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """ "Manny, as he was known, "loved boats," Ruiz said", "…, as the paper reported, …, Ruiz said": what is put between commas with "as" is the
    writer's, were it in the middle of what somebody says."""
    parse, pieces = clauses.parse, [piece]
    for verb in (i for i in range(piece[0], piece[1] + 1) if parse.deps[i] == "advcl" and i < cue):
        first, last = parse.left(verb), parse.right(verb)
        apart = piece[0] < first and parse.words[first].lower() == "as" and parse.words[first - 1] == "," and parse.words[last + 1] == ","
        named = parse.lemmas[verb] in _NAMED and clauses.passive(verb) and any(last < q[0] < cue for q in quotes)
        if apart and pieces and not parse.quoted(verb) and (named or (_as_told(clauses, verb) and parse.child(verb, *SUBJECTS) is not None)):
            pieces[-1:] = without(pieces[-1], (first, last))
    return pieces


def _after_quote(clauses: Clauses, clause: int) -> bool:
    """ "said he would talk "any day," a broad offer that …": what follows the quotation with "a" is the writer's."""
    parse = clauses.parse
    first, last = parse.left(clause), parse.right(clause)
    while first < last and parse.pos[first] == "PUNCT":
        first += 1
    closed = parse.words[first - 1] == '"' and parse.words[first - 2] == ","
    return closed and parse.words[first].lower() in ("a", "an") and not parse.quoted(first)


def _goes_on(clauses: Clauses, verb: int, clause: int) -> bool:
    """ "The bank was fined, the paper reported, because it hid losses": a reason after the cue is of what was said before it."""
    parse = clauses.parse
    marks = {parse.words[m].lower() for m in parse.all(clause, "mark")}
    leading = all(c < verb for c in parse.all(verb, *CONTENTS)) and verb < clause
    return leading and bool(marks & {"because", "if", "unless", "although", "though", "so"}) and parse.words[parse.left(clause) - 1] == ","


def _fronted(clauses: Clauses, verb: int, clause: int) -> bool:
    """ "If it rains, Ruiz said, the dam will burst": before a cue between commas stands what is said, too."""
    parse = clauses.parse
    subject = parse.child(verb, *SUBJECTS)
    if subject is None or not clause < subject < verb or verb + 1 >= len(parse) or parse.words[verb + 1] != ",":
        return False
    told = [c for c in parse.all(verb, "ccomp") if c > verb and parse.left(c) <= verb + 2 and parse.child(c, "mark") is None]
    ends = parse.words[parse.right(clause) + 1] == "," and parse.left(clause) == parse.sentences[parse.sentence_of[verb]][0]
    return bool(told) and ends and parse.tags[verb] in ("VBD", "VBZ", "VBP")


def appraised_for(clauses: Clauses, verb: int) -> list[tuple[int, int]]:
    """ "praised the army for freeing the town", "credited him with saving it": what somebody is praised or blamed for, by somebody who is named."""
    parse = clauses.parse
    lemma = parse.lemmas[verb]
    by = lemma == "credit" or (parse.child(verb, "agent") is not None if clauses.passive(verb) else parse.child(verb, "dobj") is not None)
    if not by or not clauses.lexicon.appraises(lemma):
        return []
    words = ("for", {"credit": "with", "congratulate": "on", "compliment": "on"}.get(lemma, "for"))
    preps = [p for p in parse.all(verb, "prep") if p > verb and parse.words[p].lower() in words]
    return [reach(clauses, c) for p in preps for c in parse.all(p, "pcomp") if parse.tags[c] == "VBG"]


def _characterization(clauses: Clauses, verb: int) -> list[tuple[int, int]]:
    """What a thing is taken for: after "as", or a second object."""
    parse = clauses.parse
    taken = [p for p in parse.all(verb, "prep") if parse.words[p].lower() == "as"] + parse.all(verb, "oprd", "xcomp", "ccomp")
    called = quoted_name(parse, verb) if not taken else None
    things = parse.all(verb, "oprd")[:-1]  # "called Ana Ruiz an enemy": of two the first is who is called so
    return [reach(clauses, token) for token in (taken if called is None else [called]) if token > verb and token not in things]


def quoted_name(parse: Parse, verb: int) -> int | None:
    """ "called her son "a hero"": what stands in marks right behind the thing, and was taken for an apposition to it."""
    for thing in [o for o in parse.all(verb, "dobj") if o > verb]:
        for noun in parse.all(thing, "appos"):
            first = parse.left(noun)
            if parse.tags[noun] in ("NN", "NNS") and {parse.words[first - 1], parse.words[first]} & QUOTATION_MARKS and first - thing <= 2:
                return noun
    return None


def _near(clauses: Clauses, verb: int, quote: tuple[int, int]) -> bool:
    """A quotation is the verb's when no other verb of reporting lies between them."""
    parse = clauses.parse
    above = parse.heads[verb]
    if parse.tags[verb] == "VBG" and parse.deps[verb] == "advcl" and above < quote[0] < verb and _reports(clauses, above):
        return False  # "said: "…," adding that …"
    low, high = (verb + 1, quote[0]) if verb < quote[0] else (quote[1], verb)
    return not any(parse.pos[i] == "VERB" and _reports(clauses, i) for i in range(low, high))


def _reports(clauses: Clauses, verb: int) -> bool:
    """Whether a verb is one of reporting, be it only with a that-clause ("adding that")."""
    lemma, reporting = clauses.parse.lemmas[verb], clauses.lexicon.reporting_verbs
    return lemma in reporting or (f"{lemma} that" in reporting and clauses.parse.child(verb, "ccomp") is not None)


def inserted(clauses: Clauses, verb: int) -> bool:
    """ "The dam, officials said, will hold", "…, as they reported": the cue has a subject, no complement, and commas around it."""
    parse = clauses.parse
    first, last = reach(clauses, verb)
    start, after = parse.sentences[parse.sentence_of[verb]]
    marks = (",", '"', ".")
    leads = first == start or (first == start + 1 and parse.deps[start] == "cc")  # "But as Ruiz noted, …"
    closed = (leads or parse.words[first - 1] in marks or parse.words[first] in marks) and (
        last + 1 >= after or parse.words[last + 1] in marks or parse.words[last] in marks
    )
    marked = [m for m in parse.all(verb, "mark", "advmod") if parse.words[m].lower() != "as" or not _as_told(clauses, verb)]
    by = parse.child(verb, "mark") is not None and parse.child(verb, "agent") is not None  # "as reported by the paper, …"
    heard = parse.lemmas[verb] in clauses.lexicon.words("informing") and parse.child(verb, "mark") is not None  # "as Ruiz told the paper"
    return closed and (by or bool(parse.all(verb, *SUBJECTS))) and not marked and (heard or parse.child(verb, "dobj") is None)


def _as_told(clauses: Clauses, verb: int) -> bool:
    """ "…, as the paper reported": not "as they hoped", "as he spoke", and nothing that is denied."""
    told = clauses.lexicon.reporting_verbs.get(clauses.with_particle(verb)) in ("actual", "alleged")
    return told and clauses.parse.child(verb, "neg") is None and clauses.parse.child(clauses.parse.heads[verb], "neg") is None
