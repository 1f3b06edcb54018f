"""Prefixes that the parser's tokens cut off at their hyphen: "re-election", "co-sponsor", mended on the parse."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.parse import Parse, move

PREFIXES = frozenset({"re", "ex", "co", "anti", "pro", "pre", "post", "non", "counter", "mid", "inter", "vice", "semi", "multi"})


def join_prefix(parse: Parse, lexicon: Lexicon, prefix: int) -> None:
    """ "running for re-election", "re-nominate him": a prefix that was cut off at its hyphen is no word of its own."""
    word = prefix + 2
    if word >= len(parse) or parse.words[prefix + 1] != "-" or parse.spaced[prefix] or parse.spaced[prefix + 1]:
        return
    if parse.sentence_of[word] != parse.sentence_of[prefix]:
        return
    above = [prefix, *parse.ancestors(prefix)]
    top = next((i for i in above if parse.heads[i] not in (prefix, prefix + 1, word)), above[-1])
    below = any(i in (prefix, prefix + 1) for i in parse.ancestors(word))
    if below and top in (prefix, prefix + 1):
        head, dep = parse.heads[top], parse.deps[top]
        parse.children[parse.heads[word]].remove(word)
        parse.heads[word], parse.deps[word] = word, "ROOT"
        if head != top:
            move(parse, word, head, dep)
    for part in (prefix, prefix + 1):
        for child in [c for c in parse.children[part] if c not in (prefix, prefix + 1)]:
            move(parse, child, word, parse.deps[child])
    for part, dep in ((prefix, "compound"), (prefix + 1, "punct")):
        if parse.heads[part] == part:
            parse.heads[part], parse.deps[part] = word, dep
            parse.children[word] = sorted([*parse.children[word], part])
        else:
            move(parse, part, word, dep)
    whole = f"{parse.words[prefix].lower()}-{parse.lemmas[word]}"
    if parse.pos[word] == "VERB" and (whole in lexicon.verbs or whole.startswith("co-")):
        parse.lemmas[word] = whole  # who co-sponsors a bill does not sponsor it alone
