"""The day, month, year or period a number holds for, as EDTF.

A date in the sentence comes first (a deadline only for what is planned), then one that the paragraph has named, then the period the
page reports on, then the day the page speaks of: plans and budgets hold for its year, the rest for its month, and for the day itself
where the page tells the whole country what was said at a session, or says that it was told on that day.
"""

from __future__ import annotations

from collections.abc import Sequence

from dalel.dates import DateMention
from dalel.extraction.calendar import Calendar, Reference
from dalel.extraction.drafts import Draft
from dalel.extraction.page import Page, Passage, Sentence
from dalel.extraction.scopes import Scope
from dalel.regions import COUNTRY

ONE_OFF = ("damage", "fine", "people_count", "case_count", "ratio_part", "ratio_whole")


def assign_times(page: Page, drafts: Sequence[Draft], said: Reference, home: Scope) -> None:
    """Gives every draft its as-of date, where one can be told."""
    calendar = Calendar(page, said)
    for draft in drafts:
        draft.as_of = _stated(calendar, draft) or _of_page(calendar, draft, home)
    for draft in drafts:
        if draft.as_of is None:
            draft.as_of = next((other.as_of for other in drafts if other.as_of and _again(draft, other)), None)


def _stated(calendar: Calendar, draft: Draft) -> str | None:
    """What the sentence says, else the sentences before it in the paragraph, else for a plan those after it."""
    passage, sentence = draft.passage, draft.sentence
    own = _relative(calendar, draft) or _in_sentence(calendar, draft, sentence)
    if own is not None:
        return own
    paragraph = [s for s in passage.sentences if s.paragraph == sentence.paragraph]
    earlier = [s for s in reversed(paragraph) if s.number < sentence.number]
    later = [s for s in paragraph if s.number > sentence.number] if draft.status == "planned" else []
    for other in earlier:
        found = [
            one
            for one in calendar.dates(passage, other)
            if not calendar.deadline(passage, one) or draft.status == "planned"
        ]
        if found:
            return calendar.edtf(passage, found[-1])
    for other in later:
        found = [one for one in calendar.dates(passage, other) if calendar.deadline(passage, one)]
        if found:
            return calendar.edtf(passage, found[0])
    return None


def _relative(calendar: Calendar, draft: Draft) -> str | None:
    day = calendar.said.day
    for cue in draft.passage.cues_in(draft.sentence, "times"):
        if day is None or abs(cue.start - draft.low) > 120:
            continue
        if cue.label == "today" and draft.status == "actual":
            return day.isoformat()
        if cue.label in ("last_year", "this_year", "next_year"):
            return str(day.year + ("last_year", "this_year", "next_year").index(cue.label) - 1)
    return None


def _in_sentence(calendar: Calendar, draft: Draft, sentence: Sentence) -> str | None:
    passage = draft.passage
    found = calendar.dates(passage, sentence)
    found = [
        one for one in found if not calendar.deadline(passage, one) or draft.status in ("planned", "needed", "claimed")
    ]
    place = (draft.quantity.start + draft.quantity.end) // 2
    after = [
        one for one in found if draft.quantity.end <= one.start <= draft.quantity.end + 8
    ]  # "T500 billion on 2023"
    one = min(
        after or found,
        key=lambda mention: (abs((mention.start + mention.end) // 2 - place), mention.start),
        default=None,
    )
    return calendar.edtf(passage, one) if one is not None else None


def _of_page(calendar: Calendar, draft: Draft, home: Scope) -> str | None:
    said = calendar.said
    if draft.status == "planned" and any(cue.label == "later" for cue in draft.passage.cues_in(draft.sentence, "times")):
        return None
    plan = draft.status == "planned" or (draft.measure or "").startswith("budget")
    if draft.measure in ONE_OFF and calendar.period is not None:
        return calendar.period
    if calendar.year is not None and not plan:
        return calendar.year
    if plan and calendar.deadline_of_page and not calendar.soon and draft.status == "planned":
        return calendar.deadline_of_page
    if said.day is None:
        return None
    if calendar.year_end or (plan and not calendar.soon):
        return f"{said.day:%Y}"
    to_the_day = said.told or (said.session and home.region == COUNTRY)
    return said.day.isoformat() if to_the_day else f"{said.day:%Y-%m}"


def _again(draft: Draft, other: Draft) -> bool:
    return draft.unit == other.unit and draft.quantity.value == other.quantity.value
