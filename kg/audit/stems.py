"""Stems: what the forms of a word share."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_](?:['.]?[^\W\d_])*|\d[\d.,:]*(?:-\d[\d.,:]*)*")
_POSSESSIVE = re.compile(r"'s$|s'$")
#: Derivational and inflectional endings, longest first, and the letters that must be left before them (after Porter's step 1 to 4, in one pass).
_ENDINGS = tuple(
    sorted(
        "ization isation ations ation ates ated ating ate ments ment ities ity ings ing ions ion ors or ers er ures ure als al ances ance ences ence "
        "ives ive ed es s ies ied ly e y".split(),
        key=lambda ending: (-len(ending), ending),
    )
)
_LEFT = 4
_I = frozenset({"ies", "ied", "y"})  # "policy", "policies" → "polici"; "police" → "polic"
_FORMS = frozenset({"es", "s", "ed", "ies", "ied", "e", "y"})  # endings that may leave three letters


def stem(word: str) -> str:
    """What inflected and derived forms of a word share, roughly: "trafficking", "traffickers" → "traffick"."""
    word = _POSSESSIVE.sub("", word.lower()).replace(".", "").replace("'", "")
    for _ in range(2):
        for ending in _ENDINGS:
            left = len(word) - len(ending)
            if word.endswith(ending) and left >= (3 if ending in _FORMS else _LEFT) and not (ending == "s" and word.endswith("ss")):
                word = word[:left] + "i" * (ending in _I)
                break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word


def stems_of(text: str) -> list[str]:
    return [stem(word) for word in WORD.findall(text)]
