"""What is glued to a number: case endings (500-ге, 2-х), scales and units (98мың, 100К), names (5G, 1-й)."""

from __future__ import annotations

import re

from dalel.quantities.bounds import approximators, parts
from dalel.quantities.numbers import fractions
from dalel.quantities.numbers.reading import HUGE, TOKEN, Reading
from dalel.quantities.units import following, letters
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon

SUFFIX = re.compile(r"[-–‑]([^\W\d_]+)")
SPACED = re.compile(r" ([^\W\d_])(?![^\W_]|['’.])")
NEXT = re.compile(r" ([^\W\d_]+)")
LETTERS = re.compile(r"[^\W\d_]+")
AREA = re.compile(r" \([0-9]{3,5}\) ?[0-9][0-9 –-]{4,12}[0-9]")  # 8 (7172) 74-00-00
PHONE = re.compile(r"[78] [0-9]{3} [0-9]{3}[ -]?[0-9]{2}[ -]?[0-9]{2}(?![0-9])")  # 8 701 123 45 67
SMALL = 4  # the highest number that takes the endings of [suffixes] small
RATINGS = frozenset((0, 3, 6, 12, 14, 16, 18, 21))  # 16+: who may watch
DATIVE = re.compile(r" ([^\W\d_]+)")
LONGEST = 3  # letters of an adjective's ending
TRUNKS = frozenset("78")  # trunk prefixes of Kazakhstan and Russia
GROUPED = 9  # characters of "8 701 123", which looks like millions
CURRENCIES = frozenset("$€£₸₽₴¥₹")
YEARS = range(1900, 2101)
PRICED = frozenset("$€£¥₽₸₹")
QUIET = frozenset((" ", "\u00a0", ",", ")", "\n", "", ";", "."))  # nothing glued to the digits


def allow(draft: Draft, text: str, reading: Reading, lexicon: Lexicon) -> bool:
    """What may touch digits: a point before, letters or a hyphen behind. False where they are no quantity."""
    if text[draft.start - 1] == ".":
        fractions.leading_point(draft, text)
    if text[draft.start] in TRUNKS and (phone := dialled(text, draft.start, draft.end)):
        draft.end = phone
        return False
    if text[draft.end : draft.end + 1] in QUIET and not lexicon.spaced:
        return True
    if not lexicon.manner.hyphens and (tail := lexicon.patterns.tail.match(text, draft.end)):
        return tailed(draft, tail, lexicon) and suffix(draft, text, reading, lexicon)
    return suffix(draft, text, reading, lexicon)


def dialled(text: str, start: int, end: int) -> int:
    """Where a telephone number ends that text[start:end] opens with its trunk prefix; 0 where there is none."""
    if text[start] not in TRUNKS:
        return 0
    match = AREA.match(text, end) if end - start == 1 else PHONE.match(text, start) if end - start == GROUPED else None
    return match.end() if match else 0


def tailed(draft: Draft, tail: re.Match[str], lexicon: Lexicon) -> bool:
    """What hyphens and a plus behind digits say: telephone numbers, decades and scores (3-1) are no quantities."""
    if tail[0] == "+":
        draft.end, draft.modality = tail.end(), "more_than"
        approximators.late(draft, tail.string, lexicon)  # 1 млн+ тенге
        return draft.value not in RATINGS
    entry = lexicon.find(tail[3]) if tail[3] else None
    if tail[2] and (draft.scale or draft.value < int(tail[2]) or (entry is not None and entry.unit)):
        return True
    draft.end = tail.end(2) if tail[2] else tail.end()
    return False


def suffix(draft: Draft, text: str, reading: Reading, lexicon: Lexicon) -> bool:
    """Letters glued to the digits: 500-ге and 98мың go on, 5G, 1-й and 2-сынып are no quantity."""
    end = draft.end
    if reading.next_start == end and (match := LETTERS.match(text, end)):
        return letters.unit(draft, match, reading, lexicon) or attached(draft, text, match, reading, lexicon)
    if lexicon.spaced and (match := SPACED.match(text, end)) and match[1] in lexicon.spaced:
        return letters.unit(draft, match, reading, lexicon) or attached(draft, text, match, reading, lexicon)
    match = SUFFIX.match(text, end)
    if match is None or match[1] in lexicon.particles or (reading.scale != HUGE and not lexicon.inflects):
        return True
    return hyphened(draft, match, reading, lexicon)


def hyphened(draft: Draft, match: re.Match[str], reading: Reading, lexicon: Lexicon) -> bool:
    """What a hyphen joins to the number: a unit (5-km), a case or "odd" (500-ге, 20-odd), or else a name."""
    text, ending, stop = match.string, match[1], match.end()
    entry = lexicon.find(ending) if ending not in lexicon.cardinal_suffixes else None
    counts = lexicon.manner.hyphens
    if entry is not None and not entry.skip and (entry.phrases or entry.unit) and (counts or entry.unit != word.NOUN):
        reading.next, reading.next_start, reading.next_end = entry, match.start(1), stop
        return True
    if counts and text[draft.start - 1] in PRICED:  # a $20-an-hour wage
        return True
    for stem, known in lexicon.compounded:  # 87-километровый, 300-местная
        if ending.startswith(stem) and len(ending) - len(stem) <= LONGEST:
            if known.unit == word.TIMES and not parts.multiplied(text, stop, lexicon):  # 5-кратный чемпион
                draft.end = stop
                return False
            following.take(draft, known.unit, known.code, stop)
            reading.next, reading.next_start, reading.next_end = None, stop, stop
            return True
    if not inflection(draft, text, ending, lexicon):
        draft.end = stop
        return False
    draft.end = draft.core_end = draft.number_end = draft.noun_end = stop
    renew(reading, text, stop, lexicon)
    return True


