"""What is counted: the words that name it, as printed after (or before) the number."""

from __future__ import annotations

import re

from dalel.extraction.drafts import Draft

NOUNS = re.compile(r"\s*((?:[^\W\d_][\w’'-]*\s*){1,6})")
STOP = re.compile(r"[,.;:()«»“”\"—–]|\s-\s|\d")


def assign_counted(drafts: list[Draft]) -> None:
    """Gives every draft the words that follow its number, up to punctuation; a draft without any those of its
    neighbour.
    """
    for draft in drafts:
        text = draft.passage.text[draft.quantity.end : draft.sentence.end]
        stop = STOP.search(text)
        words = text[: stop.start()] if stop else text
        found = NOUNS.match(words)
        draft.counted = found[1].strip() if found else draft.counted
