"""The words of the frames of one language, as one search: text in the comparable spelling -> hits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from dalel import languages
from dalel.claims.frames.declared import frames
from dalel.errors import MalformedDeclaration, UnknownName
from dalel.regions.spelling import key, lower
from dalel.regions.trie import alternation

ENDING = r"\w*+"


class Hit(NamedTuple):
    """text[start:end] (comparable spelling, whole words) is a word or phrase of `frame`."""

    start: int
    end: int
    frame: str


@dataclass(frozen=True, slots=True)
class FrameWords:
    """The compiled words of one language and the tables of how predicates are told."""

    pattern: re.Pattern[str]
    meaning: Mapping[str, str]  # beginning (or whole word with "_") -> frame
    exact: Mapping[str, tuple[str, str]]  # beginning -> its letters as printed, and the frame they are a word of
    tables: Mapping[str, Any]

    def hits(self, text: str, start: int, end: int, printed: Callable[[int, int], str]) -> Iterator[Hit]:
        """Every frame word of text[start:end], in order; of several at one place the longest. `printed` gives the
        letters of the page for a span, folded to one script but no further.
        """
        for match in self.pattern.finditer(text, start, end):
            whole, begin = match["whole"], match["begin"]
            longer = whole if whole and (not begin or len(whole) >= len(begin)) else begin
            mark = "_" if longer is whole and whole else ""
            at = match.start() + len(longer)
            while at < end and (text[at].isalnum() or text[at] == "_"):
                at += 1
            word = " ".join(longer.split()) + mark
            letters, frame = self.exact.get(word, ("", ""))
            if letters and printed(match.start(), match.start() + len(letters)) == letters:
                yield Hit(match.start(), at, frame)
            elif word in self.meaning:
                yield Hit(match.start(), at, self.meaning[word])


@cache
def frame_words(language: str) -> FrameWords:
    """The frame words of a language. MalformedDeclaration for a frame that frames.toml has not, or a word of two."""
    tables = languages.load(language, "frames")
    spell = spelling(language)
    meaning: dict[str, str] = {}
    exact: dict[str, tuple[str, str]] = {}
    for frame, words in tables["frames"].items():
        if frame not in frames():
            raise MalformedDeclaration(
                f"languages/{language}/frames.toml: {UnknownName('frame', frame, list(frames()))}"
            )
        for listed in words:
            word = listed.removeprefix("=")
            if word != listed:
                exact[spell(word)] = word, frame
                continue
            if meaning.setdefault(spell(word), frame) != frame:
                raise MalformedDeclaration(
                    f"languages/{language}/frames.toml: {word!r} is a word of {frame} and of {meaning[spell(word)]}"
                )
    by_mark: dict[bool, set[str]] = defaultdict(set)
    for word in (*meaning, *exact):
        by_mark[word.endswith("_")].add(word.removesuffix("_"))
    whole = alternation(by_mark[True]) if by_mark[True] else r"(?!)"
    begin = alternation(by_mark[False]) if by_mark[False] else r"(?!)"
    pattern = rf"(?<!\w)(?=(?P<whole>{whole}(?!\w))?)(?=(?P<begin>{begin})?)(?(whole)|(?(begin)|(?!)))(?=\w)"
    return FrameWords(re.compile(pattern), meaning, exact, tables)


@cache
def listed(language: str, table: str, name: str = "words") -> re.Pattern[str]:
    """The words of one table as a search: beginnings, and whole words where "_" ends them."""
    words = [spelling(language)(word) for word in frame_words(language).tables[table][name]]
    whole = alternation({word[:-1] for word in words if word.endswith("_")} or {"\0"})
    begin = alternation({word for word in words if not word.endswith("_")} or {"\0"})
    return re.compile(rf"(?<!\w)(?:{whole}(?!\w)|{begin}\w*)")


def spelling(language: str) -> Any:
    """How words of a language's files are spelled to be compared with its texts."""
    return lower if language == "en" else key
