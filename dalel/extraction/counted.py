"""What is counted: the words that name it, as printed after the number; of money, what it is for."""

from __future__ import annotations

import re

from dalel.extraction.drafts import Draft
from dalel.extraction.nouns import nouns

WORDS = re.compile(r"(?:\s+[^\W\d_][\w’'-]*){1,7}")
WORD = re.compile(r"[^\W\d_][\w’'-]*")
PURPOSE = re.compile(r"\s+(?:на|для|for|to)\s")
NAMED = 2  # words after the noun that still belong to its name: "школ Актюбинской области"


def assign_counted(drafts: list[Draft]) -> None:
    """Gives every draft the words after its number that name what it counts; one without any those of its neighbour."""
    last: dict[str | None, str] = {}
    for draft in drafts:
        draft.counted = _purpose(draft) if draft.is_money else _noun_phrase(draft)
        if draft.counted is None and draft.elided:
            draft.counted = last.get(draft.unit)
        elif draft.counted is not None:
            last[draft.unit] = draft.counted


def _noun_phrase(draft: Draft) -> str | None:
    """The noun within the next words, with what stands before it and up to two words of its name after it."""
    low, end = draft.passage.low, draft.quantity.end
    start = draft.passage.folded.folded(end - 1) + 1 if end else 0
    run = WORDS.match(low, start, draft.sentence.high)
    named = nouns(draft.passage, start, run.end()) if run else []
    if run is None or not named:
        return None
    stop = named[0].end
    after = NAMED if draft.passage.language != "kk" else 0  # in Kazakh the noun comes last
    for word in list(WORD.finditer(low, named[0].end, run.end()))[:after]:
        if word[0] in draft.passage.words.counted_ends or draft.passage.words.verb(word[0]):
            break
        stop = word.end()
    return _printed(draft, start, stop)


def _purpose(draft: Draft) -> str | None:
    low, start = draft.passage.low, draft.passage.folded.folded(draft.quantity.end - 1) + 1
    if PURPOSE.match(low, start) is None:
        return None
    run = WORDS.match(low, start, draft.sentence.high)
    return _printed(draft, start, run.end()) if run else None


def _printed(draft: Draft, start: int, stop: int) -> str:
    folded = draft.passage.folded
    return " ".join(draft.passage.text[folded.original(start) : folded.original(stop - 1) + 1].split())
