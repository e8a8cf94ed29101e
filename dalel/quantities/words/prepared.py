"""A text made ready for the grammar: Cyrillic or English, one line break ahead, offsets kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dalel.errors import UnknownName
from dalel.languages import known
from dalel.languages.identify import identify
from dalel.quantities.words.cleaned import cleaned
from dalel.transliteration import fold, skeleton

OTHER = re.compile(r"[A-Za-z\u00c0-\u024f\u0600-\u06ff]")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
GUESS = {"Cyrl": "ru", "Arab": "kk"}
HEAD = 400
CYRILLIC_BLOCK = 4  # U+04xx


class Prepared:
    """The text to read, the language it is read in, whether it was folded, and the way back to the original offsets
    (None: they are one less)."""

    __slots__ = ("folded", "language", "original", "text")

    def __init__(self, text: str, language: str, folded: bool, original: Callable[[int], int] | None) -> None:
        self.text, self.language, self.folded, self.original = text, language, folded, original


def prepare(text: str, language: str | None) -> Prepared:
    """Raises UnknownName for a language without words."""
    if language is None:
        guessed, script = identify(text)
        language = guessed if guessed != "other" else GUESS.get(script, "en")
    elif language not in known():
        raise UnknownName("language", language, known())
    clean, starts = cleaned(text)
    if language == "kk" and in_other_script(clean):
        folded = fold(clean)
        if folded.starts is not None:
            way = folded.starts if starts is None else [starts[place] for place in folded.starts]
            return Prepared("\n" + skeleton(lowered(folded.text)), language, True, back(way))
    return Prepared("\n" + clean, language, False, None if starts is None else back(starts))


def back(starts: Sequence[int]) -> Callable[[int], int]:
    """The way from an offset behind the line break ahead to the text as given."""
    return lambda offset: starts[offset - 1] if offset else 0


def in_other_script(text: str) -> bool:
    """Whether most words of a Kazakh text begin with a Latin or Arabic letter."""
    blocks = text[:HEAD].encode("utf-16-le", "replace")[1::2]
    if blocks.count(CYRILLIC_BLOCK) * 5 >= min(len(text), HEAD) * 3:  # plainly Cyrillic, the most frequent case
        return False
    if OTHER.search(text, 0, HEAD) is None:
        return False
    initials = "".join([word[0] for word in text[:HEAD].split()])
    others, cyrillic = len(OTHER.findall(initials)), len(CYRILLIC.findall(initials))
    return others > cyrillic and cyrillic * 2 < len(initials)


def lowered(text: str) -> str:
    """Lower case of the same length: the one letter that grows, İ, is left to its base."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
