"""A word of Kazakh in Arabic letters.

Vowels are written in pairs of back and front; a hamza before the word, or a letter that only front words have (ك گ ە),
makes them front. A hamza may stand apart from its word or be lost; a letter may be torn off by a space.
"""

from __future__ import annotations

from dalel.transliteration.letters import ARABIC, ARABIC_SIGNS, ARABIC_VOWELS, BACK, FRONT, HAMZA, INVISIBLE, TATWEEL

GLIDE_AFTER = frozenset("اوۇىەه")


def letters(word: str) -> list[tuple[str, int]]:
    """The word in Cyrillic, letter by letter, with the offset of the letter each came from.

    The hamza belongs to the letter after it, so that a word begins where its hamza does.
    """
    front = is_front(word)
    found: list[tuple[str, int]] = []
    begin: int | None = None
    previous = ""
    for offset, letter in enumerate(word):
        if letter in HAMZA:
            begin = offset if begin is None else begin
            continue
        if letter == " " or letter == TATWEEL or letter in INVISIBLE:
            continue
        found.append((_cyrillic(letter, previous, front), offset if begin is None else begin))
        begin, previous = None, letter
    return found


def is_front(word: str) -> bool:
    """Whether the vowels of the word are front: a hamza says so, else its consonants and ە do."""
    if any(letter in HAMZA for letter in word):
        return True
    return any(letter in FRONT for letter in word) and not any(letter in BACK for letter in word)


def _cyrillic(letter: str, previous: str, front: bool) -> str:
    if letter in ARABIC_VOWELS:
        return ARABIC_VOWELS[letter][front]
    if letter in "ييی" and previous in GLIDE_AFTER and previous:
        return "й"
    return ARABIC.get(letter, ARABIC_SIGNS.get(letter, letter))