def odd(draft: Draft, text: str, reading: Reading, lexicon: Lexicon) -> None:
    """What a hyphen joins to a number word and makes it approximate: twenty-odd million."""
    match = SUFFIX.match(text, draft.end)
    if match is not None and match[1] in lexicon.suffix_modality:
        draft.modality = lexicon.suffix_modality[match[1]]
        draft.reach(match.end())
        renew(reading, text, match.end(), lexicon)


def ranged(draft: Draft, text: str, reading: Reading, lexicon: Lexicon) -> bool:
    """What is glued to a range: 15-20-ға, 10–15-ти go on; 5–9-е классы, 1-9-сынып are ordinals, hence no quantity.

    `reading`: of the upper end, after which the word behind the ending is named.
    """
    match = SUFFIX.match(text, draft.end) if lexicon.continental else None
    if match is None:
        return True
    ending, entry = match[1], lexicon.find(match[1])
    measured = entry is not None and entry.unit and not entry.skip
    if measured or any(ending.startswith(stem) for stem, _ in lexicon.compounded):
        return True
    following = NEXT.match(text, match.end())
    graded = lexicon.find(following[1]) if following else None
    counts = ending in lexicon.particles or inflection(draft, text, ending, lexicon)
    if not counts or (graded is not None and graded.skip):
        return False
    draft.reach(match.end())
    renew(reading, text, match.end(), lexicon)
    return True


def inflection(draft: Draft, text: str, ending: str, lexicon: Lexicon) -> bool:
    """Whether the ending is a case, or makes the number approximate; ordinals and nouns are no endings of a count."""
    if lexicon.inflects:
        case = lexicon.ending(ending)
        if case is None or case in ("ordinal", "vague"):
            return False
        draft.case = case
        if case == "about" and draft.upper is None:
            draft.modality = "about"
        return True
    if ending in lexicon.suffix_modality:
        draft.modality = lexicon.suffix_modality[ending]
        return True
    if ending in lexicon.dative:  # 2-м школам, but на 34-м году
        match = DATIVE.match(text, draft.end + 1 + len(ending))
        return match is not None and match[1].endswith(lexicon.datives)
    highest = draft.upper or draft.value
    return ending in lexicon.cardinal_suffixes and not (
        ending in lexicon.small and highest > 4
    )  # 2-х школ, but 90-х годов


def attached(draft: Draft, text: str, match: re.Match[str], reading: Reading, lexicon: Lexicon) -> bool:
    """Letters written together with the digits: a scale, a currency or a unit, or else a name."""
    found, stop = match[match.lastindex or 0], match.end()
    if found in lexicon.doubtful and not alone(draft, text, found, stop, lexicon):
        return unit(draft, found, stop, reading, lexicon)
    if found in lexicon.generations and draft.value in range(1, 10) and lexicon.attached.get(found):
        return False
    if found in lexicon.attached:
        draft.value = draft.value * lexicon.attached[found]
        draft.scale = int(lexicon.attached[found])
        draft.end = draft.core_end = draft.number_end = draft.noun_end = stop
        renew(reading, text, stop, lexicon)
        return True
    entry = reading.next
    if text[stop : stop + 1].isdigit():  # 4x4, 2l2
        return False
    return text[stop : stop + 1] == "$" or (
        entry is not None and bool(entry.unit or entry.phrases or entry.month or entry.year or entry.power)
    )


def alone(draft: Draft, text: str, letters: str, stop: int, lexicon: Lexicon) -> bool:
    """Whether "3М" stands alone in its line, as in a table, or behind a currency sign: there it is millions."""
    if letters in lexicon.generations and isinstance(draft.value, int):
        return False
    before = text[text.rfind("\n", 0, draft.start) + 1 : draft.start]
    return before[-1:] in CURRENCIES if before.strip("-−. ") else text[stop : stop + 1] in ("", "\n")


def unit(draft: Draft, letters: str, stop: int, reading: Reading, lexicon: Lexicon) -> bool:
    """25м are metres and 500г grams; 2020г is a year, and no quantity."""
    draft.end = stop
    if letters in lexicon.generations and draft.value in YEARS:
        return False
    following.take(draft, word.MEASURE, lexicon.doubtful[letters], stop)
    reading.next, reading.next_start, reading.next_end = None, stop, stop
    return True


def particle(draft: Draft, text: str, reading: Reading, lexicon: Lexicon) -> None:
    """An emphatic particle between number and unit: он төрт-ақ процент."""
    match = SUFFIX.match(text, draft.end) if lexicon.particles else None
    if match and match[1] in lexicon.particles:
        renew(reading, text, match.end(), lexicon)
        draft.end = draft.core_end = draft.number_end = draft.noun_end = match.end()


def renew(reading: Reading, text: str, stop: int, lexicon: Lexicon) -> None:
    """Name the word after the suffix."""
    match = TOKEN.match(text, stop)
    if match and match[1]:
        reading.next, reading.next_start, reading.next_end = lexicon.find(match[1]), match.start(1), match.end(1)
    else:
        reading.next, reading.next_start, reading.next_end = None, stop, stop
