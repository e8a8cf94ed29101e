"""One spelling to compare in: Kazakh of any script as lower-case Cyrillic, letters that scripts confuse made equal."""

from __future__ import annotations

from dalel.transliteration import Folded, fold, skeleton


def comparable(text: str, language: str) -> Folded:
    """`text` as it is compared, with the way back to its offsets; English is only lower-cased."""
    if language == "en":
        return Folded(lower(text))
    folded = fold(text)
    return Folded(skeleton(lower(folded.text)), folded.starts)


def lower(text: str) -> str:
    """`text` in lower case, every character in its place (the lower case of "İ" is two characters)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def key(word: str) -> str:
    """A word of a data file in the spelling that `comparable` gives to texts in Kazakh or Russian."""
    return skeleton(lower(word))
