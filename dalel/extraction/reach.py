"""Where the words may stand that tell what a number is about: its own clause or list, its sentence, and what stands
above it: the lead-in of its list, a heading, the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from dalel import languages
from dalel.extraction.drafts import Draft
from dalel.extraction.page import Page, Passage, Sentence
from dalel.regions.spelling import key, lower
from dalel.regions.trie import alternation

Span = tuple[int, int]  # comparable offsets
CUT = r"[;()\n]|:\s|\s[—–-]\s|,\s"
NUMBER = re.compile(r"\d")
HEADING_WORDS = 14  # a line of more is a sentence whose full stop was lost
LIST_REACH = 40  # sentences looked back at for the lead-in of a list, or a heading
MARKER = re.compile(r"\s*(?:[-–—•*·]|\d{1,2}[).]|[a-zа-яё]\))\s", re.I)
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
    denied_before: re.Pattern[str]
    denied_end: re.Pattern[str]


def clause(draft: Draft) -> Span:
    """The part of the sentence whose predicate is the number's: its own clause, or the list that it is a member of."""
    passage, sentence = draft.passage, draft.sentence
    pieces: list[tuple[int, int, bool]] = passage.once(sentence, _pieces)
    at = next((i for i, (_, end, _) in enumerate(pieces) if draft.low < end), len(pieces) - 1)
    start, end, told = pieces[at]
    if told:
        return start, end
    before = next((i for i in range(at - 1, -1, -1) if pieces[i][2]), None)
    after = next((i for i in range(at + 1, len(pieces)) if pieces[i][2]), None)
    ways = (after, before) if _words(passage.language).last else (before, after)
    other = next((way for way in ways if way is not None), None)
    if other is None:
        return sentence.low, sentence.high
    return pieces[min(at, other)][0], pieces[max(at, other)][1]


def denied(passage: Passage, start: int, end: int) -> bool:
    """Whether the predicate that begins at text[start:end] is denied: "не построили", "never built", "салынбады"."""
    words = _words(passage.language)
    stop = re.compile(r"\w*").match(passage.low, end)
    word = passage.low[start : stop.end() if stop else end]
    return bool(words.denied_end.search(word) or words.denied_before.search(passage.low[max(0, start - 12) : start]))


def above(page: Page, draft: Draft) -> Iterator[Place]:
    """What stands above the number's sentence, nearest first: lead-in, the sentence it points back to, heading, title."""
    passage, sentence = draft.passage, draft.sentence
    yield from _lead_in(passage, sentence)
    yield from _pointed_at(draft)
    yield from _headings(passage, sentence)
    title = page.passage("title")
    if title is not None and title is not passage:
        yield Place(title, 0, len(title.low), "title")


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
    before = passage.before(sentence)[:1]
    if before and _words(passage.language).back.search(passage.low, sentence.low, sentence.high):
        yield Place(passage, before[0].low, before[0].high, "sentence before")


def _headings(passage: Passage, sentence: Sentence) -> Iterator[Place]:
    for other in reversed(passage.sentences[max(0, sentence.number - LIST_REACH) : sentence.number]):
        if other.paragraph != sentence.paragraph and passage.once(other, is_heading):
            yield Place(passage, other.low, other.high, "heading")
            return


def _pieces(passage: Passage, sentence: Sentence) -> list[tuple[int, int, bool]]:
    """The sentence cut at commas, dashes, "and": each piece with whether it has a predicate.

    A piece that has neither a number nor a predicate belongs to the one before it ("школы, лицеи и гимназии").
    """
    words = _words(passage.language)
    starts = [sentence.low, *(m.end() for m in words.cut.finditer(passage.low, sentence.low, sentence.high))]
    ends = [*starts[1:], sentence.high]
    found: list[tuple[int, int, bool]] = []
    for start, end in zip(starts, ends, strict=True):
        told, number = _predicate(passage, sentence, start, end), NUMBER.search(passage.low, start, end)
        if found and not number and not (told and found[-1][2]):
            found[-1] = (found[-1][0], end, found[-1][2] or told)
        else:
            found.append((start, end, told))
    return found


def _predicate(passage: Passage, sentence: Sentence, start: int, end: int) -> bool:
    telling = {cue.start for cue in passage.cues_in(sentence, "speakers")}
    cues = [*passage.cues_in(sentence, "statuses"), *passage.cues_in(sentence, "measures")]
    if any(start <= cue.start < end and cue.start not in telling for cue in cues):
        return True
    patterns = (_words(passage.language).predicate, passage.words.past)
    return any(m.start() not in telling for pattern in patterns for m in pattern.finditer(passage.low, start, end))


@cache
def _words(language: str) -> Words:
    table = languages.load(language, "reach")
    spell = lower if language == "en" else key
    ends = [key(end) if language != "en" else end for end in table["predicate_ends"]]
    return Words(
        last=table["predicate"] == "last",
        cut=re.compile(rf"{CUT}|\s(?:{alternation(map(spell, table['joints']))})\s"),
        back=re.compile(rf"(?<!\w){alternation(map(spell, table['back']))}"),
        predicate=_either(_beginnings(tuple(map(spell, table["predicates"]))), rf"\w{{2,}}(?:{'|'.join(ends)})(?!\w)" if ends else ""),
        denied_before=re.compile(rf"(?<!\w)(?:{'|'.join(map(spell, table['denied_by']))})\s+$" if table["denied_by"] else r"(?!)"),
        denied_end=re.compile(rf"(?:{'|'.join(map(spell, table['denied_ends']))})" if table["denied_ends"] else r"(?!)"),
    )


def _beginnings(words: Sequence[str]) -> str:
    whole = [word.removesuffix("_") for word in words if word.endswith("_")]
    begin = [word for word in words if not word.endswith("_")]
    parts = ([rf"{alternation(whole)}(?!\w)"] if whole else []) + ([alternation(begin)] if begin else [])
    return "|".join(parts)


@lru_cache
def _either(*patterns: str) -> re.Pattern[str]:
    given = "|".join(pattern for pattern in patterns if pattern)
    return re.compile(rf"(?<!\w)(?:{given})") if given else re.compile(r"(?!)")
