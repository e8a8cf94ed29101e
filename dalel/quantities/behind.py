"""What follows a plain number: nothing, a percent sign, a scale, a unit, an approximator, the noun it counts."""

from __future__ import annotations

import re

from dalel.quantities import exclusions, heads, modality, nouns, phrases, shapes, units, word
from dalel.quantities.closing import dashed, ended, goes_on, measured
from dalel.quantities.draft import Draft
from dalel.quantities.lexicon import Lexicon
from dalel.quantities.word import Word

# behind a scale: another word, or a smaller number with a scale of its own, 4 млрд 105 млн
NEXT = re.compile(r"(\.?)[ \u00a0](?:([^\W\d_]+)(?![-–\w/']|\.\S)|([0-9]{1,3})[ \u00a0]([^\W\d_]+)(?![-–\w/']))")
CLOSED = frozenset((",", ";", ")", "\n", "!", "?", ":", ""))  # the dot may be that of an abbreviated scale
VAGUE = frozenset({"vague", "about_possessive"})


def unknown(draft: Draft, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Give the draft what is behind it where that is no known word: a percent sign, a clause's end, some word."""
    follow = match[shapes.FOLLOW]
    if follow is not None:
        return strange(draft, follow, match.string, lexicon)
    if match[shapes.SIGN]:
        return percent(draft, match[shapes.SIGN_CASE], match.string, match.end(), lexicon)
    text, end = match.string, match.end()
    return text[end : end + 1] != " " or not dashed(text, end, lexicon)


def excludes(draft: Draft, entry: Word, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the word behind makes the number a date, a grade, a year or an age."""
    if entry.kind:
        return False
    case, end = "" if draft.digits else draft.case, match.end()
    return exclusions.by_right(draft, entry, case, end, match.string, lexicon)


def described(draft: Draft, entry: Word, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Give the draft what the word behind it, known as `entry`, says of it. False: unclear."""
    if entry.role == word.SCALES:
        return not draft.scale and scale(draft, entry, match, lexicon)
    if entry.role == word.MEASURES:
        if draft.case and nouns.apart(draft, entry.unit):  # он баланың жетісі күніне
            return True
        units.take(draft, entry.unit, entry.code, match.end(), entry.case)
        return measured(draft, match.string, lexicon)
    follow = match[shapes.FOLLOW]
    if entry.kind == word.AND and lexicon.continental:
        return strange(draft, follow, match.string, lexicon)
    if entry.kind or follow in lexicon.continues:
        return False
    return unit(draft, entry, follow, match.string, match.end(), lexicon)


def percent(draft: Draft, ending: str | None, text: str, end: int, lexicon: Lexicon) -> bool:
    """Give the draft the percent sign that, with its case ending, ends at `end`."""
    case = lexicon.ending(ending) if ending is not None else ""
    if case is None:
        return False
    units.take(draft, word.PERCENT, "percent", end, case)
    return ended(draft, text, end, lexicon)


def approximate(draft: Draft, entry: Word | None) -> bool:
    """Make a number in that case approximate (300-дей), unless `entry`, known of the word behind it, says more."""
    draft.modality = "about"
    return entry is None or not (entry.after or entry.said)


def strange(draft: Draft, follow: str, text: str, lexicon: Lexicon) -> bool:
    """Give the draft the noun behind a word that says nothing by itself. False: the word may be a suffix apart."""
    if follow in lexicon.continues and (follow not in lexicon.only_later or goes_on(text, draft.end, lexicon)):
        return False
    if lexicon.folded and lexicon.ending(follow):
        return False
    if not draft.case.startswith(nouns.ATTRIBUTED):
        nouns.counted(draft, text, lexicon)
    return True


def unit(draft: Draft, entry: Word, follow: str, text: str, end: int, lexicon: Lexicon) -> bool:
    """Give the draft the unit that `entry`, ending at `end`, is or begins; or the approximator it is."""
    if entry.power:
        if lexicon.continental:
            units.power(draft, text, entry, end, lexicon)
        return bool(draft.unit) and measured(draft, text, lexicon)
    if entry.phrases:
        entry, end = phrases.phrase(entry, text, end, lexicon)
    if not entry.unit:
        if entry.after or entry.said:
            modality.behind(draft, text, lexicon)
        return draft.unit != word.PERCENT if draft.unit else strange(draft, follow, text, lexicon)
    if entry.unit == word.TIMES and units.occasions(draft, text, end, lexicon):
        units.take(draft, word.NOUN, "occasion", end)
        return True
    abbreviated = len(entry.text) == 1 and text[end : end + 1] == "."  # 5 т. тенге
    if abbreviated or entry.after or entry.said or entry.unit not in lexicon.plain_units:
        return False
    if entry.qualifies:
        noun, end = heads.head(entry, draft, text, end, lexicon)
        if noun is None:  # 212 school canteens
            return True
        entry = noun
    partitive = nouns.apart(draft, entry.unit)
    if not partitive:
        units.take(draft, entry.unit, entry.code, end, entry.case)
    plain = partitive or entry.unit == word.NOUN
    return plain or (entry.code not in lexicon.doubtful_units and measured(draft, text, lexicon))


def scale(draft: Draft, entry: Word, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Multiply by the scale, the first word of `match`, and go on behind it: a unit, an approximator, other words.

    The value is without the point that `match` has in it: 34 of "3,4 млрд".
    """
    if draft.value >= 1_000_000 or draft.case:
        return False
    text, times, decimals = match.string, int(entry.value), match[2]
    draft.value = draft.value * (times // shapes.POWERS[len(decimals)] if decimals else times)
    draft.scale, draft.case = times, entry.case
    if draft.upper is not None:
        draft.upper = draft.upper * times
    draft.reach(match.end())
    return beyond_scale(draft, entry, text, lexicon)


def beyond_scale(draft: Draft, entry: Word, text: str, lexicon: Lexicon) -> bool:
    """Go on behind the scale `entry`, with which the draft ends: smaller ones (4 млрд 105 млн 381 тыс.), a word."""
    match = NEXT.match(text, draft.end)
    if match is None:
        return text[draft.end : draft.end + 1] in CLOSED and not draft.case
    if match[3] is None:
        return (entry.short or not match[1]) and scaled(draft, match, lexicon)
    smaller = lexicon.find(match[4])
    if smaller is None or not added(draft, int(match[3]), smaller, match.end()):
        return False
    return beyond_scale(draft, smaller, text, lexicon)


def added(draft: Draft, value: int, entry: Word, end: int) -> bool:
    """Add so many of a smaller scale: 105 млн behind "4 млрд". False where they do not fit."""
    if entry.role != word.SCALES or entry.value >= draft.scale or draft.case or draft.upper is not None:
        return False
    draft.value, draft.scale, draft.case = draft.value + value * entry.value, int(entry.value), entry.case
    draft.reach(end)
    return True


def scaled(draft: Draft, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Give the draft, which has a scale, what is known of the word of `match` behind it."""
    follow = match[2]
    after = lexicon.find(follow)
    if after is not None and after.role == word.MEASURES and not draft.case:
        units.take(draft, after.unit, after.code, match.end(), after.case)
        return measured(draft, match.string, lexicon)
    if draft.case and (after is None or not after.after):
        return False
    if after is None:
        return strange(draft, follow, match.string, lexicon)
    if after.kind or after.flagged or after.said or after.power or (after.after and match[1]):
        return False
    return follow not in lexicon.continues and unit(draft, after, follow, match.string, match.end(), lexicon)
