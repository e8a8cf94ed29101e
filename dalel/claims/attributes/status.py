"""Whether a number tells what is, is planned, contracted, in progress, needed, alleged or found by a court.

The predicate that governs it says so, by its form; else the line it hangs on. Damage is alleged or found by a court
where the page says so. A number of which nothing tells has no status.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dalel.claims.clauses.governing import governing
from dalel.claims.clauses.leading import leading
from dalel.claims.clauses.predicate import Predicate
from dalel.claims.clauses.reading import near
from dalel.claims.drafts import Draft, earlier, in_sentence
from dalel.claims.frames.words import listed
from dalel.claims.lexicon import Cue
from dalel.claims.page import Page, Passage
from dalel.claims.weighing import distance
from dalel.records import Status

DASH = re.compile(r"[—–-]\s")
RUNNING = ("planned", "in_progress", "contracted")
STANDING = 40  # characters before a number in which a word of what is there stands
BESIDE = 60  # characters between the places and what they are in
VERDICTS: dict[str, Status] = {"court": "court", "sentenced": "court", "alleged": "alleged"}


def assign_status(page: Page, drafts: Sequence[Draft]) -> None:
    """Gives every draft the status that the page tells; measures are known by now."""
    judged = _judgement(page)
    for draft in drafts:
        if draft.measure == "damage" and _judge(draft, judged):
            continue
        if draft.measure == "seat_count" and _holds(draft, drafts):
            continue
        if _stands(draft):
            continue
        one = _speaking(draft)
        if one is not None and one.status is not None:
            draft.told("status", one.status, one.start, one.end, one.rule)
        elif not _hangs_on(draft) and not _going_on(draft, drafts):
            _plain(draft)


def _stands(draft: Draft) -> bool:
    """What is beside the telling, whatever is planned for it: "с населением 3000 человек", "home to 3,000 people"."""
    begin = max(draft.sentence.low, draft.low - STANDING)
    found = list(listed(draft.passage.language, "standing").finditer(draft.passage.low, begin, draft.low))
    if not found or any(letter in ",;:.()" for letter in draft.passage.low[found[-1].end() : draft.low]):
        return False
    if draft.passage.low.count(" ", found[-1].end(), draft.low) > 3:
        return False
    draft.told("status", "actual", *found[-1].span(), "a word of what is there")
    return True


def _holds(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Places are or are to be as what they are in: "5700 орынға арналған 11 мектеп салынады"."""
    for other in in_sentence(drafts, draft):
        if other.measure in ("institution_count", "ratio_whole", "ratio_part") and abs(other.low - draft.low) < BESIDE:
            one = governing(other)
            if one is not None and one.status is not None:
                draft.told("status", one.status, one.start, one.end, "as what the places are in")
                return True
    return False


def _speaking(draft: Draft) -> Predicate | None:
    own = draft.predicate
    if own is not None and own.end <= draft.low and _another(draft, own):
        own = None  # "уже поступило 50 млрд, и эта сумма вырастет до 100 млрд": each clause has its own verb
    if own is not None and own.status is not None and own.form != "aim" and own.form != "attribute":
        return own
    return governing(draft) or own


def _another(draft: Draft, own: Predicate) -> bool:
    found = near(draft.passage, draft.sentence, draft.low, draft.high)
    return own.finite and any(one.finite and own.end <= one.start and one.end <= draft.low for one in found)


def _hangs_on(draft: Draft) -> bool:
    """The status of the line before a list, "It is planned to launch, including:", for what stands in the list."""
    for line in leading(draft):
        told = [one for one in line if one.status is not None and one.form != "attribute"]
        if told:
            one = next((one for one in told if one.ahead or one.form in ("needed", "ongoing")), told[-1])
            draft.told("status", one.status, one.start, one.end, "the line before the list")
            return True
    return False


