"""The day, month, year or period a number holds for, as EDTF.

A date in the sentence comes first (a deadline only for what is planned), then one that the paragraph has named, then
the period the page reports on, then the day the page speaks of: plans and budgets hold for its year, the rest for its
month, and for the day itself where the page tells the whole country what was said at a session, or says that it was
told on that day.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from dalel.claims.calendar import Calendar, Reference, When
from dalel.claims.drafts import Draft, in_paragraph, in_sentence
from dalel.claims.home import Scope
from dalel.claims.lexicon import Cue
from dalel.claims.page import Page, Passage
from dalel.claims.weighing import distance
from dalel.dates import DateMention, Relative
from dalel.records import Ground
from dalel.regions import COUNTRY

CASES = ("damage", "people_count", "case_count")
AHEAD = ("planned", "needed", "claimed")
PAID_BACK = ("refund", "fine")  # come after the time of what they are paid for
HELD = ("in_progress", "actual", "alleged", "court", "claimed")
DASH = re.compile(r"\s[—–-]\s")
YEAR = 4  # characters of an EDTF year
TELLING = 20  # a smaller number is no sign that two sentences speak of one thing
TELLS = 60  # characters on either side of "вчера" in which a verb of saying may stand
SAID = 3  # words between "вчера" and the verb of saying it belongs to


def assign_times(page: Page, drafts: Sequence[Draft], said: Reference, home: Scope) -> None:
    """Gives every draft its as-of date, where one can be told."""
    calendar = Calendar(page, said)
    for draft in drafts:
        when = _stated(calendar, draft, drafts) or _leading(calendar, draft) or _of_page(calendar, draft, home)
        if when is not None:
            _put(draft, when)
    told: dict[tuple[str | None, Decimal], Draft] = {}
    for draft in drafts:
        if draft.as_of is not None and draft.quantity.value >= TELLING:
            told.setdefault((draft.unit, draft.quantity.value), draft)
    for draft in drafts:
        other = told.get((draft.unit, draft.quantity.value))
        if draft.as_of is None and other is not None:
            draft.inherit("as_of", other, "as where the same number is told again")


def _put(draft: Draft, when: When) -> None:
    draft.as_of = when.edtf
    field = when.passage.field if when.passage is not None else "published"
    draft.grounds["as_of"] = [Ground("as_of", field, when.start, when.end, when.rule)]


def _at(passage: Passage, one: DateMention | Relative, edtf: str, rule: str) -> When:
    return When(edtf, passage, one.start, one.end, rule)


def _stated(calendar: Calendar, draft: Draft, drafts: Sequence[Draft]) -> When | None:
    """What the sentence says, else an earlier sentence of the paragraph that states numbers too, else for a plan a
    later one.
    """
    passage, sentence = draft.passage, draft.sentence
    own = _in_sentence(calendar, draft, drafts)
    if own is not None:
        return own
    counting = {other.sentence.number for other in in_paragraph(drafts, draft)}
    planned = draft.status == "planned"
    for other in [s for s in passage.before(sentence) if s.number in counting or planned]:
        found = [
            one
            for one in calendar.near(passage, other, other.end)
            if (calendar.deadline(passage, one) == planned or "/" in one.edtf)
            and not (draft.measure in PAID_BACK or (calendar.to_come(one) and draft.status in HELD))
        ]
        if found:
            return _at(passage, found[-1], calendar.edtf(passage, found[-1]), "its paragraph named it before")
        years = [one for one in calendar.relative(passage, other) if one.kind == "year"]
        now = any(cue.label == "now" for cue in passage.cues_in(sentence, "times"))
        if years and not now and draft.measure not in PAID_BACK:
            return _at(passage, years[-1], years[-1].edtf, "its paragraph named it before")
    for other in passage.after(sentence) if planned else ():
        found = [one for one in calendar.near(passage, other, other.start) if calendar.deadline(passage, one)]
        if found:
            return _at(passage, found[0], calendar.edtf(passage, found[0]), "the deadline named after it")
    return None


def _leading(calendar: Calendar, draft: Draft) -> When | None:
    """The year that the line before a list is of: "утвердить бюджет на 2026 год: …"."""
    passage, sentence = draft.passage, draft.sentence
    while (above := passage.lead_in(sentence)) is not None:
        found = [one for one in calendar.dates(passage, above) if len(one.edtf) == YEAR]
        if found:
            return _at(passage, found[0], found[0].edtf, "the line before the list names it")
        sentence = above
    return None


def _relative(calendar: Calendar, draft: Draft) -> Relative | None:
    """ "в этом году", "last year", "вчера": the nearest such words; a day only of what has been, and not of the telling
    ("told the council yesterday").
    """
    passage = draft.passage
    found = []
    for one in calendar.relative_near(passage, draft.sentence, draft.quantity.start):
        cue = _cue(passage, one)
        beside = passage.cues_near(draft.sentence, "speakers", cue.start - TELLS, cue.end + TELLS)
        said = [verb for verb in beside if verb.label == "verbs"]
        of_telling = any(passage.low[min(v.end, cue.end) : max(v.start, cue.start)].count(" ") <= SAID for v in said)
        if one.kind != "day" or (draft.status == "actual" and not of_telling):
            found.append((distance(draft, cue), one.start, one))
    return min(found)[-1] if found else None


def _cue(passage: Passage, one: DateMention | Relative) -> Cue:
    return Cue(passage.folded.folded(one.start), passage.folded.folded(one.end - 1) + 1, "times", one.edtf)


def _in_sentence(calendar: Calendar, draft: Draft, drafts: Sequence[Draft]) -> When | None:
    """The date of the sentence that is the draft's, or the words told from the day of the page, the nearer of them."""
    passage = draft.passage
    relative = _relative(calendar, draft)
    one = _printed(calendar, draft, [other for other in in_sentence(drafts, draft) if other is not draft])
    if relative and one and relative.kind == "day":
        relative = None
    if one is None or (relative and distance(draft, _cue(passage, relative)) < _gap(draft, one)):
        return _at(passage, relative, relative.edtf, "its sentence names it") if relative else None
    total = _total(calendar, draft, drafts)
    edtf = total or (calendar.ahead(one) if draft.status == "planned" else calendar.edtf(passage, one))
    return _at(passage, one, edtf, "its sentence names it")


