"""Nouns mentioned before a number that counts them without saying so: камеры установлены в 563; число жалоб ... 412."""

from __future__ import annotations

from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import REMEMBERED, Lexicon
from dalel.quantities.words.preceding import OPENING
from dalel.quantities.words.word import Mention

CLOSING = ",;:.!?)»"
AROUND = OPENING + ',.;:!?)»"'
BACK, FAR = 8, 160  # words looked back for a noun in the same clause; characters for one in any
TALLY = 12  # words looked back for "number of"
SENTENCE = ".;:!?"
DIGITS = "0123456789"
ENDS, GOES_ON = (Mention(closes, code="", oblique=False, bars=False) for closes in (True, False))  # numbers
NAMED = 4  # words behind "number of" that may name what is counted: the number of measles cases


def words_before(draft: Draft, text: str) -> list[str]:
    """The words before the draft in its line."""
    return text[max(0, draft.start - FAR) : draft.start].rpartition("\n")[2].split()


def nearest(words: list[str], lexicon: Lexicon) -> str:
    """The last noun among the words that is in no oblique case, if it stands in the last clause; "" for none."""
    known = lexicon.mentions
    for found in words[: -BACK - 1 : -1]:
        said = known.get(found) or mention(found, lexicon)
        if said.closes or said.bars:
            break
        if said.code and not said.oblique:
            return said.code
    return ""


def last(words: list[str], lexicon: Lexicon) -> str:
    """The last noun among the words in whatever case and clause; "" for none."""
    here = True
    for distance, found in enumerate(words[: -BACK * 2 - 1 : -1]):
        said = lexicon.mentions.get(found) or mention(found, lexicon)
        here = here and not said.closes and distance != BACK
        if said.code:
            return said.code
        if here and said.bars:
            break
    return ""


def mention(found: str, lexicon: Lexicon) -> Mention:
    """What a word as printed says before a number."""
    if found[0] in DIGITS:
        return ENDS if found[-1] in CLOSING else GOES_ON
    entry = lexicon.find(found.strip(AROUND))
    noun = entry if entry is not None and entry.unit == word.NOUN and entry.text not in lexicon.no_nouns else None
    if noun is not None and noun.qualifies and lexicon.manner.attributes:
        noun = None  # a singular: school food
    lends = noun is not None and noun.code not in lexicon.lends_not
    said = Mention(
        closes=found[-1] in CLOSING,
        code=noun.code if noun is not None and lends else "",
        oblique=noun is not None and lends and noun.text.endswith(lexicon.oblique),
        bars=noun is not None and noun.code in lexicon.bars,
    )
    if len(lexicon.mentions) >= REMEMBERED:
        lexicon.mentions.clear()
    if found.strip(AROUND).isalpha():  # words end, numbers do not
        lexicon.mentions[found] = said
    return said


def tallied(words: list[str], lexicon: Lexicon) -> str:
    """The noun whose number is spoken of in the same sentence: число жалоб, the number of measles cases, құжат саны."""
    if lexicon.tallies.isdisjoint(words[-TALLY:]):
        return ""
    for distance, found in enumerate(words[: -TALLY - 1 : -1]):
        if distance and found[-1] in SENTENCE:
            break
        if found in lexicon.tallies:
            at = len(words) - 1 - distance
            named = words[at - 1 : at] if lexicon.inflects else words[at + 1 : at + 1 + NAMED]
            entries = (lexicon.find(other.strip(AROUND)) for other in named)
            return next((entry.code for entry in entries if entry is not None and entry.unit == word.NOUN), "")
    return ""
