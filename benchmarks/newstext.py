"""News text to time readers on: the sample pages as documents, and the same without any paragraph that has a number."""

from __future__ import annotations

import re
from itertools import cycle

from benchmarks import corpora

PAGE = 3000  # characters: about what one of these outlets prints under a headline


def pages(language: str) -> list[str]:
    """Title, lead and paragraphs of every Cyrillic (or English) sample page in the language, one text a page."""
    return [
        "\n".join([sample["title"] or "", sample["lead"] or "", *sample["paragraphs"]])
        for sample in corpora.samples()
        if sample["language"] == language and sample["script"] in ("Cyrl", "Latn")
        if language == "en" or sample["script"] == "Cyrl"
    ]


def without_numbers(language: str) -> list[str]:
    """Pages of realistic length made of the paragraphs that hold no digit."""
    paragraphs = [p for page in pages(language) for p in page.split("\n") if p and not re.search(r"\d", p)]
    made: list[str] = []
    supply = cycle(paragraphs)
    for _ in range(12):
        page = ""
        while len(page) < PAGE:
            page += next(supply) + "\n"
        made.append(page)
    return made


def sentences() -> list[str]:
    """KazNERD's sentences, several to a text: transcribed television news, half of its numbers spelled out."""
    texts = [row["text"] for row in corpora.rows("kaznerd_valid")]
    return ["\n".join(texts[start : start + 25]) for start in range(0, len(texts), 25)]


def of_size(texts: list[str], size: int) -> str:
    """The texts joined and repeated up to `size` bytes of UTF-8."""
    whole = "\n".join(texts) + "\n"
    return (whole * (size // len(whole.encode()) + 1)).encode()[:size].decode(errors="ignore")