def _gap(draft: Draft, one: DateMention) -> float:
    return 0.0 if _right_after(draft, one) else distance(draft, _cue(draft.passage, one))


def _dates(calendar: Calendar, draft: Draft) -> list[DateMention]:
    """Dates of the sentence that may be the draft's: deadlines of plans only, none to come for what has been."""
    passage = draft.passage
    inside = [
        (told.start, told.end) for told in calendar.relative_near(passage, draft.sentence, draft.quantity.start)
    ]  # "за 9 месяцев 2023 года"
    return [
        one
        for one in calendar.near(passage, draft.sentence, draft.quantity.start)
        if not any(start <= one.start < end for start, end in inside)
        and (not calendar.deadline(passage, one) or (draft.status in AHEAD and not _apart(draft, one)))
        and not (calendar.to_come(one) and draft.status in HELD)
        and (_right_after(draft, one) or not calendar.compared(passage, one))
    ]


def _apart(draft: Draft, one: DateMention) -> bool:
    """Whether a semicolon parts the number from the date."""
    start, end = sorted((draft.quantity.end, one.start))
    return ";" in draft.passage.text[start:end]


def _printed(calendar: Calendar, draft: Draft, others: Sequence[Draft]) -> DateMention | None:
    found = [one for one in _dates(calendar, draft) if not _owned(one, others, dashed=True)]
    own = [one for one in found if _right_after(draft, one)]
    return min(own or found, key=lambda one: (distance(draft, _cue(draft.passage, one)), one.start), default=None)


def _owned(one: DateMention, others: Sequence[Draft], dashed: bool = False) -> bool:
    """Whether the date stands right after one of the other numbers; behind a dash it is that number's alone:
    "остальные 2500 — в декабре".
    """
    before = bisect_right(others, one.start, key=lambda other: other.quantity.end)
    return any(
        _right_after(other, one) and (not dashed or DASH.search(other.passage.text, other.quantity.end, one.start))
        for other in others[max(0, before - 2) : before]
    )


def _total(calendar: Calendar, draft: Draft, drafts: Sequence[Draft]) -> str | None:
    """The span of years of a total, where each of its parts has a year of its own."""
    found = _dates(calendar, draft)
    others = [other for other in in_sentence(drafts, draft) if other is not draft]
    owned = [one for one in found if _owned(one, others)]
    if any(_right_after(draft, one) for one in found) or not 1 < len(owned) == len(found):
        return None
    years = {one.edtf for one in owned}
    return f"{min(years)}/{max(years)}" if {len(year) for year in years} == {4} else None


def _right_after(draft: Draft, one: DateMention) -> bool:
    """ "T500 billion falls on 2023"."""
    end = draft.quantity.end
    return end <= one.start <= end + 14 and not any(sign in draft.passage.text[end : one.start] for sign in ",;:.")


def _of_page(calendar: Calendar, draft: Draft, home: Scope) -> When | None:
    """The period, year or deadline that the page is about, else its own day, as precise as the page allows."""
    said = calendar.said
    planned = draft.status == "planned"
    plan = planned or draft.measure == "budget_planned"
    if planned and any(cue.label == "later" for cue in draft.cues("times")):
        return None
    counted = draft.measure in CASES or draft.unit == "person"
    near = draft.passage.field != "text" or draft.sentence.paragraph <= calendar.period_paragraph + 1
    if calendar.period is not None and counted and near:
        return calendar.told_by(calendar.period, "the period that the page reports on")
    about = calendar.deadline_of_page if planned and not calendar.soon else None if plan else calendar.year
    if about:
        return calendar.told_by(about, "the year or deadline that the page is about")
    if said.day is None:
        return None
    if calendar.year_end or (plan and not calendar.soon):
        return When(f"{said.day:%Y}", None, 0, 0, "the year in which the page speaks")
    to_the_day = said.told or (said.session and home.region == COUNTRY)
    edtf = said.day.isoformat() if to_the_day else f"{said.day:%Y-%m}"
    return When(edtf, None, 0, 0, "the time at which the page speaks")
