"""A number in words, digits or both, read from its first character: "4 млрд 105 млн 381 тыс", "екі мың үш жүз", "1,5".

A number is a sum of groups, each a number below a thousand times a scale, scales falling from left to right. Inside a
group hundreds, tens and ones fall likewise. What does not fit that order begins the next number.
"""

from __future__ import annotations

import re

from dalel.quantities.numbers import denominators, digits, fractions
from dalel.quantities.numbers.reading import TOKEN, Reading, group
from dalel.quantities.words import word
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.word import Word

VULGAR = "e×x^¼½¾⅓⅔⅛"
VULGAR_APART = " 0123456789×x¼½¾⅓⅔⅛"
AFTER_DOT = re.compile(r"\.[ \u00a0\u202f\u2009\t]{0,3}(?:([^\W\d_]+)|([0-9]))")
HYPHENED = re.compile(r" {0,2}- ?([^\W\d_]+)")
OF = re.compile(r"( of\b)|\s*\Z")
JOINED = frozenset({word.NUMERAL, word.ORDINAL, word.SCALE, word.HUNDRED, word.FRACTION, word.PARTS})
SCALED = frozenset({word.SCALE})
INSIDE = frozenset({word.NUMERAL, word.HUNDRED, word.SCALE, word.COUNT})


def read(text: str, start: int, lexicon: Lexicon) -> Reading:
    """The number that begins at `start`, where a digit or a number word stands; `kind` "none" where there is none."""
    reading = Reading(start)
    first = text[start : start + 1]  # none, where "5 мен" ends the text
    match = TOKEN.match(text, start) if first not in fractions.VULGAR else None
    if match is None:
        if first in fractions.VULGAR:
            reading.chunk, reading.floor, reading.digits = fractions.VULGAR[first], 1, True
            reading.end = start + 1
            extend(reading, text, lexicon)
            return reading
        reading.kind = "none"
        return reading
    if match[2]:
        if not first_digits(reading, text, start, lexicon):
            return reading
    elif not first_word(reading, match, lexicon):
        return reading
    extend(reading, text, lexicon)
    return reading


def first_digits(reading: Reading, text: str, start: int, lexicon: Lexicon) -> bool:
    """Begin a reading with the digits at `start`, a vulgar fraction behind them included; False: they are no number."""
    value, reading.end = digits.read(text, start, not lexicon.continental)
    if value is None:
        reading.kind = "none"
        return lexicon.continental and fractions.slashed(reading, text, start)
    reading.chunk, reading.floor, reading.digits = value, 1, True
    after = text[reading.end : reading.end + 2]
    if after and (after[0] in VULGAR or (after[0] == " " and after[1:] in VULGAR_APART)):
        fractions.vulgar(reading, text, not lexicon.continental)
    return True


