"""The short way for plain numbers: digits, or one number word, with nothing around them that needs the full grammar.

Most numbers in news are "22 463 компьютера", "62 процента", "более 3,4 млрд тенге", "две школы". Those are read here in
one step, in a third of the time; where the answer is 0 the full grammar reads. It must never answer otherwise than the
full grammar would: tests compare the two.
"""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.extraction.numbers import behind, compounds, exclusions, leads, modality, suffixes, word
from dalel.extraction.numbers.draft import Draft
from dalel.extraction.numbers.left import Left
from dalel.extraction.numbers.lexicon import Lexicon
from dalel.extraction.numbers.reading import Reading
from dalel.extraction.numbers.word import Word

# The end of the clause, a percent sign with its suffix, or a word that nothing is glued to: groups -3 to -1.
AFTER = (
    r"(?:(?=[,;)\n!?]|\Z|[.:](?:\s|\Z)| [—–] [^\W\d_¼½¾⅓⅔⅛])(?!,[0-9])|[ \u00a0]?(%)(?:-([^\W\d_]{1,7}))?(?![-–\w])"
    r"|[ \u00a0]([^\W\d_¼½¾⅓⅔⅛]+)(?![-–\w/'$]|\.\S))"
)
CONTINENTAL = re.compile(
    r"([0-9]{1,3}(?:[ \u00a0][0-9]{3}){1,4}(?![0-9])|[0-9]{1,9})(?:,(?!000)([0-9]{1,3}))?(?:-([^\W\d_]{1,7}))?" + AFTER
)
ENGLISH = re.compile(r"([0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9])|[0-9]{1,9})(?:\.([0-9]{1,3}))?()" + AFTER)
RANGE = re.compile(r"([0-9]{1,9})[-–]([0-9]{1,9})" + AFTER)
ALONE = re.compile(AFTER)
SEPARATORS = {ord(" "): None, 0xA0: None, ord(","): None}
GAPS = frozenset(" \n")
SPECIAL = frozenset({0, 1, 90})  # no count: none, one of; "тоқсан" is a quarter of a year, too
UNFINISHED = frozenset(" .")  # a dash and another number word, or the dot of a scale, may go on
SPELLED = frozenset({word.NUMERAL, word.SCALE})


def plain(text: str, position: int, lexicon: Lexicon, found: list[Draft]) -> int:
    """Read a plain number or date at `position`, where a digit stands, append the number to `found`.

    Returns where to go on, 0 where the full grammar must read it.
    """
    edge = position - 1 if text[position - 1] == "(" else position
    if text[edge - 1] not in GAPS:
        return 0
    match = (ENGLISH if lexicon.language == "en" else CONTINENTAL).match(text, position)
    if match is None:
        return 0 if edge < position or lexicon.scores else ranged(text, position, lexicon, found)
    digits, decimals, ending = match.group(1, 2, 3)
    draft = Draft(position, match.end(1), int(digits) if digits.isdecimal() else int(digits.translate(SEPARATORS)))
    draft.digits = True
    if decimals:
        draft.value = Decimal(f"{draft.value}.{decimals}")
        draft.reach(match.end(2))
    kind = leads.before(draft, text, edge, lexicon)
    if kind and (kind in leads.UNCLEAR or edge < position):
        return named(draft, match, lexicon) if kind == leads.NAMES and edge == position and not ending else 0
    if ending and not suffixed(draft, ending, match, lexicon):
        return 0
    return settle(draft, kind, match, lexicon, found)


def named(draft: Draft, match: re.Match[str], lexicon: Lexicon) -> int:
    """Behind the number of a school, an article, a telephone; 0 where it may go on."""
    entry = lexicon.find(match[6]) if match[6] else None
    return 0 if entry is not None and entry.kind else exclusions.end_of_date(match.string, draft.end)


