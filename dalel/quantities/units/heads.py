"""The noun that is counted where another qualifies it: 3,000 school computers, 200 мектеп оқушысы (schoolchildren)."""

from __future__ import annotations

import re

from dalel.quantities.units import unit_phrases
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.word import Word

NEXT = re.compile(r"[ \u00a0]([^\W\d_]+)")


def follows(entry: Word, draft: Draft, text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the word behind `entry`, which ends at `end`, is what the number counts.

    Behind any number but one an English singular only says of what sort that is, known or not; in Kazakh a bare
    noun stands before one with the possessive ending of the third person (izafet): мектеп оқушы-сы. That one is in
    the singular, as all that a Kazakh number counts: екі ел кәсіпкер-лер-і are businessmen of two countries.
    """
    match = NEXT.match(text, end) if entry.qualifies else None
    if match is None or match[1] in lexicon.stop:
        return False
    if lexicon.manner.attributes and draft.value not in (0, 1):
        return True
    other = lexicon.find(match[1])
    if other is None and match[1].endswith(lexicon.izafet or ("\0",)):  # құс фабрикасы: its head is not known
        return True
    if other is None or other.unit != word.NOUN or other.code == entry.code:
        return False
    if not lexicon.inflects:
        return True
    return other.case.startswith("possessive") and not many(other.text, lexicon)


def many(found: str, lexicon: Lexicon) -> bool:
    """Whether a Kazakh noun with a possessive ending is in the plural: кәсіпкер-лер-і, but not компьютер-і."""
    for mark in lexicon.of_many:
        at = found.find(mark, 1)
        stem = lexicon.find(found[:at]) if at > 0 else None
        if stem is not None and stem.unit == word.NOUN:
            return True
    return False


def head(entry: Word, draft: Draft, text: str, end: int, lexicon: Lexicon) -> tuple[Word | None, int]:
    """What the number counts and where it ends: `entry`, or the noun behind it, None where that is not known."""
    while follows(entry, draft, text, end, lexicon):
        match = NEXT.match(text, end)
        other = lexicon.find(match[1]) if match else None
        if match is None or other is None or other.unit != word.NOUN:
            return None, end
        entry, end = unit_phrases.phrase(other, text, match.end(), lexicon)
    return entry, end