def first_word(reading: Reading, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Begin with a word; False where the number ends with it or there is none."""
    text = match[1]
    entry = lexicon.find(text)
    reading.end, reading.words = match.end(), 1
    if entry is None or not entry.kind:
        reading.kind = "none"
        return False
    reading.case = entry.case
    if entry.short or text in lexicon.never_first:
        reading.kind = "none"
        return False
    if entry.kind in INSIDE:
        if text in lexicon.inverted_scales:
            turned(reading, entry, match, lexicon)
        if entry.kind == word.COUNT:
            return pair(reading, entry, match, lexicon) if lexicon.manner.conjoins else count(reading, entry)
        return reading.put(entry)
    reading.kind, reading.chunk = entry.kind, entry.value
    if entry.kind == word.FRACTION and entry.unit:  # полгода: with its unit in one word
        reading.next, reading.next_start, reading.next_end = entry, match.start(1), match.end(1)
        return False
    return entry.kind == word.FRACTION


def turned(reading: Reading, entry: Word, match: re.Match[str], lexicon: Lexicon) -> None:
    """тысяч сорок, тысяч 40: a scale in the plural ahead of its number, which is approximate."""
    times = group(match.string, match.end(), lexicon)
    if times is not None and 1 < times.value < 1000 and not match.string.startswith("-", times.end):
        reading.chunk, reading.floor, reading.end, reading.case = times.value, 1, times.end, "about"


def count(reading: Reading, entry: Word) -> bool:
    """Begin with a noun that is a number: дюжина, тройка."""
    reading.chunk, reading.floor = entry.value, 1
    return True


def pair(reading: Reading, entry: Word, match: re.Match[str], lexicon: Lexicon) -> bool:
    """a pair of shoes is two; the pair, the couple are people, and a couple of hundred, a couple hundred is vague."""
    of = OF.match(match.string, reading.end)
    scaled = behind_scales(match.string, of.end() if of and of[1] else reading.end, lexicon)
    if of is None or scaled:
        reading.kind, reading.end = "none", scaled or reading.end
        return False
    return count(reading, entry)


def behind_scales(text: str, end: int, lexicon: Lexicon) -> int:
    """Where the scales that follow end, 0 where there is none: of hundred thousand."""
    scaled = 0
    while (match := TOKEN.match(text, end)) is not None and match[1]:
        entry = lexicon.find(match[1])
        if entry is None or entry.kind not in (word.SCALE, word.HUNDRED):
            break
        scaled = end = match.end()
    return scaled


def extend(reading: Reading, text: str, lexicon: Lexicon) -> None:
    """Take number words and digits as long as they fit; then name the word after the number."""
    dotted = False  # the last word was a scale, which may be abbreviated with a dot
    while True:
        match = TOKEN.match(text, reading.end)
        if match is None:
            match = joined(reading, text, lexicon, dotted)
        if match is None and reading.kind == word.FRACTION and fractions.scaled(reading, text, lexicon):
            continue  # half-a-million
        if match is None and text.startswith("-and-", reading.end) and fractions.mixed(reading, text, lexicon):
            continue
        if match is None:
            reading.next, reading.next_start, reading.next_end = None, reading.end, reading.end
            return
        if match.lastindex == 2 and match[2].isdigit():
            if not more_digits(reading, text, match.start(2), lexicon):
                return
            dotted = False
            continue
        found = match[1]
        entry = lexicon.find(found)
        if (entry is None or not entry.kind) and found not in lexicon.links and reading.kind != word.FRACTION:
            reading.next, reading.next_start, reading.next_end = entry, match.start(1), match.end(1)
            return
        if not takes(reading, entry, text, match, lexicon):
            if found in lexicon.decimal and fractions.said_decimal(reading, text, match.end(), lexicon):
                continue
            if fractions.mixed(reading, text, lexicon) or conjoined(reading, entry, text, match, lexicon):
                continue
            if entry is not None and entry.kind == word.SCALE and reading.scaled_end and reading.chunk is not None:
                reading.give_back()
                return
            if entry is not None and denominators.composite(reading, entry, text, match.start(1), lexicon):
                continue
            reading.next, reading.next_start, reading.next_end = entry, match.start(1), match.end(1)
            return
        dotted = entry is not None and entry.kind == word.SCALE


def joined(reading: Reading, text: str, lexicon: Lexicon, dotted: bool) -> re.Match[str] | None:
    """The next word behind the dot of an abbreviated scale, or an English hyphen: тыс. тенге, twenty-one."""
    if text.startswith(" (", reading.end):
        return lexicon.patterns.hesitation.match(text, reading.end)
    if dotted and (match := AFTER_DOT.match(text, reading.end)):
        return match
    if not lexicon.manner.hyphens:
        return None
    match = HYPHENED.match(text, reading.end)
    entry = lexicon.find(match[1]) if match else None
    return match if entry and entry.kind in (SCALED if reading.digits else JOINED) else None


def takes(reading: Reading, entry: Word | None, text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Add the word to the number where it fits; a Kazakh number ends with its first case ending."""
    if reading.kind == word.FRACTION:
        return fractions.scaled(reading, text, lexicon)
    if entry is None or not entry.kind or (reading.case and lexicon.inflects):
        return False
    if entry.kind not in INSIDE:
        return fractions.continues(reading, text, entry, match.end(), lexicon)
    if entry.kind == word.COUNT or not reading.put(entry):
        return False
    reading.end, reading.case = match.end(), entry.case
    if entry.kind == word.SCALE:
        reading.scaled_end, reading.scaled_case = reading.end, reading.case
    reading.words += 1
    return True


def conjoined(reading: Reading, entry: Word | None, text: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """two hundred and two, 3 hundred and 21: in English "and" joins what comes behind hundreds or a scale."""
    if not lexicon.manner.conjoins or entry is None or entry.kind != word.AND or reading.floor < 100:
        return False
    if reading.chunk is None and not reading.total:
        return False
    after = TOKEN.match(text, match.end())
    if after is None:
        return False
    if after[2]:
        return more_digits(reading, text, after.start(2), lexicon)
    more = lexicon.find(after[1])
    return more is not None and more.kind in (word.NUMERAL, word.HUNDRED) and takes(reading, more, text, after, lexicon)


def more_digits(reading: Reading, text: str, start: int, lexicon: Lexicon) -> bool:
    """Digits after a scale: the 105 of "4 млрд 105 млн"."""
    reading.next, reading.next_start, reading.next_end = None, start, start
    if reading.digits and reading.chunk is not None and reading.floor != 100:
        return False
    if (reading.chunk is None and not reading.total) or (reading.case and lexicon.inflects):
        return False
    if reading.words == 1 and text[reading.start : reading.end] in lexicon.vague_alone:  # тысяч 30-летних
        return False
    value, end = digits.read(text, start, not lexicon.continental)
    if value is None or not reading.put_digits(value):
        return False
    reading.end, reading.case = end, ""
    return True
