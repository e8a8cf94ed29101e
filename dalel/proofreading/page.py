"""A checked text as one self-contained page: every number a mark that leads to its evidence. Everything is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from dalel.proofreading.explaining import differing, explained, words
from dalel.proofreading.marks import FINDINGS, Mark
from dalel.proofreading.report import Checked
from dalel.publishing.rendering import render
from dalel.publishing.wording import amount, word
from dalel.records import Document

Address = Callable[[str], str | None]
_WEB = re.compile(r"https?://")


def page(checked: Sequence[Checked], language: str, passport: Address) -> bytes:
    """The page in UTF-8; `passport` is the address of a claim's passport, None where none was published."""
    first = checked[0].archive
    said = words(language)
    return render(
        "check.html.j2",
        language=language,
        said=said,
        sample=first.sample,
        texts=[_text(one, number, language, passport) for number, one in enumerate(checked)],
        legend=[(name, said["findings"][name], explained(name, language)) for name in FINDINGS],
        compared=said["compared"].format(claims=len(first.claims), pages=len(first.documents)),
    )


def _text(one: Checked, number: int, language: str, passport: Address) -> dict[str, Any]:
    ids = {mark: f"n{number}-{place}" for place, mark in enumerate(one.marks, start=1)}
    lines = []
    for part, document in enumerate(one.manuscript.documents):
        for field in ("title", "text"):
            own = [mark for mark in one.marks if (mark.part, mark.field) == (part, field)]
            lines += [("h2" if field == "title" else "p", line) for line in _lines(document, field, own, ids)]
    return {
        "name": one.manuscript.name,
        "counts": one.counts(language),
        "lines": lines,
        "notes": [_note(one, mark, ids[mark], language, passport) for mark in one.marks],
    }


def _lines(document: Document, field: str, marks: Sequence[Mark], ids: dict[Mark, str]) -> list[list[dict[str, str]]]:
    """The lines of a field, each as pieces: plain ones, and numbers with their finding and the id of their note."""
    text, lines, at = document.field(field), [], 0
    for line in text.split("\n") if text else []:
        end, pieces, low = at + len(line), [], at
        for mark in marks:
            if at <= mark.low < end and mark.low >= low:
                pieces += [
                    {"text": text[low : mark.low]},
                    {"text": text[mark.low : mark.high], "finding": _look(mark), "note": ids[mark]},
                ]
                low = mark.high
        lines.append([*pieces, {"text": text[low:end]}])
        at = end + 1
    return lines


def _look(mark: Mark) -> str:
    return "wrong" if mark.is_wrong else mark.finding


def _note(one: Checked, mark: Mark, name: str, language: str, passport: Address) -> dict[str, Any]:
    said = words(language)
    claims = [
        {
            "id": claim.claim_id,
            "amount": amount(claim.value, claim.value_max, claim.unit, claim.modality, language),
            "verdict": word("verdicts", verdict, language) if verdict else "",
            "before": claim.sentence[: claim.start - claim.sentence_start],
            "quote": claim.quote,
            "after": claim.sentence[claim.end - claim.sentence_start :],
            "outlet": page.outlet,
            "published": page.published.isoformat() if page.published else "",
            "url": page.url if _WEB.match(page.url) else "",
            "passport": passport(claim.claim_id),
        }
        for claim, page, verdict in one.evidence(mark)
    ]
    return {
        "name": name,
        "text": mark.text,
        "look": _look(mark),
        "finding": said["findings"][mark.finding],
        "explained": explained(mark.finding, language),
        "differs": differing(mark, language),
        "arithmetic": mark.arithmetic,
        "claims": claims,
    }
