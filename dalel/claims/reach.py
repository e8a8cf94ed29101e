"""Where the words may stand that tell what a number is about: its own clause or list, its sentence, and what stands
above it: the lead-in of its list, a heading, the title.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from operator import attrgetter

from dalel import languages
from dalel.claims.drafts import CUE_REACH, Draft
from dalel.claims.page import Page, Passage, Sentence
from dalel.regions.spelling import key, lower
from dalel.regions.trie import alternation

Piece = tuple[int, int, bool]  # comparable offsets, and whether it has a predicate
CUT = r"[;()\n]|:\s|\s[—–-]\s|,\s"
NEVER = r"(?!)"
HEADING_WORDS = 14  # a line of more is a sentence whose full stop was lost
LONGEST = 60  # members of a list looked through for its predicate
OPENING = 3  # sentences of the text
LIST_REACH = 40  # sentences looked back at for the lead-in of a list, or a heading
MARKER = re.compile(r"\s*(?:[-–—•*·]|\d{1,2}[).]|[a-zа-яё]\))\s", re.I)
VERBS = frozenset(
    {
        "planned",
        "in_progress",
        "contracted",
        "needed",
        "past",
        "budget_allocated",
        "budget_planned",
        "budget_spent",
        "budget_future",
        "saving",
        "refund",
        "revenue",
    }
)  # labels of cues that are predicates; "ущерб", "цена", "следователи" are none
TELLING = 6  # characters from "деп" to the verb of saying
REST = re.compile(r"\w*")  # of a word
FULL_STOPS = (".", "!", "?", "…", ";", ",")


@dataclass(frozen=True, slots=True)
class Place:
    """Part of a field, and what it is to a number: lead-in, heading, title, or the sentence that it points back to."""

    passage: Passage
    start: int
    end: int
    source: str


@dataclass(frozen=True, slots=True)
class Words:
    """The compiled words of languages/*/reach.toml."""

    last: bool  # a list names the predicate after its last member
    cut: re.Pattern[str]
    back: re.Pattern[str]
    predicate: re.Pattern[str]
    relative: re.Pattern[str]  # begins a clause that only describes a noun before it
    denied_before: re.Pattern[str]
    denied_end: re.Pattern[str]


def own_sentence(draft: Draft) -> Place:
    """The number's sentence, as far as words in it may speak for the number."""
    start, end = draft.sentence.low, draft.sentence.high
    return Place(draft.passage, max(start, draft.low - CUE_REACH), min(end, draft.high + CUE_REACH), "own sentence")


def clause(draft: Draft) -> Place:
    """The part of the sentence whose predicate is the number's: its own clause, or the list that it is a member of."""
    passage, sentence = draft.passage, draft.sentence
    pieces: list[Piece] = passage.once(sentence, _pieces)
    at = max(0, bisect_right(pieces, (draft.low, sentence.high, True)) - 1)
    start, end, told = pieces[at]
    if not told:
        before = next((i for i in range(at - 1, max(-1, at - LONGEST), -1) if pieces[i][2]), None)
        after = next((i for i in range(at + 1, min(len(pieces), at + LONGEST)) if pieces[i][2]), None)
        usual, other_way = (after, before) if _words(passage.language).last else (before, after)
        numbers = passage.once(sentence, _numbers)
        if other_way is not None and not any(pieces[other_way][0] <= low < pieces[other_way][1] for low in numbers):
            other_way = at  # no member of a list: "В районе 42 школы, новую достроят осенью"
        other = usual if usual is not None else other_way
        if other is None:
            return replace(own_sentence(draft), source="own clause")
        start, end = pieces[min(at, other)][0], pieces[max(at, other)][1]
    return Place(passage, max(start, draft.low - CUE_REACH), min(end, draft.high + CUE_REACH), "own clause")


def denied(passage: Passage, start: int, end: int) -> bool:
    """Whether the predicate whose listed beginning is text[start:end] is denied outside it: "не построили", "never
    built", "салын|бады"; not "келмеген" where that is what is listed.
    """
    words = _words(passage.language)
    rest = REST.match(passage.low, end)
    return bool(
        (rest and words.denied_end.search(rest[0]))
        or words.denied_before.search(passage.low[max(0, start - 12) : start])
    )


def above(page: Page, draft: Draft) -> Iterator[Place]:
    """What stands above the number's sentence, nearest first: lead-in, sentence pointed back to, heading, title."""
    passage, sentence = draft.passage, draft.sentence
    yield from _lead_in(passage, sentence)
    yield from _pointed_at(draft)
    yield from _headings(passage, sentence)
    title = page.passage("title")
    if title is not None and title is not passage:
        yield Place(title, 0, len(title.low), "title")


def opening(page: Page) -> Iterator[Place]:
    """What the page says first: its title, lead and first sentences. It tells what is spoken of, never which number."""
    for passage in page.passages:
        last = passage.sentences[: OPENING if passage.field == "text" else None]
        if last:
            yield Place(passage, 0, last[-1].high, "opening")


def says_nothing(draft: Draft) -> bool:
    """Whether the sentence has no predicate of its own: "Также 50 школ в районах"."""
    return not any(told for _, _, told in draft.passage.once(draft.sentence, _pieces))


def is_heading(passage: Passage, sentence: Sentence) -> bool:
    """Whether the sentence is a line of its own that ends in no full stop: what stands below it is told under it."""
    printed = passage.text[sentence.start : sentence.end]
    alone = len(passage.paragraphs[sentence.paragraph]) == 1
    return alone and len(printed.split()) <= HEADING_WORDS and not printed.rstrip("»”\"'").endswith((*FULL_STOPS, ":"))


def _lead_in(passage: Passage, sentence: Sentence) -> Iterator[Place]:
    """The line ending in a colon that the sentence is an item under."""
    if not _is_item(passage, sentence):
        return
    for other in reversed(passage.sentences[max(0, sentence.number - LIST_REACH) : sentence.number]):
        if passage.text[other.start : other.end].rstrip().endswith(":"):
            yield Place(passage, other.low, other.high, "lead-in")
            return
        if not _is_item(passage, other):
            return


def _is_item(passage: Passage, sentence: Sentence) -> bool:
    first = passage.paragraphs[sentence.paragraph][0]
    printed = passage.text[first.start : first.end]
    return bool(MARKER.match(printed)) or printed.rstrip().endswith(";") or _ends_paragraph_before(passage, first)


def _ends_paragraph_before(passage: Passage, first: Sentence) -> bool:
    """Whether the line before ends in a colon or semicolon, so that this one is an item without a mark."""
    if first.number == 0:
        return False
    other = passage.sentences[first.number - 1]
    return passage.text[other.start : other.end].rstrip().endswith((":", ";"))


def _pointed_at(draft: Draft) -> Iterator[Place]:
    """The sentence before, where this one points back to it: "each", "на эти цели", "оның"; and that of its whole."""
    passage, sentence = draft.passage, draft.sentence
    if draft.whole is not None and draft.whole.sentence is not sentence:
        other = draft.whole.sentence
        yield Place(draft.whole.passage, other.low, other.high, "whole")
    if sentence.number and _words(passage.language).back.search(passage.low, sentence.low, sentence.high):
        before = passage.sentences[sentence.number - 1]
        yield Place(passage, before.low, before.high, "sentence before")


def _headings(passage: Passage, sentence: Sentence) -> Iterator[Place]:
    """The nearest heading, and the first line of the text where it is one: a title that the page does not mark."""
    near = reversed(passage.sentences[max(1, sentence.number - LIST_REACH) : sentence.number])
    above = [other for other in near if passage.once(other, is_heading)][:1] + passage.sentences[:1]
    for other in above:
        if other.number < sentence.number and passage.once(other, is_heading):
            yield Place(passage, other.low, other.high, "heading")


def _pieces(passage: Passage, sentence: Sentence) -> list[Piece]:
    """The sentence cut at commas, dashes, "and": each piece with whether it has a predicate.

    Pieces without a number of their own are joined to their neighbour: members of a list of nouns, a subject before an
    insertion, a second predicate of the same subject ("were on the lists but never attended").
    """
    words, numbers = _words(passage.language), passage.once(sentence, _numbers)
    starts = [sentence.low, *(m.end() for m in words.cut.finditer(passage.low, sentence.low, sentence.high))]
    ends = [*starts[1:], sentence.high]
    found: list[Piece] = []
    bare = False  # whether the last piece has neither number nor predicate
    for start, end in zip(starts, ends, strict=True):
        predicate = _predicate(passage, sentence, start, end)
        number = any(start <= low < end for low in numbers[bisect_left(numbers, start) :][:1])
        told = predicate is not None
        second = predicate is not None and passage.low.count(" ", start, predicate) <= 1
        if found and (bare or (not number and (not told or second or not found[-1][2]))):
            found[-1] = (found[-1][0], end, found[-1][2] or told)
            bare = bare and not number and not told
        else:
            found.append((start, end, told))
            bare = not number and not told
    return found


def _numbers(passage: Passage, sentence: Sentence) -> list[int]:
    """Where the quantities of the sentence begin."""
    first = bisect_left(passage.quantities, sentence.start, key=attrgetter("start"))
    last = bisect_left(passage.quantities, sentence.end, key=attrgetter("start"))
    return [passage.folded.folded(quantity.core_start) for quantity in passage.quantities[first:last]]


def _predicate(passage: Passage, sentence: Sentence, start: int, end: int) -> int | None:
    """Where a piece has a predicate of its own: none that only tells who said it, none of a relative clause."""
    words = _words(passage.language)
    if words.relative.match(passage.low, start):
        return None
    telling = [cue.start for cue in passage.cues_in(sentence, "speakers") if cue.label == "verbs"]
    cues = [cue for kind in ("statuses", "measures") for cue in passage.cues_in(sentence, kind)]
    found = [(cue.start, cue.end) for cue in cues if start <= cue.start < end and cue.label in VERBS]
    found += [m.span() for one in (words.predicate, passage.words.past) for m in one.finditer(passage.low, start, end)]
    own = (low for low, high in found if not any(low - TELLING <= at < high for at in telling))
    return min(own, default=None)


@cache
def _words(language: str) -> Words:
    table = languages.load(language, "reach")
    spell = lower if language == "en" else key
    ends = [key(end) if language != "en" else end for end in table["predicate_ends"]]
    return Words(
        last=table["predicate"] == "last",
        cut=re.compile(rf"(?:,\s|\s)(?:{alternation(map(spell, table['joints']))})\s|{CUT}"),
        back=re.compile(rf"(?<!\w){alternation(map(spell, table['back']))}"),
        predicate=_either(
            _beginnings(tuple(map(spell, table["predicates"]))), rf"\w{{2,}}(?:{'|'.join(ends)})(?!\w)" if ends else ""
        ),
        relative=re.compile(rf"\s*{alternation(map(spell, table['relative']))}(?!\w)" if table["relative"] else NEVER),
        denied_before=re.compile(
            rf"(?<!\w)(?:{'|'.join(map(spell, table['denied_by']))})\s+$" if table["denied_by"] else NEVER
        ),
        denied_end=re.compile(rf"(?:{'|'.join(map(spell, table['denied_ends']))})" if table["denied_ends"] else NEVER),
    )


def _beginnings(words: Sequence[str]) -> str:
    whole = [word.removesuffix("_") for word in words if word.endswith("_")]
    begin = [word for word in words if not word.endswith("_")]
    parts = ([rf"{alternation(whole)}(?!\w)"] if whole else []) + ([alternation(begin)] if begin else [])
    return "|".join(parts)


@lru_cache
def _either(*patterns: str) -> re.Pattern[str]:
    given = "|".join(pattern for pattern in patterns if pattern)
    return re.compile(rf"(?<!\w)(?:{given})") if given else re.compile(NEVER)
