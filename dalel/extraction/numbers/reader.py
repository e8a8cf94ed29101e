"""One pass over a text: every number found, given its unit and modality, or left alone."""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.extraction.numbers import (
    compounds,
    elision,
    exclusions,
    fractions,
    modality,
    nouns,
    numerals,
    quick,
    ranges,
    ratios,
    units,
    word,
)
from dalel.extraction.numbers.draft import Draft
from dalel.extraction.numbers.left import OPENING, Left
from dalel.extraction.numbers.lexicon import Lexicon
from dalel.extraction.numbers.reading import HUGE, Reading

SUFFIX = re.compile(r"[-–‑]([^\W\d_]+)")
SPACED = re.compile(r" ([^\W\d_])(?![^\W_]|['’.])")
LETTERS = re.compile(r"[^\W\d_]+")
ENCLOSING = ("-", "»", "“", '"', "”")
QUIET = frozenset((" ", "\u00a0", ",", ")", "\n", "", ";", "."))  # nothing glued to the digits
RANGING = frozenset("-–—−‑.…")
SILENT = frozenset((",", ")", "\n", "", ";", ":", "!", "?"))  # the clause ends here
JOINING = (word.MINOR, word.MEASURE, word.DURATION)
SIGNED = (word.MONEY, word.MINOR, word.PERCENT)
MINUS = ("-", "−", "(-", "(−", "-.", "−.")


def drafts(text: str, lexicon: Lexicon) -> list[Draft]:
    """Every quantity of `text`, which is lower case and begins with a line break, in text order."""
    found: list[Draft] = []
    done = 0
    for match in lexicon.trigger.finditer(text):
        position = match.start() + 1
        if position < done:
            continue
        first = match[1]
        if first is None:
            draft = quick.plain(text, position, lexicon) if lexicon.quick else None
            if draft.__class__ is int:
                done = exclusions.end_of_date(text, draft)
            elif draft is not None:
                found.append(draft)
                done = draft.end
            else:
                done = read(text, position, lexicon, found)
        elif lexicon.begins(first):
            done = read(text, position, lexicon, found)
    if found:
        ratios.link(found, text, lexicon)
        elision.lend(found, text, lexicon)
    return found


def read(text: str, position: int, lexicon: Lexicon, found: list[Draft]) -> int:
    """Read the number at `position`, append what it is to `found`; where to go on."""
    reading = numerals.read(text, position, lexicon)
    if reading.kind == "none":
        return max(reading.end, position + 1)
    after = text[reading.end : reading.end + 2]
    if text[position - 1] not in " \n\u00a0" or after[:1] in ENCLOSING:
        follows = bool(found) and found[-1].end == position - 1
        if exclusions.by_neighbours(text, position, reading, follows):
            return max(reading.end, position + 1)
    if reading.words and exclusions.by_ordinal(reading, lexicon.inflects):
        return exclusions.end_of_date(text, reading.next_end)
    draft = Draft(position, reading.end, reading.value)
    draft.digits = reading.digits
    if reading.words or reading.scale != HUGE:
        draft.case, draft.scale = reading.case, 0 if reading.scale == HUGE else reading.scale
    left = Left(text, position, lexicon)
    if reading.kind:
        kept = special(draft, text, reading, left, lexicon)
    else:
        kept = plain(draft, text, reading, left, lexicon)
    if kept:
        if draft.unit in JOINING and compounds.merge(found, draft, text):
            return draft.end
        if text[position - 1] == "(" and compounds.bracketed(found, draft, text, lexicon):
            return draft.end
        found.append(draft)
        return max(draft.end, draft.core_end)
    return exclusions.end_of_date(text, max(draft.end, reading.end))


def plain(draft: Draft, text: str, reading: Reading, left: Left, lexicon: Lexicon) -> bool:
    """An ordinary number: suffix, range, unit, approximators. False where it is no quantity."""
    if left.matters and exclusions.by_left(draft, left, lexicon):
        return False
    if reading.words and draft.value <= 1 and exclusions.singular(draft, text, left, lexicon):
        return False
    if reading.digits and not digit_neighbours(draft, text, reading, lexicon):
        return False
    behind = extended(draft, text, reading, lexicon)
    entry = behind.next
    if behind is not reading and exclusions.by_ordinal(behind, lexicon.inflects):
        return False
    if entry is not None and entry.flagged and exclusions.by_right(draft, behind, left, lexicon):
        return False
    partitive = entry is not None and entry.unit == word.NOUN and draft.case.startswith("possessive")
    if not partitive and (entry is None or behind.next_start >= draft.end):
        units.attach(draft, text, entry, behind.next_end, lexicon)
        if draft.unit in SIGNED:
            units.late_scale(draft, text, lexicon)
            compounds.loose_cents(draft, text, lexicon)
            ranges.repeated(draft, text, lexicon)
    dress(draft, text, left, lexicon)
    if draft.unit:
        return not (text[draft.core_start - 1] == "«" and exclusions.title(text, draft))
    return not (exclusions.bare_year(text, draft) or exclusions.title(text, draft))


