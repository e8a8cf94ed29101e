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


def spellings(word: str, language: str) -> tuple[str, ...]:
    """A word of a data file as `comparable` may give it: in Kazakh also as the Latin and Arabic scripts, which have no
    я, ю and ь, fold ("компьютер", "kompıýter").
    """
    if language == "en":
        return (lower(word),)
    folded = word.replace("ия", "ииа").replace("ию", "ииу").replace("я", "иа").replace("ю", "иу").replace("ь", "")
    return tuple(dict.fromkeys((key(word), key(folded)) if language == "kk" else (key(word),)))
