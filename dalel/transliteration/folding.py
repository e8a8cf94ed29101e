"""Folding: word by word into Cyrillic, keeping where each letter came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dalel.transliteration import arabic, latin
from dalel.transliteration.letters import ARABIC_SIGNS, INVISIBLE, LOOKALIKE_CYRILLIC

FOREIGN = re.compile(r"[A-Za-z\u00c0-\u024f\u0259\u0600-\u06ff]+")
HIDDEN = re.compile(f"[{INVISIBLE}]")
ARABIC_LETTER = re.compile(r"[\u0620-\u065f\u066e-\u06d3\u06d5\u06fa-\u06ff]")
SHORT = 24  # characters: a word asked for by itself is not kept, it would push out the texts
HEAD = 4000  # characters that decide whether Latin or Cyrillic is the text's own script
# A word with its marks and strays; a letter of the Arabic script may be torn off its word by a space.
WORD = re.compile(
    r"(?P<arabic>(?:(?<![\u0620-\u06d5])[\u0621\u0674\u0628-\u0647\u0679-\u06c6] (?=[\u0620-\u06d5]))*"
    r"[\u0620-\u065f\u066e-\u06d3\u06d5\u06fa-\u06ff\u00ad\u200b-\u200f]+)"
    r"|(?P<latin>[A-Za-z\u00c0-\u024f\u0259\u0300-\u036f\u0400-\u04ff\u00ad\u200b-\u200f]+)"
    rf"|(?P<sign>[{''.join(ARABIC_SIGNS)}])|(?P<hidden>[{INVISIBLE}])"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in Cyrillic and the way back; `starts` is None where the text was passed through."""

    text: str
    starts: Sequence[int] | None = None  # offset in the original of each folded character, and of the end

    def original(self, offset: int) -> int:
        """Offset in the original of the character at `offset` of the folded text; its length maps to the length."""
        return offset if self.starts is None else self.starts[offset]

    def folded(self, offset: int) -> int:
        """Offset in the folded text of the character that `offset` of the original went into."""
        if self.starts is None:
            return offset
        return max(0, bisect_right(self.starts, offset) - 1)


def fold(text: str) -> Folded:
    """`text` with Kazakh Latin and Arabic words in Cyrillic letters; see the package for what is kept and guessed."""
    if FOREIGN.search(text) is None and HIDDEN.search(text) is None:
        return Folded(text)
    head = text[:HEAD]
    if _cyrillic_letters(head) > len(latin.LETTER.findall(head)) and ARABIC_LETTER.search(text) is None:
        return _repair(text)
    return _transliterate(text) if len(text) <= SHORT else _kept(text)


def _repair(text: str) -> Folded:
    """A Cyrillic text without invisible characters and without Latin letters inside Cyrillic words."""
    pieces, done = [], 0
    for match in FOREIGN.finditer(text):
        start, end = match.span()
        if _cyrillic_at(text, start - 1) or _cyrillic_at(text, end) or _suffix_at(text, start, end):
            pieces += [text[done:start], *(LOOKALIKE_CYRILLIC.get(letter, letter) for letter in match[0])]
            done = end
    repaired = "".join([*pieces, text[done:]]) if pieces else text
    if HIDDEN.search(repaired) is None:
        return Folded(repaired)
    starts = [i for i, letter in enumerate(repaired) if letter not in INVISIBLE]
    return Folded("".join(repaired[i] for i in starts), [*starts, len(text)])


def _cyrillic_letters(text: str) -> int:
    """How many characters of the block U+0400 to U+04FF: those whose high byte in UTF-16 is 4."""
    return text.encode("utf-16-le", "surrogatepass")[1::2].count(4)


def _cyrillic_at(text: str, position: int) -> bool:
    return 0 <= position < len(text) and "\u0400" <= text[position] <= "\u04ff"


def _suffix_at(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is a Kazakh suffix typed in Latin after a number: the i of "3134-i"."""
    return end - start <= 2 and start >= 2 and text[start - 1] in "-–" and text[start - 2].isdigit()


@lru_cache(maxsize=4)
def _kept(text: str) -> Folded:
    """Kept for the next who asks: numbers and claims are read from the same text, one after the other."""
    return _transliterate(text)


def _transliterate(text: str) -> Folded:
    style = latin.style(text)
    pieces: list[str] = []
    starts: list[int] = []
    done = 0
    for match in WORD.finditer(text):
        pieces.append(text[done : match.start()])
        starts.extend(range(done, match.start()))
        for letters, offset in _word(match, style):
            pieces.append(letters)
            starts.extend([match.start() + offset] * len(letters))
        done = match.end()
    pieces.append(text[done:])
    starts.extend(range(done, len(text) + 1))
    return Folded("".join(pieces), starts)


def _word(match: re.Match[str], style: str) -> list[tuple[str, int]]:
    """The Cyrillic letters of one word, each with the offset in the word of the letter it came from."""
    word = match[0]
    if match["arabic"]:
        return arabic.letters(word)
    if match["sign"]:
        return [(ARABIC_SIGNS[word], 0)]
    if match["hidden"]:
        return []
    return latin.letters(word, style)
