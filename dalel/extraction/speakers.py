"""Who says it: the person or office that the sentence, the quotation or the page gives the word to.

An attribution is a verb of saying, or "по словам", "айтуынша", beside a name or an office; it holds for its paragraph and for the
paragraphs after it until another. What stands before the first one belongs to it too: news begins with the fact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dalel.extraction.drafts import Draft
from dalel.extraction.page import Page, Passage, Sentence

CAPITAL = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІÁǴŃÓÚÝÄĞÑÖÜŞİ]"
NAME = re.compile(rf"(?:{CAPITAL}\.\s?)?{CAPITAL}[\w’'-]+(?:\s+{CAPITAL}[\w’'-]+)?")


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who is given the word in a sentence."""

    passage: Passage
    sentence: Sentence
    words: str


def assign_speakers(page: Page, drafts: list[Draft]) -> None:
    """Gives every draft its speaker, where the page names one."""
    return


__all__ = ["Voice", "assign_speakers"]
