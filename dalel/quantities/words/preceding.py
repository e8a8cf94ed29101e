"""What stands before a number: an approximator, a currency sign or code, or a word that makes it no quantity."""

from __future__ import annotations

from dalel.quantities.words.number_words import Lexicon

REACH = 48  # characters looked back
OPENING = "(«\"'“‘[—–-"


class Left:
    """The words before a position in its line, the nearest first.

    `glued`: the nearest touches the number. `matters`: it, or the one behind a preposition, can concern the number.
    """

    def __init__(self, text: str, position: int, lexicon: Lexicon) -> None:
        low = position - REACH if position > REACH else 0
        before = text[low:position]
        if "\n" in before:
            before = before[before.rindex("\n") + 1 :]
        self.text, self.position = text, position
        self.words = words = before.split()
        words.reverse()
        if not words:
            self.word, self.glued, self.matters = "", False, False
            return
        self.glued = not before[-1].isspace()
        self.word = word = words[0].lstrip(OPENING)
        self.matters = (
            self.glued
            or (not word and self.dashed(lexicon))
            or lexicon.matters(word)
            or (word in lexicon.between and len(words) > 1 and lexicon.matters(words[1].lstrip(OPENING)))
        )

    def dashed(self, lexicon: Lexicon) -> bool:
        """Whether a dash stands between a name and its number: COVID – 19."""
        return len(self.words) > 1 and self.words[1].lstrip(OPENING) in lexicon.names

    def start(self, at: int) -> int:
        """Where words[at] begins, without brackets and quotes before it."""
        position = self.position
        for found in self.words[: at + 1]:
            position = self.text.rfind(found, 0, position)
        found = self.words[at]
        return position + len(found) - len(found.lstrip(OPENING))


def approximator(left: Left, at: int, lexicon: Lexicon) -> tuple[str, int]:
    """(modality, start) of the approximator whose last word is words[at]; ("", 0) where there is none."""
    words = left.words
    if at >= len(words):
        return "", 0
    bare = words[at].lstrip(OPENING)
    known = lexicon.before.get(bare)
    if known is None:
        return "", 0
    if known.longer and at + 1 < len(words) and words[at] == bare:
        for others, modality in known.longer.get(words[at + 1].lstrip(OPENING), ()):
            last = at + len(others)
            if last >= len(words) or words[last].lstrip(OPENING) != others[-1]:
                continue
            if tuple(words[at + 1 : last]) == others[:-1]:
                return modality, left.start(last)
    return (known.alone, left.start(at)) if known.alone else ("", 0)
