"""What stands before a number: an approximator, a currency sign or code, or a word that makes it no quantity."""

from __future__ import annotations

from dalel.extraction.numbers.lexicon import Lexicon

REACH = 48  # characters looked back
OPENING = "(«\"'“‘[—–-"


class Left:
    """The words before a position, last first, and where each begins."""

    __slots__ = ("glued", "starts", "words")

    def __init__(self, text: str, position: int) -> None:
        low = max(0, position - REACH)
        line = text.rfind("\n", low, position)
        low = line + 1 if line >= 0 else low
        self.words: list[str] = text[low:position].split()[:-7:-1]
        self.starts: list[int] = []
        at = position
        for found in self.words:
            at = text.rfind(found, low, at)
            self.starts.append(at)
        self.glued = bool(self.words) and not text[position - 1].isspace()


def approximator(left: Left, at: int, lexicon: Lexicon) -> tuple[str, int]:
    """(modality, start) of the approximator whose last word is words[at]; ("", 0) where there is none."""
    words = left.words
    if at >= len(words):
        return "", 0
    choices = lexicon.before.get(words[at].lstrip(OPENING))
    for phrase, modality in choices or ():
        if len(words) < at + len(phrase):
            continue
        last = at + len(phrase) - 1
        if (
            all(words[at + i] == part for i, part in enumerate(phrase[:-1]))
            and words[last].lstrip(OPENING) == phrase[-1]
        ):
            return modality, left.starts[last] + len(words[last]) - len(words[last].lstrip(OPENING))
    return "", 0
