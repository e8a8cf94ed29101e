"""What stands behind a number: percent, currency, unit of measure, times, duration or the noun it counts.

Percent, currency and measure belong to the expression, with their case suffix; a counted noun lies outside it.
Currencies are named by ISO 4217 code; "$" alone is read as USD, "Т" before digits as tenge (KazTAG's style).
"""

from __future__ import annotations

import re

from dalel.quantities.units import heads, unit_phrases
from dalel.quantities.words import word
from dalel.quantities.words.draft import Draft
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import OPENING, Left
from dalel.quantities.words.word import Word

SIGNS = frozenset("%％٪₸₽€£₴₹¥₪₩₦₡₭₮₺฿₫₱֏₼₾₿$¢°u")
LABELS = {
    word.MONEY: "MONEY", word.MINOR: "MONEY", word.PERCENT: "PERCENT", word.MEASURE: "QUANTITY", word.TIMES: "MULTIPLE",
    word.DURATION: "DURATION", word.NOUN: "CARDINAL",
}  # fmt: skip
SIGN = re.compile(
    r"[ \u00a0\u202f\t]{0,2}(?:([%％٪])|([₸₽€£₴₹¥₪₩₦₡₭₮₺฿₫₱֏₼₾₿]|(?:us|u\.s\.)?\$|¢)|(°[c\u0441]?))"
    r"(?:-?([^\W\d_]{1,7}))?"
)
NEXT = re.compile(r"\.?[ \u00a0]?([^\W\d_]+)")
HYPHEN = re.compile(r"[ \u00a0]?[-–]([^\W\d_]+)")
SUFFIX = re.compile(r"-([^\W\d_]{1,7})(?![\w-])")
PERCENT_POINT = re.compile(r"[ \u00a0-]([^\W\d_]+)")
POWERS = ("2", "3")


def attach(draft: Draft, text: str, entry: Word | None, end: int, lexicon: Lexicon) -> bool:
    """Give the draft the unit that follows it: `entry` is the word after the number, ending at `end`.

    False where the number turns out to be no quantity (an age, a grade, a year).
    """
    if text[end : end + 1] in POWERS and not text[end + 1 : end + 2].isalnum():  # 20 м2
        raised = lexicon.find(text[draft.end : end + 1].lstrip())
        entry, end = (raised, end + 1) if raised is not None else (entry, end)
    if entry is None:
        after = text[draft.end : draft.end + 2]
        if after[:1] in SIGNS or after[1:] in SIGNS:
            sign(draft, text, lexicon)
        if not draft.unit and lexicon.manner.hyphens:
            hyphened(draft, text, lexicon)
        return True
    if entry.phrases:
        entry, end = unit_phrases.phrase(entry, text, end, lexicon)
    if entry.text in lexicon.thousand and draft.upper is None:  # 5 т. тенге
        match = NEXT.match(text, end)
        money = lexicon.find(match[1]) if match else None
        if match is not None and money is not None and money.unit == word.MONEY:
            draft.value, draft.scale = draft.value * 1000, 1000
            entry, end = money, match.end()
    if entry.text in lexicon.before_slash and text[end : end + 1] == "/":  # 15 ц/га: hundredweights, no cents
        entry = lexicon.find(lexicon.before_slash[entry.text]) or entry
    if not entry.unit and text[end : end + 1] == "$":  # 3.14US$, where "US" begins "US dollars" too
        return sign(draft, text, lexicon)
    if entry.power:
        return power(draft, text, entry, end, lexicon)
    if entry.unit == word.TIMES and occasions(draft, text, end, lexicon):
        take(draft, word.NOUN, "occasion", end)
    elif entry.unit and (len(entry.text) > 1 or text[end : end + 1] != "-"):  # 24703 L-202
        if entry.qualifies and text[draft.end : draft.end + 1] != "-":  # but a 300-bed hospital
            noun, end = heads.head(entry, draft, text, end, lexicon)
            if noun is None:  # 212 school canteens
                return True
            entry = noun
        take(draft, entry.unit, entry.code, end, entry.case)
        if entry.unit == word.MEASURE and text[end : end + 1] == "/":
            end = rate(draft, text, end, lexicon)
        if lexicon.inflects and text[end : end + 1] == "-":
            ending(draft, text, end, lexicon)
        if entry.unit == word.PERCENT:
            percent_point(draft, text, lexicon)
    return True


def rate(draft: Draft, text: str, end: int, lexicon: Lexicon) -> int:
    """The time or measure behind the slash at `end`, in whatever case: 755 километр/сағат, 5 мг/литрден; its end."""
    match = lexicon.patterns.powered.match(text, end)
    if match is None:
        return end
    entry = lexicon.find(match[1])
    known = entry is not None and entry.unit in (word.MEASURE, word.DURATION)
    if "/" not in draft.code:
        code = lexicon.rates.get(match[1]) or (entry.code if entry is not None and known else match[1])
        draft.code = f"{draft.code}/{code}"
    draft.end = draft.core_end = draft.noun_end = match.end()
    draft.case = entry.case if entry is not None and known else ""
    return match.end()


def ending(draft: Draft, text: str, end: int, lexicon: Lexicon) -> None:
    """The case ending that a hyphen joins to an abbreviated unit: 200 АЕК-ке дейін, 600 МВт-тай."""
    match = SUFFIX.match(text, end)
    case = lexicon.ending(match[1]) if match else None
    if match is None or case is None:
        return
    if draft.unit == word.NOUN:
        draft.noun_end, draft.noun_case = match.end(), case
    else:
        take(draft, draft.unit, draft.code, match.end(), case)