def suffixed(draft: Draft, ending: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Give the digits their case ending: 750-ге, 900-і, 2-х. False where it is none, or where the number goes on."""
    entry = lexicon.find(ending)
    follow = lexicon.find(match[6]) if match[6] else None
    if ending in lexicon.particles or (entry is not None and entry.unit) or (follow is not None and follow.kind):
        return False
    if not suffixes.inflection(draft, match.string, ending, lexicon) or draft.case == "about":
        return False
    draft.reach(match.end(3))
    return True


def ranged(text: str, position: int, lexicon: Lexicon, found: list[Draft]) -> int:
    """Read 420-450 or 2019-2021 with what follows it."""
    match = RANGE.match(text, position)
    if match is None:
        return 0
    draft = Draft(position, match.end(2), int(match[1]))
    draft.upper, draft.digits, draft.modality = int(match[2]), True, "range"
    kind = leads.before(draft, text, position, lexicon)
    if draft.value >= draft.upper or kind in leads.UNCLEAR:
        return 0
    return settle(draft, kind, match, lexicon, found)


def spelled(text: str, position: int, end: int, entry: Word, lexicon: Lexicon, found: list[Draft]) -> int:
    """Read the number word `entry`, which stands from `position` to `end`: две школы, бес балаға, more than a thousand.

    Returns where to go on, 0 where the full grammar must read it.
    """
    match = ALONE.match(text, end) if text[position - 1] in GAPS else None
    if match is not None and (entry.kind == word.EVERY or entry.value in SPECIAL):
        return no_count(match, position, entry, lexicon)
    if match is None or entry.kind not in SPELLED or (entry.case and entry.case not in behind.CASES):
        return 0
    if match.end() == end and text[end : end + 1] in UNFINISHED:
        return 0
    draft = Draft(position, end, entry.value)
    draft.case = entry.case
    if entry.kind == word.SCALE:
        draft.scale = int(entry.value)
    kind = leads.before(draft, text, position, lexicon)
    if kind in leads.UNCLEAR or text[position:end] in lexicon.vague_alone:
        return 0
    return settle(draft, kind, match, lexicon, found)


def no_count(match: re.Match[str], position: int, entry: Word, lexicon: Lexicon) -> int:
    """Behind "every" without an ordinal (каждой школе), behind "one of"; 0 for anything else."""
    follow = lexicon.find(match[3]) if match[3] else None
    if entry.kind == word.EVERY:
        nothing = match[3] is not None and (follow is None or follow.kind != word.ORDINAL)
    else:
        nothing = entry.value == 1 and match[3] in lexicon.one_after
        nothing = nothing and leads.last_word(match.string, position) not in lexicon.none
    return exclusions.end_of_date(match.string, match.start()) if nothing else 0


def settle(draft: Draft, kind: str, match: re.Match[str], lexicon: Lexicon, found: list[Draft]) -> int:
    """Give the draft what stands around it and append it, unless it is no quantity; where to go on, 0 if unclear."""
    text, follow = match.string, match[match.re.groups]
    entry = lexicon.find(follow) if follow is not None else None
    if entry is not None and entry.counted and not draft.case:  # the most frequent case: a noun behind its number
        draft.unit, draft.code = word.NOUN, entry.code
        draft.noun_end, draft.noun_case = match.end(), entry.case
    elif entry is not None and entry.flagged and not entry.kind and excluded(draft, entry, text, match.end(), lexicon):
        return exclusions.end_of_date(text, draft.end)
    elif not behind.described(draft, entry, match, lexicon):
        return 0
    if (kind and not leads.applied(draft, kind, text, lexicon)) or unsure(draft, lexicon):
        return 0
    if draft.noun_case and draft.unit == word.NOUN:
        modality.beyond(draft, text, lexicon)
    if not draft.unit and exclusions.bare_year(text, draft):
        return exclusions.end_of_date(text, draft.end)
    if found and draft.start < found[-1].end:
        draft.start = max(draft.start, min(found[-1].end, draft.core_start))
    if draft.unit == word.DURATION and compounds.merge(found, draft, text):
        return draft.end
    if text[draft.core_start - 1] != "(" or not compounds.bracketed(found, draft, text, lexicon):
        found.append(draft)
    return draft.end


def unsure(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether the number may be a time of day (19.30) or count the word before it (школ 12 млн)."""
    if draft.scale or not draft.digits:
        return draft.lead in lexicon.inverted
    return not draft.unit and lexicon.language == "en" and type(draft.value) is Decimal


def excluded(draft: Draft, entry: Word, text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the word behind, ending at `end`, makes it a date, a grade, a year or an age: 8 октября, 9 класс."""
    reading = Reading(draft.core_start)
    reading.next, reading.next_end = entry, end
    reading.case = "" if draft.digits else draft.case
    return exclusions.by_right(draft, reading, Left(text, draft.core_start, lexicon), lexicon)
