"""What is counted: the words that name it, as printed; of money, what it is for.

The noun phrase after the number, if it names what the unit counts; of a share the noun that stands before it in Kazakh
("мектептердің 64 пайызы"). A number without one of its own has that of its whole, of the number before with the same
unit, or of the next one in the sentence: "130 of 200 schools" counts schools both times.
"""

from __future__ import annotations

import re

from dalel.extraction.drafts import REACH, Draft, earlier, in_sentence
from dalel.extraction.elision import ALONE
from dalel.extraction.nouns import nouns
from dalel.extraction.phrases import any_of
from dalel.vocabulary import of_kind

WORDS = re.compile(r"(?:\s+[«\"“]?[^\W\d_][\w’'-]*[»\"”]?){1,7}")
WORD = re.compile(r"[^\W\d_][\w’'-]*")
PURPOSE = re.compile(rf"\s+{any_of('counted', 'purpose')}\s")
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


def assign_counted(drafts: list[Draft]) -> None:
    """Gives every draft the words that name what it counts; wholes are known by now."""
    for draft in drafts:
        draft.counted = _purpose(draft) if draft.is_money else _own(draft)
    for draft in drafts:
        if draft.counted is None and not draft.is_money and draft.measure != "duration":
            draft.counted = _lent(draft, drafts)


def _own(draft: Draft) -> str | None:
    if draft.passage.language == "kk":
        if draft.unit in SHARES:
            return _before(draft)
        if ALONE.search(_word(draft)):
            return None
    low, start = draft.passage.low, _end(draft)
    if draft.unit in SHARES and (of := OF.match(low, start)):
        start = of.end()
    run = WORDS.match(low, start, draft.sentence.high)
    if run is None:
        return None
    named = _phrase(draft, start, run.end())
    return named if named or draft.unit is not None else _unknown(draft, start, run.end())


def _phrase(draft: Draft, start: int, end: int) -> str | None:
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
    return _printed(draft, start, stop)


def _unknown(draft: Draft, start: int, end: int) -> str | None:
    """The next words up to a verb or a preposition, for a thing that no list knows: "77 ульев", "7 contractors"."""
    words, stop = draft.passage.words, None
    for word in list(WORD.finditer(draft.passage.low, start, end))[:UNKNOWN]:
        if word[0] in words.counted_ends or words.verb(word[0]):
            break
        stop = word.end()
        if draft.passage.language != "en" and not ADJECTIVE.fullmatch(word[0]):
            break
    return _printed(draft, start, stop) if stop else None


def _before(draft: Draft) -> str | None:
    """The noun in the genitive before a Kazakh share."""
    match = GENITIVE.search(draft.passage.low, max(draft.sentence.low, draft.low - 60), draft.low)
    return _printed(draft, match.start(1), match.end(1)) if match else None


def _lent(draft: Draft, drafts: list[Draft]) -> str | None:
    """The words of its whole, of the number before that counts the same, or of the next one in the sentence."""
    if draft.whole is not None and draft.whole.counted:
        return draft.whole.counted
    before = [other for other in earlier(drafts, draft)[:REACH] if other.counted and not other.is_money]
    same = [other for other in in_sentence(drafts, draft) if other.counted and not other.is_money]
    if draft.unit in SHARES:
        counts = [o for o in [*reversed(same), *before] if o.unit not in SHARES and o.measure != "duration"]
        near = [o for o in counts if draft.sentence.number - o.sentence.number <= 1]
        return near[0].counted if near else None
    lent = next((other.counted for other in [*before, *same] if other.unit == draft.unit), None)
    return lent or _said_before(draft)


def _said_before(draft: Draft) -> str | None:
    """The noun of its unit that the sentence names before it: "трёхсменных школ осталось 34"."""
    start = max(draft.sentence.low, draft.low - BEFORE)
    said = [noun for noun in nouns(draft.passage, start, draft.low) if noun.unit == draft.unit]
    return _printed(draft, said[-1].start, said[-1].end) if said else None


def _purpose(draft: Draft) -> str | None:
    low, start = draft.passage.low, _end(draft)
    if PURPOSE.match(low, start) is None:
        return None
    run = WORDS.match(low, start, draft.sentence.high)
    return _printed(draft, start, run.end()) if run else None


def _word(draft: Draft) -> str:
    return draft.passage.low[draft.low : draft.high + 8].split()[0]


def _end(draft: Draft) -> int:
    end = draft.quantity.end
    return draft.passage.folded.folded(end - 1) + 1 if end else 0


def _printed(draft: Draft, start: int, stop: int) -> str:
    folded = draft.passage.folded
    return " ".join(draft.passage.text[folded.original(start) : folded.original(stop - 1) + 1].split())