def occasions(draft: Draft, text: str, end: int, lexicon: Lexicon) -> bool:
    """20 раз: occasions, unless "в" stands before or a comparative behind, or the number has a fraction."""
    if text.startswith(lexicon.frequencies, end):
        return True
    if draft.value % 1 or draft.upper is not None or not lexicon.times_after:
        return False
    before = text[max(0, draft.start - 12) : draft.start].replace("\n", " ").split(" ")
    match = PERCENT_POINT.match(text, end)
    return (len(before) < 2 or before[-2].lstrip(OPENING) not in lexicon.times_after) and not (
        match and match[1].endswith(lexicon.comparatives)
    )


def take(draft: Draft, unit: str, code: str, end: int, case: str = "") -> None:
    """Set unit and label; the expression grows by the unit, unless it is a counted noun."""
    draft.unit, draft.code, draft.label = unit, code, LABELS[unit]
    if unit == word.NOUN:
        draft.noun_end, draft.noun_case = end, case
        return
    draft.end = draft.core_end = draft.noun_end = end
    draft.case = case


def sign(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """A percent or currency sign behind the number, with its suffix: 45%-ы, 500 ₸."""
    match = SIGN.match(text, draft.end)
    if match is None:
        return True
    if match[1]:
        unit, code = word.PERCENT, "percent"
    elif match[2]:
        unit, code = (word.MINOR, "USD") if match[2] == "¢" else (word.MONEY, lexicon.signs.get(match[2], "USD"))
    else:
        unit, code = word.MEASURE, "degree"
    case = lexicon.ending(match[4]) if match[4] and text[match.start(4) - 1] == "-" else None
    bare = max(match.end(1), match.end(2), match.end(3))
    take(draft, unit, code, bare if case is None else match.end(), case or "")
    if unit == word.PERCENT:
        percent_point(draft, text, lexicon)
    return True


def hyphened(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """one-yen, three-year: the unit joined by a hyphen."""
    match = HYPHEN.match(text, draft.end)
    entry = lexicon.find(match[1]) if match else None
    if match and entry and entry.unit:
        take(draft, entry.unit, entry.code, match.end())


def inverted(draft: Draft, text: str, left: Left, lexicon: Lexicon) -> None:
    """человек двести, лет десять, минут за двенадцать: the counted word ahead of a number in words makes it
    approximate."""
    at = int(left.word in lexicon.between and len(left.words) > 1)
    if left.glued or at >= len(left.words) or left.words[at].lstrip(OPENING) not in lexicon.inverted:
        return
    entry = lexicon.find(left.words[at].lstrip(OPENING))
    earlier = left.words[at + 1] if len(left.words) > at + 1 else ""
    before = lexicon.find(earlier)
    if entry is None or earlier[-1:].isdigit() or (before and before.kind) or (at and not closes(draft, text, lexicon)):
        return
    take(draft, entry.unit, entry.code, draft.end)
    draft.modality = "about"
    if entry.unit != word.NOUN:
        draft.start = draft.core_start = left.start(at)


def closes(draft: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether what follows the number is nothing that it could count."""
    match = PERCENT_POINT.match(text, draft.end)
    return match is None or match[1] in lexicon.stop or match[1].endswith(lexicon.predicates or ("\0",))


def percent_before(draft: Draft, left: Left, lexicon: Lexicon) -> bool:
    """ "percent of 10" at the beginning of a text, where no number stands before the percent word."""
    if draft.unit or len(left.words) not in (2, 3) or " ".join(reversed(left.words)) not in lexicon.percent_of:
        return False
    take(draft, word.PERCENT, "percent", draft.end)
    draft.start = draft.core_start = left.start(len(left.words) - 1)
    return True


def late_scale(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """75 USD million: the scale behind the currency."""
    if draft.unit != word.MONEY or draft.scale:
        return
    match = PERCENT_POINT.match(text, draft.end)
    entry = lexicon.find(match[1]) if match else None
    if match and entry and entry.kind == word.SCALE and draft.upper is None:
        draft.value, draft.scale = draft.value * entry.value, int(entry.value)
        draft.end = draft.core_end = draft.noun_end = match.end()


def percent_point(draft: Draft, text: str, lexicon: Lexicon) -> None:
    """3 процентных пункта, пайыздық тармақ, percentage points."""
    match = PERCENT_POINT.match(text, draft.end)
    entry = lexicon.find(match[1]) if match else None
    if match and entry and entry.point:
        take(draft, word.PERCENT, "percentage_point", match.end(), entry.case)


def power(draft: Draft, text: str, entry: Word, end: int, lexicon: Lexicon) -> bool:
    """Square and cubic units: шаршы метр, кв. м, square kilometres."""
    match = re.compile(r"\.?[ \u00a0]{0,2}([^\W\d_]+)").match(text, end)
    length = lexicon.find(match[1]) if match else None
    if match and length and length.unit == word.MEASURE:
        take(draft, word.MEASURE, f"{length.code}{entry.power}", match.end(), length.case)
    elif entry.unit:
        take(draft, entry.unit, entry.code, end, entry.case)
    return True
