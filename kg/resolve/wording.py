"""How names are taken apart for comparison: persons by given name and surname, others by words, initials and legal form."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon

_ACRONYM = 5  # letters of an abbreviation, at most
_INITIALS = 3  # words that an abbreviation stands for, at least


@lru_cache(maxsize=1 << 16)
def plain(name: str) -> str:
    """A name for comparison: without accents, case, dots, possessives and an article."""
    text = unicodedata.normalize("NFKD", name)
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    text = re.sub(r"['’]s\b|[.'’]", "", text)
    return re.sub(r"^the\s+|[^\w]+", " ", text).strip()


#: Spellings of one sound in names that were written in other letters first: "Fouad" and "Fuad", "Tariq" and "Tarik", "Yury" and "Yuriy".
_SPELLINGS = (
    (re.compile("ou|oo"), "u"),
    (re.compile("ee"), "i"),
    (re.compile("q|ck|c(?![ehiy])"), "k"),
    (re.compile(r"([^aeiou])\1+"), r"\1"),
    (re.compile("(?:iy|ij|y)$"), "i"),
)
_SHORTEST, _LONG, _LONGER = 4, 5, 6  # letters of names that are compared by sound, of those with vowels that may change, and with "a" for "e"
_VOWELS = frozenset({frozenset("ou"), frozenset("ei")})


@lru_cache(maxsize=1 << 16)
def _sound(word: str) -> str:
    for spelling, sound in _SPELLINGS:
        word = spelling.sub(sound, word)
    return word


def consonants(word: str) -> str:
    """What spellings of one name have in common."""
    return re.sub("[aeiouy]", "", _sound(word))


def spelled_alike(one: str, other: str) -> bool:
    """Whether two words are one name, or can be one that was put into Latin letters in two ways: "Mahmoud" and "Mahmud", "Seniora" and "Siniora".

    Between consonants "o" and "u", or "e" and "i", of a name of some length are one vowel, and "a" and "e" of a longer one; a last letter tells
    names apart ("Maria" and "Mario"), and so does any letter of a short one ("Li Peng" and "Li Ping").
    """
    if one == other:
        return True
    some, others = _sound(one), _sound(other)
    if len(some) != len(others) or len(some) < _SHORTEST:
        return False
    pairs = [(n, frozenset((a, b))) for n, (a, b) in enumerate(zip(some, others, strict=True)) if a != b]
    vowels = _VOWELS | ({frozenset("ae")} if len(some) >= _LONGER else set())
    return not pairs or (len(some) >= _LONG and len(pairs) < 3 and all(n < len(some) - 1 and pair in vowels for n, pair in pairs))


@dataclass(frozen=True, slots=True)
class PersonName:
    """``given`` holds what precedes the surname, in plain words; it is empty for a lone name."""

    given: tuple[str, ...]
    surname: str
    suffix: str = ""  # "jr", "iii"

    @property
    def full(self) -> bool:
        """Whether the first name is written out."""
        return bool(self.given) and len(self.given[0]) > 1


def person_name(words: tuple[str, ...], lexicon: Lexicon) -> PersonName:
    """Plain words of a name in the order of the West; particles ("al", "von") belong to no part."""
    suffix = words[-1] if len(words) > 1 and words[-1] in lexicon.words("nameSuffix") else ""
    kept = [word for word in words[: len(words) - bool(suffix)] if word not in lexicon.words("nameParticle")] or list(words)
    while len(kept) > 2 and kept[0] in lexicon.title_words:
        kept = kept[1:]  # a title that went into the name
    return PersonName(tuple(kept[:-1]), kept[-1], suffix)


def without_form(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """A company's words without "Inc", "AG", "Ltd"."""
    return words[:-1] if len(words) > 1 and words[-1] in lexicon.words("legalForm") else words


def without_kind(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """A name's words without the noun that says what it names: "veldt" of "Veldt Province", "blue heron" of "the Blue Heron group".

    Of a place one word is enough to know it by; of others it takes two, for the "Olympic movement" is not "Olympic".
    """
    kind = words[-1] if len(words) > 1 and words[-1] in lexicon.words("nameKind") else ""
    return words[:-1] if kind and (len(words) > 2 or lexicon.noun_types.get(kind) == "Place") else words


def is_acronym(label: str) -> bool:
    letters = label.replace(".", "")
    return letters.isupper() and letters.isalpha() and 1 < len(letters) <= _ACRONYM


def initials(label: str) -> str:
    """The capitals of a long name in lower case, "" where they are too few to be its abbreviation."""
    capitals = [word[0] for word in re.findall(r"\w+", label) if word[0].isupper()]
    return "".join(capitals).lower() if len(capitals) >= _INITIALS else ""


def is_generic(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether no word tells whose institution it is: "Health Ministry", "Supreme Court"."""
    institution, national = lexicon.words("institution"), lexicon.words("national")
    return all(word in institution or word in national or word in lexicon.noun_types or word in lexicon.title_words for word in words)
