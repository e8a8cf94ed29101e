"""Whether a number tells what is, what is planned, contracted, needed, alleged or found by a court.

The measure narrows it (a contract sum is contracted, damage is alleged until a court has judged), words near the
number decide the rest. A sentence that says nothing of it and has no past tense goes on in the vein of the one
before; else it tells what is.
"""

from __future__ import annotations

from collections.abc import Sequence

from dalel.extraction.drafts import CUE_REACH, INSTITUTIONS, Draft, earlier, in_sentence
from dalel.extraction.lexicon import Cue
from dalel.extraction.page import Page, Passage
from dalel.extraction.weighing import distance
from dalel.records import Status

STATUSES: dict[str, Status] = {
    "planned": "planned", "in_progress": "in_progress", "contracted": "contracted", "actual": "actual",
    "needed": "needed", "past": "actual",
}  # fmt: skip
COUNTS = ("planned", "in_progress", "actual", "past")
DEVICES = (*COUNTS, "contracted", "needed")
RATIOS = ("ratio_part", "ratio_whole")
SIMPLE = ("planned", "actual", "past")
JUDGED = ("damage", "fine")
VERDICTS: dict[str, Status] = {"court": "court", "sentenced": "court", "alleged": "alleged"}
RUNNING = ("planned", "in_progress", "contracted")
LIGHT = {
    "actual": 1.5,
    "past": 3.0,
    "contracted": -3.0,
}  # "планировали построить" is a plan
PREDICATE_BEFORE = 4.0  # in Kazakh the predicate ends the clause: a word before the number speaks for it less


def assign_status(page: Page, drafts: Sequence[Draft]) -> None:
    """Gives every draft its status; measures and speakers are known by now."""
    judged = _judgement(page)
    for draft in drafts:
        draft.status = _by_measure(draft, judged) or _nearest(draft) or _going_on(draft, drafts)
    for draft in drafts:
        if draft.measure == "saving" and draft.status == "actual" and not draft.named_speaker:
            _claimed(draft, drafts)


def _by_measure(draft: Draft, judged: Status) -> Status | None:
    if draft.measure in JUDGED:
        return _judged_near(draft) or (judged if draft.measure == "damage" else "actual")
    if draft.measure in ("saving", "refund", "revenue", "budget_allocated"):
        return "actual"
    if draft.measure == "contract_sum":
        return "contracted"
    if draft.measure == "device_count" and draft.has("statuses", "claimed"):
        return "claimed"
    if draft.measure in ("budget_planned", "budget_spent", "cost"):
        said = _nearest(draft)
        cost: Status = "needed" if draft.has("statuses", "needed") else "actual"
        default: dict[str, Status] = {"budget_planned": "planned", "budget_spent": "actual", "cost": cost}
        allowed = {"budget_planned": ("needed",), "budget_spent": ("in_progress",), "cost": ("planned", "actual")}
        return said if said in allowed[draft.measure] else default[draft.measure]
    return None


def _nearest(draft: Draft) -> Status | None:
    labels = _allowed(draft)
    said = {cue.start for cue in draft.cues("speakers") if cue.label in ("verbs", "roles")}
    cues = [cue for cue in draft.cues("statuses") if cue.label in labels]
    ranked = sorted((_weight(draft, cue), cue.start, cue.label) for cue in cues if not _of_telling(cue, said))
    return STATUSES[ranked[0][2]] if ranked else None


def _of_telling(cue: Cue, said: set[int]) -> bool:
    """Whether a past tense is that of "сообщил", which says nothing of what was told."""
    return cue.label == "past" and cue.start in said


def _allowed(draft: Draft) -> Sequence[str]:
    if draft.is_money or draft.measure == "device_count":
        return DEVICES
    if draft.measure == "seat_count":
        return (*COUNTS, "needed")
    counts = draft.measure == "institution_count" or (draft.measure in RATIOS and draft.unit in INSTITUTIONS)
    return COUNTS if counts else SIMPLE


def _weight(draft: Draft, cue: Cue) -> float:
    weight = distance(draft, cue) + LIGHT.get(cue.label, 0.0)
    return weight + (PREDICATE_BEFORE if draft.passage.language == "kk" and cue.start < draft.low else 0.0)


def _going_on(draft: Draft, drafts: Sequence[Draft]) -> Status:
    """What was said of the like in the paragraph, or the one before, where this sentence has no past tense of its
    own.
    """
    schools = [other for other in earlier(drafts, draft) if other.measure == "institution_count"]
    if draft.measure == "seat_count" and schools and draft.sentence.number - schools[0].sentence.number <= 2:
        return schools[0].status or "actual"  # schools and the places in them
    if draft.whole is not None and draft.whole.status in RUNNING:
        return draft.whole.status  # "11 мектеп салынып жатыр. Соның 3-еуі Талдықорғанда"
    beside = [other for other in earlier(drafts, draft)[:1] if other.sentence is draft.sentence]
    if draft.elided and beside and beside[0].unit == draft.unit and beside[0].status in RUNNING:
        return beside[0].status
    start, end = max(draft.sentence.low, draft.low - CUE_REACH), min(draft.sentence.high, draft.high + CUE_REACH)
    if draft.passage.words.past.search(draft.passage.low, start, end):
        return "actual"
    for other in earlier(drafts, draft):
        near = draft.sentence.paragraph - other.sentence.paragraph <= 1
        if near and (other.measure == draft.measure or other.sentence is draft.sentence):
            return other.status if other.status in RUNNING else "actual"
    return "actual"


def _claimed(draft: Draft, drafts: Sequence[Draft]) -> None:
    """A saving that an office reports of its own work, without a person who answers for it, and what the sentence
    adds to it.
    """
    for other in in_sentence(drafts, draft):
        if other.status == "actual":
            other.status = "claimed"


def _judged_near(draft: Draft) -> Status | None:
    """What the sentence says of the damage, else the nearest sentence before it in its paragraph, else one after it."""
    passage = draft.passage
    own = [cue for cue in draft.cues("statuses") if cue.label in VERDICTS]
    if own:
        return VERDICTS[min(own, key=lambda cue: (distance(draft, cue), cue.label == "alleged")).label]
    for sentence in [*passage.before(draft.sentence), *passage.after(draft.sentence)]:
        labels = {cue.label for cue in passage.cues_in(sentence, "statuses") if cue.label in VERDICTS}
        if labels:
            return "alleged" if labels == {"alleged"} else "court"
    return None


def _judgement(page: Page) -> Status:
    """Of damage: what a court found, else alleged, else as a fact. The opening and the headline weigh, a verdict
    anywhere.
    """
    found = {
        cue.label
        for passage in page.passages
        for cue in passage.cues
        if cue.kind == "statuses" and (cue.label == "court" or _opening(passage, cue))
    }
    if "court" in found:
        return "court"
    return "alleged" if "alleged" in found else "actual"


def _opening(passage: Passage, cue: Cue) -> bool:
    return passage.field != "text" or passage.sentence_at(cue.start).paragraph <= 1