def digit_neighbours(draft: Draft, text: str, reading: Reading, lexicon: Lexicon) -> bool:
    """What may touch digits: a point before, letters or a hyphen behind. False where they are no quantity."""
    if text[draft.start - 1] == ".":
        fractions.leading_point(draft, text)
    if lexicon.over:
        fractions.over(draft, text, lexicon)
    if text[draft.end : draft.end + 1] in QUIET and not lexicon.spaced:
        return True
    return suffix(draft, text, reading, lexicon)


def extended(draft: Draft, text: str, reading: Reading, lexicon: Lexicon) -> Reading:
    """The reading that ends the number: its own, or that of the upper end where the number is a range."""
    after = text[draft.end : draft.end + 2]
    if after[:1] in RANGING or after[1:] in RANGING:
        particle(draft, text, reading, lexicon)
        return ranges.upper(draft, text, reading, lexicon) or reading
    if lexicon.joins and after[:1] == " " and reading.kind == "":
        return ranges.spoken(draft, text, reading, lexicon) or reading
    return reading


def dress(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> None:
    """Approximators and signs on both sides, then the noun it counts."""
    if text[draft.end : draft.end + 1] not in SILENT or draft.case == "about":
        modality.behind(draft, text, lexicon)
    if left.matters or draft.unit == word.MEASURE:
        at = before(draft, text, left, lexicon)
        draft.lead = left.words[at].lstrip(OPENING) if at < len(left.words) else ""
    else:
        draft.lead = left.word
    if not draft.unit:
        if text[draft.end : draft.end + 1] not in SILENT and not draft.case.startswith("possessive"):
            nouns.counted(draft, text, lexicon)
    elif draft.unit == word.PERCENT:
        nouns.shared(draft, text, lexicon)


def before(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> int:
    """Signs, rates and approximators before the number; how many words they took."""
    at = prefix(draft, text, left, lexicon)
    if draft.unit == word.MEASURE:
        at = compounds.per(draft, text, left, at, lexicon)
    if lexicon.percent_of and units.percent_before(draft, left, lexicon):
        at = len(left.words)
    if ranges.closing(draft, text, left, at, lexicon):
        at += 1
    return modality.ahead(draft, left, at, lexicon)


def prefix(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> int:
    """A currency, a minus or a percent sign before the number; how many words it took."""
    if not left.words:
        return 0
    if left.glued and left.words[0] in MINUS:
        draft.value = -draft.value
        draft.start = draft.core_start = left.position - len(left.words[0].lstrip("("))
        return 1
    signless = left.words[0].lstrip(OPENING + "~≈≥≤<>±")
    token = signless.rstrip(".")
    if not token:
        return 1 if left.glued and left.words[0].strip(OPENING) == "" and len(left.words[0]) else 0
    start = left.start(0) + len(left.word) - len(signless)
    entry = lexicon.find(token)
    if token in lexicon.signs and (left.glued or len(token) > 1 or not token.isalpha()):
        code = lexicon.signs[token]
    elif (
        entry
        and entry.unit in (word.MONEY, word.MINOR)
        and draft.digits
        and not draft.unit
        and (left.glued or len(left.words) == 1 or is_code(token) or ends(text, draft))
    ):
        code = entry.code
    elif entry and entry.kind == word.MINUS:
        draft.value, draft.start, draft.core_start = -draft.value, start, start
        return 1
    elif token in ("%", "٪") and not draft.unit:
        units.take(draft, word.PERCENT, "percent", draft.end, draft.case)
        draft.start = draft.core_start = start
        return 1
    else:
        return 1 if left.glued and token == "" else 0
    if draft.unit in ("", word.NOUN):
        units.take(draft, word.MONEY, code, draft.end, draft.case)
        draft.start = draft.core_start = start
    return 1


def ends(text: str, draft: Draft) -> bool:
    """Whether nothing follows that the number could count: "malaysian ringgit 42", "dollar 22.5 million"."""
    return not text[draft.end : draft.end + 2].strip()[:1].isalpha()


def is_code(token: str) -> bool:
    """Whether a currency may stand before digits in running text: an ISO code, as in "KZT 300"."""
    return token.isascii() and len(token) <= 3


def suffix(draft: Draft, text: str, reading: Reading, lexicon: Lexicon) -> bool:
    """Letters glued to the digits: 500-ге and 98мың go on, 5G, 1-й and 2-сынып are no quantity."""
    end = draft.end
    if reading.next_start == end and (letters := LETTERS.match(text, end)):
        return attached(draft, text, letters[0], letters.end(), reading, lexicon)
    if lexicon.spaced and (match := SPACED.match(text, end)) and match[1] in lexicon.spaced:
        return attached(draft, text, match[1], match.end(), reading, lexicon)
    match = SUFFIX.match(text, end)
    if match is None or (reading.scale != HUGE and not lexicon.inflects):
        return True
    ending, stop = match[1], match.end()
    entry = lexicon.find(ending)
    if entry is not None and entry.unit and entry.unit != word.NOUN:
        reading.next, reading.next_start, reading.next_end = entry, match.start(1), stop
        return True
    if ending in lexicon.particles:
        return True
    if lexicon.inflects:
        case = lexicon.ending(ending)
        if case is None or case in ("ordinal", "vague"):
            draft.end = stop
            return False
        draft.case = case
    elif ending in lexicon.about_suffixes:
        draft.modality = "about"
    elif ending not in lexicon.cardinal_suffixes or (ending == "х" and draft.value > 4):
        draft.end = stop
        return False
    draft.end = draft.core_end = draft.number_end = draft.noun_end = stop
    renew(reading, text, stop, lexicon)
    return True


def particle(draft: Draft, text: str, reading: Reading, lexicon: Lexicon) -> None:
    """An emphatic particle between number and unit: он төрт-ақ процент."""
    match = SUFFIX.match(text, draft.end) if lexicon.particles else None
    if match and match[1] in lexicon.particles:
        renew(reading, text, match.end(), lexicon)
        draft.end = draft.core_end = draft.number_end = draft.noun_end = match.end()


def renew(reading: Reading, text: str, stop: int, lexicon: Lexicon) -> None:
    """Name the word after the suffix."""
    match = numerals.TOKEN.match(text, stop)
    if match and match[1]:
        reading.next, reading.next_start, reading.next_end = lexicon.find(match[1]), match.start(1), match.end(1)
    else:
        reading.next, reading.next_start, reading.next_end = None, stop, stop


def attached(draft: Draft, text: str, letters: str, stop: int, reading: Reading, lexicon: Lexicon) -> bool:
    """Letters written together with the digits: a scale, a currency or a unit, or else a name."""
    if letters in lexicon.attached:
        draft.value = draft.value * lexicon.attached[letters]
        draft.scale = int(lexicon.attached[letters])
        draft.end = draft.core_end = draft.number_end = draft.noun_end = stop
        renew(reading, text, stop, lexicon)
        return True
    entry = reading.next
    return entry is not None and bool(entry.unit or entry.month or entry.year or entry.power)


def special(draft: Draft, text: str, reading: Reading, left: Left, lexicon: Lexicon) -> bool:
    """Fractions, "every third" and multiples in one word; anything else of a kind is no quantity."""
    if exclusions.by_glue(left, lexicon):
        return False
    if reading.kind == word.MULTIPLE:
        units.take(draft, word.TIMES, "times", draft.end)
        dress(draft, text, left, lexicon)
        return True
    if reading.kind == word.EVERY:
        return every(draft, text, left, lexicon)
    if reading.kind != word.FRACTION or exclusions.by_position(left, lexicon):
        return False
    units.attach(draft, text, reading.next, reading.next_end, lexicon)
    if draft.unit in ("", word.NOUN) and ratios.share_of(draft, text, left.words[0] if left.words else "", lexicon):
        draft.unit, draft.code, draft.label = word.PERCENT, "percent", "CARDINAL"
        draft.value = rounded(draft.value)
    dress(draft, text, left, lexicon)
    return True


def every(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> bool:
    """каждый третий, әрбір үшінші: a share of one in so many."""
    match = numerals.TOKEN.match(text, draft.end)
    entry = lexicon.find(match[1]) if match and match[1] else None
    if match is None or entry is None or entry.kind != word.ORDINAL or not entry.value or entry.value == 1:
        return False
    after = numerals.TOKEN.match(text, match.end())
    time = lexicon.find(after[1]) if after and after[1] else None
    if time is not None and (time.unit == word.DURATION or time.month or time.year):
        return False
    draft.value = rounded(Decimal(1) / Decimal(entry.value))
    draft.unit, draft.code = word.PERCENT, "percent"
    draft.end = draft.core_end = match.end()
    dress(draft, text, left, lexicon)
    return True


def rounded(share: int | Decimal) -> Decimal:
    """A share as percent with one decimal: a third is 33.3."""
    percent = (Decimal(share) * 100).quantize(Decimal("0.1"))
    return percent.to_integral_value() if percent == percent.to_integral_value() else percent
