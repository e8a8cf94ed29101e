"""The day, month, year or period a number holds for, as EDTF.

A date in the sentence comes first (a deadline only for what is planned), then one that the paragraph has named, then
the period the page reports on, then the day the page speaks of: plans and budgets hold for its year, the rest for its
month, and for the day itself where the page tells the whole country what was said at a session, or says that it was
told on that day. In Kazakh news a number holds for a date only where the text names one: so the people who made the
gold read it, and the publication day is kept with the document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from dalel.dates import DateMention
from dalel.extraction.calendar import Calendar, Reference
from dalel.extraction.drafts import Draft, in_paragraph, in_sentence
from dalel.extraction.page import Page
from dalel.extraction.scopes import Scope
from dalel.extraction.weighing import nearest
from dalel.regions import COUNTRY

CASES = ("damage", "fine", "people_count", "case_count")
BUDGETS = ("budget_planned", "budget_allocated")
YEARS = ("last_year", "this_year", "next_year")
RELATIVE = (*YEARS, "today")


def assign_times(page: Page, drafts: Sequence[Draft], said: Reference, home: Scope) -> None:
    """Gives every draft its as-of date, where one can be told."""
    calendar = Calendar(page, said)
    for draft in drafts:
        draft.as_of = _stated(calendar, draft, drafts) or _of_page(calendar, draft, drafts, home)
    told: dict[tuple[str | None, Decimal], str] = {}
    for draft in drafts:
        if draft.as_of is not None:
            told.setdefault((draft.unit, draft.quantity.value), draft.as_of)
    for draft in drafts:
        draft.as_of = draft.as_of or told.get((draft.unit, draft.quantity.value))


def _stated(calendar: Calendar, draft: Draft, drafts: Sequence[Draft]) -> str | None:
    """What the sentence says, else an earlier sentence of the paragraph that states numbers too, else for a plan a
    later one.
    """
    passage, sentence = draft.passage, draft.sentence
    own = _in_sentence(calendar, draft, drafts) or _relative(calendar, draft)
    if own is not None:
        return own
    counting = {other.sentence.number for other in in_paragraph(drafts, draft)}
    planned = draft.status == "planned"
    for other in [s for s in passage.before(sentence) if s.number in counting or planned]:
        for one in calendar.near(passage, other, other.end)[::-1]:
            if calendar.deadline(passage, one) == planned or "/" in one.edtf:
                return calendar.edtf(passage, one)
    for other in passage.after(sentence) if planned else ():
        for one in calendar.near(passage, other, other.start):
            if calendar.deadline(passage, one):
                return calendar.edtf(passage, one)
    return None


def _relative(calendar: Calendar, draft: Draft) -> str | None:
    """ "в этом году", "last year", "сегодня": the nearest such words within reach of the number."""
    day = calendar.said.day
    cues = [cue for cue in draft.cues("times") if cue.label in RELATIVE]
    cue = nearest(draft, cues)
    if day is None or cue is None or (cue.label == "today" and draft.status != "actual"):
        return None
    return day.isoformat() if cue.label == "today" else str(day.year + YEARS.index(cue.label) - 1)


def _in_sentence(calendar: Calendar, draft: Draft, drafts: Sequence[Draft]) -> str | None:
    passage = draft.passage
    found = calendar.near(passage, draft.sentence, draft.quantity.start)
    found = [
        one for one in found if not calendar.deadline(passage, one) or draft.status in ("planned", "needed", "claimed")
    ]
    if not found:
        return None
    others = [other for other in in_sentence(drafts, draft) if other is not draft]
    owned = [one for one in found if _owned(one, others)]
    own = [one for one in found if _right_after(draft, one)]
    if not own and len(owned) > 1 and len(owned) == len(found) and {len(one.edtf) for one in owned} == {4}:
        return f"{min(one.edtf for one in owned)}/{max(one.edtf for one in owned)}"  # a total of parts with a year each
    place = (draft.quantity.start + draft.quantity.end) // 2
    one = min(own or found, key=lambda mention: (abs((mention.start + mention.end) // 2 - place), mention.start))
    return calendar.ahead(one) if draft.status == "planned" else calendar.edtf(passage, one)


def _owned(one: DateMention, others: Sequence[Draft]) -> bool:
    """Whether the date stands right after one of the other numbers."""
    before = bisect_right(others, one.start, key=lambda other: other.quantity.end)
    return any(_right_after(other, one) for other in others[max(0, before - 2) : before])


def _right_after(draft: Draft, one: DateMention) -> bool:
    """ "T500 billion falls on 2023"."""
    end = draft.quantity.end
    return end <= one.start <= end + 14 and not any(sign in draft.passage.text[end : one.start] for sign in ",;:.")


def _of_page(calendar: Calendar, draft: Draft, drafts: Sequence[Draft], home: Scope) -> str | None:
    """The period, year or deadline that the page is about, else its own day, as precise as the page allows."""
    said = calendar.said
    planned = draft.status == "planned"
    plan = planned or draft.measure in BUDGETS
    if planned and any(cue.label == "later" for cue in draft.cues("times")):
        return None
    if calendar.period is not None and (draft.measure in CASES or draft.unit == "person"):
        return calendar.period
    about = calendar.deadline_of_page if planned and not calendar.soon else None if plan else calendar.year
    if about or said.day is None or draft.passage.language == "kk":
        return about
    if calendar.year_end or (plan and not calendar.soon) or _over_a_time(draft, drafts):
        return f"{said.day:%Y}"
    to_the_day = said.told or (said.session and home.region == COUNTRY)
    return said.day.isoformat() if to_the_day else f"{said.day:%Y-%m}"


def _over_a_time(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the sentence says how long it took ("за 2 месяца"): no day or month can be meant."""
    same = in_sentence(drafts, draft)
    return len(same) > 1 and any(other.measure == "duration" for other in same)
