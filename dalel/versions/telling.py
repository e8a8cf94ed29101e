"""What became of one number or page, as a record with both sides and a sentence that says no more than was seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dalel.records import Change, Claim, Sighting
from dalel.versions.matching import is_same_number, stands_the_same
from dalel.versions.timeline import Stretch, Visited


@dataclass(frozen=True, slots=True)
class Step:
    """From one version of an address to the next."""

    url: str
    before: Stretch
    after: Stretch

    @property
    def times(self) -> tuple[str, str]:
        """When the earlier version was seen last, and the later one first."""
        return said(self.before.last.at), said(self.after.first.at)


def became(step: Step, old: Claim, new: Claim) -> Change:
    """A number that the same sentence states differently, or the same number that it says something else of."""
    earlier, later = step.times
    was, now = ("", "") if stands_the_same(old, new) else (f" as {_standing(old)}", f" as {_standing(new)}")
    if is_same_number(old, new):
        told = f"On {earlier} it stated “{_one_line(old.quote)}”{was}, on {later} the same number{now}."
    else:
        quotes = _one_line(old.quote), _one_line(new.quote)
        told = f"On {earlier} it said “{quotes[0]}”{was}, on {later} “{quotes[1]}”{now} in its place."
    sides = sighting(step.before.last, old), sighting(step.after.first, new)
    return Change(url=step.url, kind="changed", earlier=sides[0], later=sides[1], explanation=told)


def vanished(step: Step, old: Claim, nearest: str | None) -> Change:
    """A number that the later version of the page does not state; `nearest` is its sentence there without it."""
    earlier, later = step.times
    told = f"Present on {earlier}, absent on {later}; the page itself was there both times."
    sides = sighting(step.before.last, old), sighting(step.after.first, None, nearest)
    return Change(url=step.url, kind="vanished", earlier=sides[0], later=sides[1], explanation=told)


def appeared(step: Step, new: Claim, nearest: str | None) -> Change:
    """A number that the earlier version of the page did not state; `nearest` is its sentence there without it."""
    earlier, later = step.times
    told = f"Absent on {earlier}, present on {later}; the page itself was there both times."
    sides = sighting(step.before.last, None, nearest), sighting(step.after.first, new)
    return Change(url=step.url, kind="appeared", earlier=sides[0], later=sides[1], explanation=told)


def page_gone(url: str, before: Stretch, after: Stretch) -> Change:
    """A page that could be read before, and then not."""
    came = after.first
    answer = f"answered with status {came.status}" if came.status != 200 else "showed nothing that could be read"
    told = f"Read on {said(before.last.at)}; on {said(came.at)} the address {answer}, which takes no number back."
    sides = sighting(before.last), sighting(came)
    return Change(url=url, kind="page_gone", earlier=sides[0], later=sides[1], explanation=told)


def page_back(url: str, before: Stretch, after: Stretch, *, unchanged: bool) -> Change:
    """A page that could be read again after it could not."""
    how = "as it was before" if unchanged else "in another version"
    told = f"Not readable on {said(before.last.at)}; on {said(after.first.at)} the page was back, {how}."
    sides = sighting(before.last), sighting(after.first)
    return Change(url=url, kind="page_back", earlier=sides[0], later=sides[1], explanation=told)


def sighting(visit: Visited, claim: Claim | None = None, nearest: str | None = None) -> Sighting:
    """One side of a change: the visit, with the claim stated there or the sentence nearest to it."""
    if claim is None:
        return Sighting(capture_id=visit.capture_id, at=visit.at, status=_status(visit), sentence=nearest)
    return Sighting(
        capture_id=visit.capture_id,
        at=visit.at,
        status=_status(visit),
        claim_id=claim.claim_id,
        value=claim.value,
        value_max=claim.value_max,
        unit=claim.unit,
        modality=claim.modality,
        measure=claim.measure,
        stated_as=claim.status,
        quote=claim.quote,
        sentence=claim.sentence,
        start=claim.start - claim.sentence_start,
    )


def _standing(claim: Claim) -> str:
    money = f" ({claim.measure.replace('_', ' ')})" if claim.label == "MONEY" else ""
    return (claim.status or "not told").replace("_", " ") + money


def said(at: datetime) -> str:
    """A time as it is printed: 2026-11-21 05:33 UTC."""
    return at.strftime("%Y-%m-%d %H:%M UTC")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _status(visit: Visited) -> int:
    """200 for a page found unchanged, whatever the server said of it (304)."""
    return visit.status if visit.capture_id is None else 200
