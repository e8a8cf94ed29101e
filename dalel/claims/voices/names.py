"""Names of persons: where one begins and ends in a row of words, and its form in the nominative."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dalel.claims.voices.mentions import Word
from dalel.claims.voices.tables import Tables

SHORTEST = 2  # letters of a word of a name
STEM = 4  # letters by which a surname is known again, at least; its last two may be an ending


def name_end(words: Sequence[Word], at: int, may: Callable[[Word], bool], tables: Tables) -> int:
    """The index behind the name that begins at words[at]; `at` where none begins there. Initials and a surname, or two
    words with capitals, three with a patronymic among them.
    """
    end = _initials(words, at)
    if end > at:
        return end + 1 if end < len(words) and _part(words[end], may) and words[end].gap.strip(". ") == "" else at
    if not _part(words[at], may):
        return at
    end = at + 1
    if end + 1 < len(words) and words[end].acronym and _part(words[end + 1], may):
        return end + 2 if words[end].follows and words[end + 1].follows else at  # an abbreviation within a name
    while end < min(len(words), at + 3) and words[end].follows and _part(words[end], may):
        end += 1
    if end - at == 3 and not any(word.low.endswith(tables.patronymics) for word in words[at:end]):
        end = at + 2
    return end if end - at >= 2 else at


def _part(word: Word, may: Callable[[Word], bool]) -> bool:
    return word.capital and not word.acronym and len(word.low) >= SHORTEST and may(word)


def _initials(words: Sequence[Word], at: int) -> int:
    """The index behind one or two initials."""
    end = at
    while (
        end < min(len(words) - 1, at + 2)
        and len(words[end].printed) == 1
        and words[end].capital
        and words[end + 1].gap.startswith(".")
    ):
        end += 1
    return end


def printed(words: Sequence[Word]) -> str:
    """The name as it stands, single-spaced, a full stop behind an initial."""
    return " ".join(
        f"{word.printed}." if len(word.printed) == 1 else word.printed for word in words if not word.acronym
    )


def nominative(words: Sequence[Word], case: str, tables: Tables) -> str:
    """The name, which stands in `case`, in the nominative: by the table of endings of names in that case."""
    return " ".join(
        f"{word.printed}." if len(word.printed) == 1 else _turned(word.printed, tables.names.get(case, ()))
        for word in words
        if not word.acronym
    )


def _turned(word: str, table: Sequence[tuple[str, str]]) -> str:
    for end, instead in table:
        if word.endswith(end) and len(word) - len(end) >= SHORTEST:
            return word[: len(word) - len(end)] + instead
    return word


def stem(word: Word) -> str:
    """The beginning of a surname, the same in every case."""
    return word.low[: max(STEM, len(word.low) - 2)]
