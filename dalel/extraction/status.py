"""Whether a number tells what is, what is planned, contracted, needed, alleged or found by a court.

The measure narrows it (a contract sum is contracted, damage is alleged until a court has judged), words near the number decide
the rest; without any the number is a statement of what is.
"""

from __future__ import annotations

from collections.abc import Sequence

from dalel.extraction.drafts import Draft
from dalel.extraction.lexicon import Cue
from dalel.extraction.page import Page, Passage
from dalel.extraction.weighing import distance
from dalel.records import Status

COUNTS = ("planned", "in_progress", "contracted", "actual")
MONEY = (*COUNTS, "needed")
FIXED: dict[str, Status] = {"contract_sum": "contracted", "duration": "actual", "refund": "actual", "revenue": "actual"}


def assign_status(page: Page, drafts: list[Draft]) -> None:
    """Gives every draft its status."""
    judged = _judgement(page)
    for draft in drafts:
        draft.status = _status(draft, drafts, judged)


def _status(draft: Draft, drafts: Sequence[Draft], judged: Status) -> Status:
    measure = draft.measure or "other_count"
    if draft.passage.has(draft.sentence, "statuses", "claimed") and measure == "device_count":
        return "claimed"
    if measure in ("damage", "fine"):
        return judged
    if measure in FIXED:
        return FIXED[measure]
    said = _nearest(draft, COUNTS if not draft.is_money else MONEY)
    if measure == "budget_planned":
        return "needed" if said == "needed" else "planned"
    if measure in ("budget_allocated", "budget_spent"):
        return "in_progress" if said == "in_progress" and measure == "budget_spent" else "actual"
    if measure == "cost":
        return "needed" if said in ("needed", None) else said
    return said or _inherited(draft, drafts)


def _nearest(draft: Draft, labels: Sequence[str]) -> Status | None:
    cues = [cue for cue in draft.passage.cues_in(draft.sentence, "statuses") if cue.label in labels]
    ranked = sorted(
        (distance(draft, cue) + (1.5 if cue.label == "actual" else 0), cue.start, cue.label) for cue in cues
    )
    return ranked[0][2] if ranked else None  # type: ignore[return-value]


def _inherited(draft: Draft, drafts: Sequence[Draft]) -> Status:
    """A sentence without a predicate takes that of the one before it, if a number there lent it its noun."""
    if draft.elided:
        before = [d for d in drafts if d.passage is draft.passage and d.low < draft.low and d.unit == draft.unit]
        if before and before[-1].sentence.paragraph == draft.sentence.paragraph and before[-1].status:
            return before[-1].status
    return "actual"


def _judgement(page: Page) -> Status:
    """Of damage: what a court found, what is alleged, else what is; words of the first two paragraphs weigh, verdicts anywhere."""
    found: set[str] = set()
    for passage in page.passages:
        for cue in passage.cues:
            if cue.kind == "statuses" and (cue.label == "court" or _opening(passage, cue)):
                found.add(cue.label)
    if "court" in found and "alleged" not in _title(page):
        return "court"
    return "alleged" if "alleged" in found else "actual"


def _opening(passage: Passage, cue: Cue) -> bool:
    return passage.field != "text" or passage.sentence_at(cue.start).paragraph <= 1


def _title(page: Page) -> set[str]:
    title = page.passage("title")
    return {cue.label for cue in title.cues if cue.kind == "statuses"} if title else set()