def _going_on(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """A number without a predicate goes on in the vein of the one before it in its sentence, or of its whole."""
    whole = draft.whole if draft.whole is not None and draft.whole.status else None
    beside = [other for other in earlier(drafts, draft)[:1] if other.sentence is draft.sentence and other.status]
    source = whole or (beside[0] if beside else None) or _alike(draft, drafts)
    if source is None:
        return False
    draft.inherit("status", source, "as its whole" if whole else "as the number before it")
    return True


def _alike(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """A number of the same kind in the sentence before, of what is still to come or under way: a list goes on."""
    for other in earlier(drafts, draft):
        near = (
            draft.sentence.number - other.sentence.number <= 1
            and draft.sentence.paragraph - other.sentence.paragraph <= 1
        )
        if not near:
            return None
        if other.measure == draft.measure and other.unit == draft.unit:
            return other if other.status in RUNNING else None
    return None


def _plain(draft: Draft) -> None:
    """A sentence without any verb tells what is: "В районе 64 школы." A line that is no sentence tells nothing."""
    passage, sentence = draft.passage, draft.sentence
    dash = DASH.search(passage.low, max(sentence.low, draft.low - 4), draft.low)
    if dash and (one := _called(draft, dash.start())) is not None:
        draft.told("status", one.status, one.start, one.end, "what stands before the dash is called so")
        return
    if passage.field == "text" and dash:
        draft.told("status", "actual", dash.start(), dash.end(), "a dash joins the number to what it is of")
        return
    if passage.field == "text" and passage.text[sentence.end - 1] in '.!?…»”"' and passage.lead_in(sentence) is None:
        draft.told("status", "actual", sentence.low, sentence.high, "a sentence without a verb tells what is")


def _called(draft: Draft, dash: int) -> Predicate | None:
    """The participle before a dash that calls what is counted planned or needed: "ожидаемый сбор – 30 тонн"."""
    for one in reversed(near(draft.passage, draft.sentence, draft.low, draft.high)):
        if one.end <= dash and "," not in draft.passage.low[one.end : dash] and one.form == "attribute":
            return one if one.status in ("planned", "needed") else None
    return None


def _judge(draft: Draft, judged: tuple[Status, Passage, Cue] | None) -> bool:
    """What the sentence says of the damage, else one beside it in the paragraph, else the page's opening."""
    passage = draft.passage
    own = [cue for cue in draft.cues("statuses") if cue.label in VERDICTS]
    if own:
        cue = min(own, key=lambda cue: (distance(draft, cue), cue.label == "alleged"))
        draft.told("status", VERDICTS[cue.label], cue.start, cue.end, "its sentence names a suspicion or a judgment")
        return True
    for sentence in [*passage.before(draft.sentence), *passage.after(draft.sentence)]:
        cues = [cue for cue in passage.cues_in(sentence, "statuses") if cue.label in VERDICTS]
        if cues:
            court = [cue for cue in cues if VERDICTS[cue.label] == "court"]
            cue = (court or cues)[0]
            draft.told("status", VERDICTS[cue.label], cue.start, cue.end, "a sentence beside it names it")
            return True
    if judged is None:
        return False
    status, where, cue = judged
    draft.told("status", status, cue.start, cue.end, "the page's opening, or a verdict on it, names it", where)
    return True


def _judgement(page: Page) -> tuple[Status, Passage, Cue] | None:
    """What the page says of damage: what a court found, else alleged. The opening and the headline weigh, a verdict
    anywhere.
    """
    found = [
        (cue.label != "court", passage, cue)
        for passage in page.passages
        for cue in passage.cues
        if cue.kind == "statuses"
        and cue.label in ("court", "alleged")
        and (cue.label == "court" or _opening(passage, cue))
    ]
    if not found:
        return None
    _, passage, cue = min(found, key=lambda one: one[0])
    return VERDICTS[cue.label], passage, cue


def _opening(passage: Passage, cue: Cue) -> bool:
    return passage.field != "text" or passage.sentence_at(cue.start).paragraph <= 1
