"""Two numbers that are the ends of one: 420-450 тыс., бес – он бес, от 40 до 50 тысяч, $10-$20, between X and Y.

A scale or a unit named once at the end covers both. "с 12 до 18" and "from 6 to 20" are a change, hence two quantities.
"""

from __future__ import annotations

import re

from dalel.quantities.bounds import glued
from dalel.quantities.numbers import numerals
from dalel.quantities.numbers.reading import HUGE, Reading
from dalel.quantities.units import following, letters, unit_phrases
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import OPENING, Left

DASH = re.compile(r"(?:\.(?=[-–—−‑]\S)|[ \u00a0]?)(?:[-–—−‑]|\.\.\.?|…)[ \u00a0]?([$€£₸₽])?(?=[^\W_])")
SIGNED = re.compile(r"[ \u00a0]?[-–—][ \u00a0]?[$€£₸₽]?(?=[0-9])")
BETWEEN = re.compile(r"[ \u00a0]{1,2}([^\W_]+)[ \u00a0]{0,2}")
SHARED = (word.MONEY, word.PERCENT, word.MEASURE)
SUFFIX = re.compile(r"[-–‑]([^\W\d_]+)")
FOLLOWING = re.compile(r"[ \u00a0]([^\W\d_]+)(?:[ \u00a0]([^\W\d_]+))?")
HUNDREDS = range(100, 1000, 100)
MORE = re.compile(r"[-–][0-9]")


def upper(draft: Draft, text: str, reading: Reading, lexicon: Lexicon) -> Reading | None:
    """The upper end behind a dash, where there is one; the draft becomes the range. Returns the upper end's reading."""
    match = DASH.match(text, draft.end)
    if match is None or (match[0][0] == "." and not draft.scale and match[0][1:2] != "."):  # 2 тыс.-3 тыс.
        return None
    second = numerals.read(text, match.end(), lexicon)
    if second.kind or second.digits != reading.digits:
        return None
    if second.digits and second.scale == HUGE:
        lettered(draft, second, text, lexicon)
    if (
        reading.digits
        and draft.digits
        and text[match.start() : match.end()].strip() == "-"
        and MORE.match(text, second.end)
    ):
        return None
    if not join(draft, reading, second):
        return None
    if match[1] and lexicon.manner.hyphens:  # 5-$10
        following.take(draft, word.MONEY, str(lexicon.signs.get(match[1], "USD")), draft.end)
    return second


def lettered(draft: Draft, second: Reading, text: str, lexicon: Lexicon) -> None:
    """$5-6m, 5m-6m: the letter glued to the upper end is a scale, unless it is a unit."""
    match = glued.LETTERS.match(text, second.end)
    scale = lexicon.attached.get(match[0]) if match else None
    if match is None or scale is None or match[0] in lexicon.doubtful or letters.unit(draft, match, second, lexicon):
        return
    second.total, second.chunk, second.scale, second.end = second.value * scale, None, int(scale), match.end()
    glued.renew(second, text, match.end(), lexicon)


def spoken(draft: Draft, text: str, reading: Reading, lexicon: Lexicon) -> Reading | None:
    """үш пен бес доллар, жеті жүзден екі мың АЕК-ке дейін: two numbers joined by a word or by case, one unit."""
    match = BETWEEN.match(text, draft.end)
    if match is None:
        return None
    joins = match[1] in lexicon.joins
    if not joins and not draft.case.endswith("ablative"):
        return None
    second = numerals.read(text, match.end() if joins else match.start(1), lexicon)
    if second.kind or second.digits != reading.digits:
        return None
    if joins:
        fits = second.next is not None and (second.next.unit in SHARED or second.next.age)
    else:
        fits = up_to(second, text, lexicon)
    return second if fits and join(draft, reading, second) else None


def up_to(second: Reading, text: str, lexicon: Lexicon) -> bool:
    """Whether the upper end, or its unit, is in the dative and "дейін" follows, with no verb of change behind it."""
    end, case, entry = second.end, second.case, second.next
    if second.digits and (suffix := SUFFIX.match(text, end)):
        case, entry = lexicon.ending(suffix[1]) or "", None
        end = second.end = second.next_start = second.next_end = suffix.end()
        second.next = None
    if entry is not None and not case and not entry.age:
        entry, end = unit_phrases.phrase(entry, text, second.next_end, lexicon)
        case = entry.case if entry.unit in SHARED or entry.unit == word.NOUN else ""
    match = FOLLOWING.match(text, end) if case.endswith("dative") else None
    return match is not None and match[1] in lexicon.up_to and not (match[2] or "").startswith(lexicon.level)


def closing(draft: Draft, text: str, left: Left, at: int, lexicon: Lexicon) -> bool:
    """от 40 до 50 тысяч, между 10 и 20 долларами, between 1.1 and 1.3 dollars: the draft grows by its upper end."""
    opener = left.words[at].lstrip(OPENING) if at < len(left.words) else ""
    link = lexicon.spans.get(opener)
    if link is None or draft.upper is not None:
        return False
    match = re.compile(rf"[ \u00a0]{re.escape(link)}[ \u00a0]([$€£₸₽] ?)?(?=[^\W_])").match(text, draft.end)
    if match is None:
        return False
    second = numerals.read(text, match.end(), lexicon)
    unit, value, scale = draft.unit, draft.value, draft.scale
    if second.kind or (scale and second.scale == HUGE and draft.unit != word.MONEY):
        return False
    scaled = second.scale if second.scale != HUGE and not scale and draft.unit not in SHARED else 1
    if not value * scaled < second.value:
        return False
    draft.value, draft.upper, draft.modality = value * scaled, second.value, "range"
    draft.start = left.start(at)
    draft.end = draft.core_end = draft.number_end = draft.noun_end = second.end
    draft.case, draft.scale = second.case, draft.scale or (0 if second.scale == HUGE else second.scale)
    if not unit or (second.next is not None and second.next.unit == unit):
        following.attach(draft, text, second.next, second.next_end, lexicon)
    return True


def repeated(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """10$-20$, $10-$20, 5%-10%: the sign stands at both ends."""
    match = SIGNED.match(text, draft.end) if draft.unit in SHARED and draft.upper is None else None
    if match is None:
        return
    second = numerals.read(text, match.end(), lexicon)
    if second.kind or not draft.value < second.value:
        return
    draft.upper, draft.modality = second.value, "range"
    draft.end = draft.core_end = draft.number_end = draft.noun_end = second.end
    code = draft.code
    following.attach(draft, text, second.next, second.next_end, lexicon)
    draft.code = code


def join(draft: Draft, first: Reading, second: Reading) -> bool:
    """Make `draft` the range from `first` to `second`; False where the two are no range."""
    low, high = draft.value if draft.scale else first.value, second.value
    scale = second.scale if second.scale != HUGE else 1
    if not first.digits and low * 100 < high // scale and high // scale in HUNDREDS:
        low = low * 100  # төрт-бес жүз, пять-шестьсот
    if scale > 1 and first.scale == HUGE and not draft.scale and low * scale <= high:
        low = low * scale
    if not low < high:
        return False
    draft.value, draft.upper, draft.modality = low, high, "range"
    draft.end = draft.core_end = draft.number_end = draft.noun_end = second.end
    draft.case, draft.scale = second.case, 0 if second.scale == HUGE else second.scale
    return True
