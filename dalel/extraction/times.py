"""The day, month, year or period a number holds for, as EDTF.

A date in the sentence comes first (a deadline only for what is planned), then a period that the paragraph or page has named, then
the day the page speaks of: plans hold for its year, the rest for its month, and for the day itself where a session on that day is
reported for the whole country.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dalel.dates import DateMention, find_dates
from dalel.extraction.drafts import Draft
from dalel.extraction.page import Page, Passage, Sentence
from dalel.regions import COUNTRY

QUOTED = re.compile(r"[«\"“][^«»\"“”\n]*$")
SCHOOL_YEAR = re.compile(r"\s*(?:учебн|оқу жыл|school year|academic year)")
YEARS = re.compile(r"(\d{4})(?:-\d\d(?:-\d\d)?)?")
PLANS = ("planned", "needed")


@dataclass(frozen=True, slots=True)
class Reference:
    """The day the page speaks of, as far as it is known, and whether it is the day of a session."""

    day: date | None
    month: str | None
    year: str | None
    session: bool


def reference(page: Page) -> Reference:
    """Publication day, else the first full date of the text, else a date without year in the last year it names."""
    day = page.document.published
    mentions = [mention for passage in page.passages for mention in passage.dates]
    if day is None:
        day = next((found for mention in mentions if (found := _as_day(mention.edtf))), None)
    if day is None:
        years = [int(year) for mention in mentions for year in YEARS.findall(mention.edtf)]
        text = page.passage("text")
        if years and text is not None:
            yearless = find_dates(text.text, text.language, date(max(years), 12, 31))
            day = next(
                (found for mention in yearless if mention.basis != "printed" and (found := _as_day(mention.edtf))), None
            )
    session = any(cue.label == "session" for cue in page.cues("times"))
    return Reference(day, f"{day:%Y-%m}" if day else None, f"{day:%Y}" if day else None, session)


def assign_times(page: Page, drafts: list[Draft], said: Reference) -> None:
    """Gives every draft its as-of date, where one can be told."""
    period = _page_period(page)
    soon = any(cue.label == "soon" for cue in page.cues("times"))
    for draft in drafts:
        draft.as_of = _in_sentence(draft, said) or _in_paragraph(draft) or _of_page(draft, said, period, soon)


def _in_sentence(draft: Draft, said: Reference) -> str | None:
    passage, sentence = draft.passage, draft.sentence
    if (word := _relative(passage, sentence, draft, said)) is not None:
        return word
    found = [one for one in passage.dates if sentence.start <= one.start < sentence.end and _counts(passage, one)]
    found = [one for one in found if "X" not in one.edtf]
    if not found:
        return None
    place = (draft.quantity.start + draft.quantity.end) // 2
    one = min(found, key=lambda mention: (abs((mention.start + mention.end) // 2 - place), mention.start))
    if _deadline(passage, one) and draft.status not in (*PLANS, "claimed"):
        return None
    if _school_year(passage, one):
        start = any(cue.label == "start_of_year" for cue in passage.cues_in(sentence, "times"))
        return f"{one.edtf[:4]}-09" if start else one.edtf
    if _since(passage, one) and said.month:
        return f"{one.edtf[:4]}-01/{said.month}" if len(one.edtf) == 4 else f"{one.edtf}/{said.month}"
    return one.edtf


def _relative(passage: Passage, sentence: Sentence, draft: Draft, said: Reference) -> str | None:
    for cue in passage.cues_in(sentence, "times"):
        if cue.label == "today" and said.day and draft.status == "actual":
            return said.day.isoformat()
        if cue.label == "this_year" and said.year:
            return said.year
        if cue.label in ("last_year", "next_year") and said.day and abs(cue.start - draft.low) < 90:
            return str(said.day.year + (1 if cue.label == "next_year" else -1))
    return None


def _counts(passage: Passage, one: DateMention) -> bool:
    """Not the years in a quoted name ("Развитие образования на 2020-2025 годы")."""
    line = passage.text.rfind("\n", 0, one.start) + 1
    return QUOTED.search(passage.text, line, one.start) is None or "»" not in passage.text[one.end : one.end + 12]


def _deadline(passage: Passage, one: DateMention) -> bool:
    low = passage.folded.folded(one.start)
    cues = passage.cues_in(passage.sentence_at(low), "times")
    end = passage.folded.folded(one.end - 1) + 1
    return any(cue.label == "until" and (0 <= low - cue.end <= 2 or 0 <= cue.start - end <= 3) for cue in cues)


def _school_year(passage: Passage, one: DateMention) -> bool:
    end = passage.folded.folded(one.end - 1) + 1
    return (
        SCHOOL_YEAR.match(passage.low, end) is not None
        or SCHOOL_YEAR.search(passage.low[passage.folded.folded(one.start) : end]) is not None
    )


def _since(passage: Passage, one: DateMention) -> bool:
    low = passage.folded.folded(one.start)
    cues = passage.cues_in(passage.sentence_at(low), "times")
    return any(cue.label == "since_start" and 0 <= low - cue.end <= 8 for cue in cues)


def _in_paragraph(draft: Draft) -> str | None:
    """The period or date named earlier in the paragraph, if it was no deadline."""
    passage, sentence = draft.passage, draft.sentence
    for earlier in reversed(passage.sentences[: sentence.number]):
        if earlier.paragraph != sentence.paragraph:
            return None
        found = [one for one in passage.dates if earlier.start <= one.start < earlier.end and _counts(passage, one)]
        found = [one for one in found if not _deadline(passage, one) and "X" not in one.edtf]
        if found:
            return found[-1].edtf
    return None


def _page_period(page: Page) -> str | None:
    """The one period of several years that the page speaks of."""
    periods = {
        one.edtf
        for passage in page.passages
        for one in passage.dates
        if "/" in one.edtf and len(one.edtf) == 9 and _counts(passage, one) and not _school_year(passage, one)
    }
    return next(iter(periods)) if len(periods) == 1 else None


def _of_page(draft: Draft, said: Reference, period: str | None, soon: bool) -> str | None:
    if period is not None and draft.measure in ("damage", "fine", "people_count", "case_count"):
        return period
    if said.month is None or said.day is None:
        return None
    if draft.status in PLANS or (draft.measure or "").startswith("budget"):
        return said.month if soon else said.year
    return said.day.isoformat() if said.session and draft.region == COUNTRY else said.month


def _as_day(edtf: str) -> date | None:
    return date.fromisoformat(edtf) if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) else None
