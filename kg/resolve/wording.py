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
