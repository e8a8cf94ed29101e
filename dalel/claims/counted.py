"""What is counted: the noun phrase that names it, in the nominative.

The noun phrase after the number, if it names what the unit counts; of a share the noun that stands before it in Kazakh
("мектептердің 64 пайызы"). A number without one of its own has that of its whole, of the number before with the same
unit, or of the next one in the sentence: "130 of 200 schools" counts schools both times.
"""

from __future__ import annotations

import re

from dalel.claims.drafts import REACH, Draft, earlier, in_sentence
from dalel.claims.elision import ALONE
from dalel.claims.nominative import nominative
from dalel.claims.nouns import nouns
from dalel.claims.phrases import any_of
from dalel.vocabulary import of_kind

WORDS = re.compile(r"(?:\s+[«\"“]?[^\W\d_][\w’'-]*[»\"”]?){1,7}")
WORD = re.compile(r"[^\W\d_][\w’'-]*")
OF = re.compile(rf"\s+{any_of('counted', 'of')}(?:\s+{any_of('counted', 'of_which')})?(?=\s)")
GENITIVE = re.compile(  # "мектептердің 64 пайызы"
    rf"([^\W\d_][\w-]*{any_of('counted', 'genitives')})\s+(?:{any_of('counted', 'only')}\s+)?$"
)
ADJECTIVE = re.compile(rf"\w+{any_of('counted', 'adjectives')}$")
PARTICIPLE = re.compile(rf"{any_of('counted', 'participles')}$")  # "31 объект сдан"
NAMED = 2  # words after a Russian noun that still belong to its name: "школ Актюбинской области"
BEFORE = 60  # characters before a number in which its noun may stand
UNKNOWN = 3  # words that may name a thing no noun list knows
POSSESSOR = ("'s", "’s")  # "15% of the city's 290,000 pupils" counts no cities
SHARES = of_kind("share")


Span = tuple[int, int]


def assign_counted(drafts: list[Draft]) -> None:
    """Gives every draft that is no sum of money the noun phrase of what it counts; wholes are known by now."""
    for draft in drafts:
        if not draft.is_money and (span := _own(draft)) is not None:
            _put(draft, *span, "the noun of the number")
    for draft in drafts:
        if draft.counted is None and not draft.is_money and draft.measure != "duration":
            _lend(draft, drafts)


def _put(draft: Draft, start: int, stop: int, rule: str) -> None:
    passage = draft.passage
    draft.told("counted", nominative(passage.printed(start, stop), passage.language), start, stop, rule)


def _own(draft: Draft) -> Span | None:
    low, start = draft.passage.low, _end(draft)
    if GENITIVE.search(low, max(draft.sentence.low, draft.low - 60), draft.low) and draft.unit in SHARES:
        return _before(draft)
    if ALONE.search(_word(draft)):
        return None
    if draft.unit in SHARES and (of := OF.match(low, start)):
        start = of.end()
    run = WORDS.match(low, start, draft.sentence.high)
    if run is None:
        return None
    named = _phrase(draft, start, run.end())
    return named if named or draft.unit is not None else _unknown(draft, start, run.end())


def _phrase(draft: Draft, start: int, end: int) -> Span | None:
    """From the number to the noun of its unit, and up to two words of a Russian name after it."""
    low, words = draft.passage.low, draft.passage.words
    any_noun = draft.unit in SHARES or draft.measure in ("multiple", "seat_count")
    named = [n for n in nouns(draft.passage, start, end) if not low.startswith(POSSESSOR, n.end)]
    noun = next((n for n in named if any_noun or draft.unit in (None, n.unit)), None)
    if noun is None or words.counted_ends & set(low[start : noun.start].split()):
        return None
    stop = noun.end
    after = NAMED if draft.passage.language == "ru" else 0
    for word in list(WORD.finditer(low, noun.end, end))[:after]:
        other = nouns(draft.passage, word.start(), word.end())
        if word[0] in words.counted_ends or words.verb(word[0]) or PARTICIPLE.search(word[0]) or other:
            break
        stop = word.end()
    return start, stop


def _unknown(draft: Draft, start: int, end: int) -> Span | None:
    """The next words up to a verb or a preposition, for a thing that no list knows: "77 ульев", "7 contractors"."""
    words, stop = draft.passage.words, None
    for word in list(WORD.finditer(draft.passage.low, start, end))[:UNKNOWN]:
        if word[0] in words.counted_ends or words.verb(word[0]):
            break
        stop = word.end()
        if draft.passage.language != "en" and not ADJECTIVE.fullmatch(word[0]):
            break
    return (start, stop) if stop else None


def _before(draft: Draft) -> Span | None:
    """The noun in the genitive before a Kazakh share."""
    match = GENITIVE.search(draft.passage.low, max(draft.sentence.low, draft.low - 60), draft.low)
    return match.span(1) if match else None


def _lend(draft: Draft, drafts: list[Draft]) -> None:
    """The words of its whole, of the number before that counts the same, or of the next one in the sentence."""
    if draft.whole is not None and draft.whole.counted:
        draft.inherit("counted", draft.whole, "as its whole")
        return
    before = [other for other in earlier(drafts, draft)[:REACH] if other.counted and not other.is_money]
    same = [other for other in in_sentence(drafts, draft) if other.counted and not other.is_money]
    if draft.unit in SHARES:
        counts = [o for o in [*reversed(same), *before] if o.unit not in SHARES and o.measure != "duration"]
        near = [o for o in counts if draft.sentence.number - o.sentence.number <= 1]
    else:
        near = [other for other in [*before, *same] if other.unit == draft.unit and draft.unit is not None]
    if near:
        draft.inherit("counted", near[0], "as the number beside it that counts the same")
    elif (span := _said_before(draft)) is not None:
        _put(draft, *span, "the noun named before the number")


def _said_before(draft: Draft) -> Span | None:
    """The noun of its unit that the sentence names before it: "трёхсменных школ осталось 34"."""
    start = max(draft.sentence.low, draft.low - BEFORE)
    said = [noun for noun in nouns(draft.passage, start, draft.low) if noun.unit == draft.unit]
    return (said[-1].start, said[-1].end) if said else None


def _word(draft: Draft) -> str:
    return draft.passage.low[draft.low : draft.high + 8].split()[0]


def _end(draft: Draft) -> int:
    end = draft.quantity.end
    return draft.passage.folded.folded(end - 1) + 1 if end else 0
