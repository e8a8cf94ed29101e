"""What looks like a number and is no quantity: names, dates, ages, ordinals, identifiers, addresses."""

from __future__ import annotations

import re

from dalel.quantities.bounds import glued
from dalel.quantities.excluded import ages, dates
from dalel.quantities.excluded.refused import NAMED, Refusal
from dalel.quantities.numbers.reading import HUGE, Reading
from dalel.quantities.words import word
from dalel.quantities.words.number_words import Lexicon
from dalel.quantities.words.preceding import OPENING, Left
from dalel.quantities.words.sight import Expression, Sight
from dalel.quantities.words.word import Word

YEARS = range(1900, 2101)
AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")
PHONE = re.compile(r"\+[0-9][0-9 \u00a0()\-–]{7,16}[0-9]")
SCALES = (1000, 10**6, 10**9, 10**12)
GRADES = 12  # classes of a school, the highest number of one; more than these are counted: двести классов
QUOTED, TITLE = 60, 24  # characters: how far a quotation mark may be from the number of a name in quotes
QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"'}
SIGNED = re.compile(r"[+#№/@_\\=&?]")
DASHES = ("-", "–", "—")
THROUGH = re.compile(r" to ([0-9]{1,4})(?![0-9.,%]*[0-9%])(?: ([^\W\d_]+))?")
ITEM = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}[.)](?=[ \u00a0\t]?[^\W\d_]|[ \u00a0][«\"(])")
INDENT = 6  # characters that may stand before the mark of an item in its line
ABBREVIATED = 5  # letters and the point of the longest abbreviation before a number: корп.
NAME = 3  # words of a name before the number that ends it


def by_neighbours(text: str, start: int, reading: Reading, follows: bool, lexicon: Lexicon) -> bool:
    """Whether the characters on either side make the digits part of something else: COVID-19, a/5, «102», +7, 3.5.2."""
    before, after = text[start - 1], text[reading.end : reading.end + 1]
    if reading.digits and SIGNED.match(before):
        phone = PHONE.match(text, start - 1)
        reading.end = phone.end() if phone else reading.end
        return before != "+" or lexicon.patterns.rise.match(text, reading.end) is None or text[start - 2].isalnum()
    if (reading.digits and after == QUOTES.get(before)) or (before in "-–‑" and text[start - 2].isalnum()):
        return not text.endswith(lexicon.hyphened_none, 0, start)
    if after == "»" and closes_name(text, start, reading):
        return True
    if after == "-" and not reading.digits and text.startswith(lexicon.repeated, reading.end):
        return True
    if before == "," and reading.digits and follows:
        return False
    return before in ".,:" and text[start - 2].isdigit()


def closes_name(text: str, start: int, reading: Reading) -> bool:
    """Whether a number at the end of a quotation is part of a name: «Барс 2», but not «нашли 3 млрд»."""
    opens = text.rfind("«", max(0, start - QUOTED), start)
    if opens < 0 or reading.value in YEARS:
        return opens >= 0
    inside = text[opens:start].split()
    named = len(inside) <= NAME or (inside[-1] in DASHES and (len(inside) <= NAME + 2 or len(inside[-2]) == 1))
    return reading.scale == HUGE and named


def item(text: str, start: int) -> int:
    """Where the mark of an item ends that begins a line, or follows ":" or ";": "1)", "2.1.", "; 3)"; else `start`."""
    match = ITEM.match(text, start)
    if match is None:
        return start
    before = text[max(0, start - INDENT) : start].rpartition("\n")
    if before[1] and not before[2].strip(' \t\u00a0"«“'):
        return match.end()
    inside = text.rfind("(", max(0, start - QUOTED), start) > text.rfind(")", max(0, start - QUOTED), start)
    listed = text[start - 1] in " \u00a0" and text[start - 2] in ":;"
    return match.end() if listed and match[0][-1] == ")" and not inside else start


def by_glue(left: Left, lexicon: Lexicon) -> bool:
    """Whether the number is glued to something that is no sign, bracket or currency: an address, a code, a name."""
    if not left.glued:
        return False
    token = left.words[0].lstrip(OPENING + "~≈≥≤<>±*•…−+").rstrip(".")
    if not token or token in "%٪" or token in lexicon.signs:
        return False
    if token[-1] == "," and token.replace(",", "").isdigit():
        return False
    entry = lexicon.find(token)
    return not (entry and entry.unit == word.MONEY)


def by_left(sight: Sight) -> Refusal | None:
    """A number that the word before makes part of something: № 4, статья 189, September 2, grades 5 to 9."""
    if not named(sight):
        return None
    return Refusal(NAMED, glued.dialled(sight.text, sight.start, sight.end) or through(sight))


def named(sight: Sight) -> bool:
    """Whether the word before names something: № 4, статья 189, September 2."""
    left, lexicon = sight.left, sight.lexicon
    if left.glued or not left.words:
        return by_glue(left, lexicon)
    before = left.words[0].lstrip(OPENING)
    if not before or before.rstrip(",") in lexicon.addresses:
        return sight.digits if before else left.dashed(lexicon)
    if lists(before, sight):
        return True
    entry = lexicon.find(before.rstrip(".") if lexicon.manner.month_first else before)  # Dec. 31
    if lexicon.named(before) and not closes(before, lexicon):
        return not (entry and entry.unit == word.DURATION and counted(left, lexicon))
    if entry is not None and not sight.digits and entry.kind in (word.VAGUE, word.ORDINAL):
        first = lexicon.manner.agrees and sight.value in SCALES  # первая тысяча
        # десятки тысяч; екінші тоқсан, the second quarter
        return entry.kind == word.VAGUE or first or sight.value == 90
    return entry is not None and entry.month and dates.of_month(sight, entry)


def closes(before: str, lexicon: Lexicon) -> bool:
    """Whether a sentence ends with the word: "без этой статьи. 14 школ"; a short one is an abbreviation: ст. 189."""
    return before.endswith(".") and before not in lexicon.skip_before and len(before) > ABBREVIATED


def lists(before: str, sight: Sight) -> bool:
    """Whether the number goes on with numbers of something: статей 12, 15 и 18."""
    left, lexicon = sight.left, sight.lexicon
    if before in lexicon.listing_words:
        earlier = left.words[1:]
    elif before.rstrip(",").isdigit() and lexicon.patterns.goes_on.match(sight.text, sight.end):
        earlier = left.words
    else:
        return False
    named = next((found for found in earlier if not found.rstrip(",").isdigit()), "")
    return named not in earlier[:1] and lexicon.named(named.lstrip(OPENING))


def counted(left: Left, lexicon: Lexicon) -> bool:
    """Whether a number stands before the word before: the hours of "2 сағат 30 минут" are no time of day."""
    earlier = left.words[1].lstrip(OPENING) if len(left.words) > 1 else ""
    entry = lexicon.find(earlier)
    return earlier.isdigit() or (entry is not None and entry.kind == word.NUMERAL)


def by_position(left: Left, lexicon: Lexicon) -> bool:
    """Whether an ordinal or "every" stands before a half or a quarter: the first half of the year, every quarter."""
    before = left.words[0].lstrip(OPENING) if left.words else ""
    if before[:1].isdigit() and "-" in before:  # 2-ші жартысында
        return True
    entry = lexicon.find(before)
    return entry is not None and (entry.kind in (word.ORDINAL, word.EVERY) or bool(entry.month))


def by_ordinal(reading: Reading, inflects: bool) -> bool:
    """Whether an ordinal ends the number: двадцать первый, екі мың он тоғызыншы."""
    entry = reading.next
    if entry is None or entry.kind != word.ORDINAL or reading.digits:
        return False
    return inflects or reading.chunk is None or reading.floor >= 10


def by_right(seen: Expression, entry: Word, case: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the word behind, ending at `end`, makes the number, in `case`, a date, an age, a grade or the like."""
    if entry.month and not seen.scale and not case:
        return seen.value <= 31
    if entry.text in lexicon.days and seen.case.startswith("possessive"):  # тамыздың 10-ы күні
        return seen.value <= 31
    if entry.skip and not (entry.text in lexicon.grades and seen.value > GRADES):
        return not earlier(entry, end, seen.text, lexicon)
    if (entry.year or entry.code == "year") and (
        dates.is_year(seen) or entry.text.startswith(lexicon.decades) or dates.in_short(seen, entry, end, lexicon)
    ):
        return True
    return ages.by_age(seen, entry, end, lexicon)


def earlier(entry: Word, end: int, text: str, lexicon: Lexicon) -> bool:
    """Whether the word only says when, beside the number: 96 случаев против 198 годом ранее."""
    match = AFTER.match(text, end) if entry.text in lexicon.adverbial else None
    return match is not None and match[1] in lexicon.adverbial_before


def title(seen: Expression) -> bool:
    """Whether a number that begins a short quotation and counts nothing by itself is a name: «Мың бала»."""
    if seen.text[seen.core_start - 1] != "«" or seen.label != "CARDINAL":
        return False
    end = seen.number_end
    return seen.text.find("»", end, end + TITLE) > 0 and "\n" not in seen.text[end : end + TITLE]


def through(sight: Sight) -> int:
    """Behind the number of something and the last of a series that it begins: grades 5 to 9, aged 8 to 14."""
    text, end, lexicon = sight.text, sight.end, sight.lexicon
    match = THROUGH.match(text, end)
    if match is None or int(match[1]) <= sight.value:
        return end
    entry = lexicon.find(match[2]) if match[2] else None
    if entry is not None and entry.code == "year" and text.endswith(lexicon.aged_before, 0, sight.start):
        return match.end()
    term = entry is not None and bool(entry.unit) and not entry.age  # under Article 3 to 5 years
    return end if term else match.end(1)
