"""The promises of a home, followed to the last day anything was collected in it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from dalel import declarations, logbook, paths, promises
from dalel.ledger import Run
from dalel.records.promises import Followed


def ledger(space: paths.Workspace, run: Run, region: str = "KZ", topic: str = "") -> list[Followed]:
    """Every promise of the run with what later pages tell of it, by deadline: all, or of one region (code) or topic
    (id). What its page no longer states, and what a check or a person has rejected, promises and answers nothing.
    """
    refused = {one.claim_id for one in run.verdicts if one.verdict in ("rejected", "superseded")} | run.superseded
    current = [claim for claim in run.claims if claim.claim_id not in refused]
    found = promises.follow(run.documents, current, today(space, run))
    known = {claim.claim_id: claim for claim in current}
    shown = {name for name, source in declarations.sources(space).items() if source.sample} if run.sample else None
    searches = [one for one in logbook.searches(space)[0] if shown is None or one.source in shown]
    lines = promises.searched(found, searches, declarations.topics(space), known, run.documents)
    return [
        line
        for line in lines
        if region in ("KZ", known[line.promise.claim_id].region)
        and topic in ("", known[line.promise.claim_id].topic or "")
    ]


def today(space: paths.Workspace, run: Run) -> date:
    """The last day of collection: of the newest page, or of a later collection that found nothing new."""
    chosen = {capture.source for capture in run.captures}
    crawls = [crawl.began.date() for crawl in logbook.crawls(space)[0] if crawl.source in chosen]
    return max([*crawls, *(capture.captured_at.date() for capture in run.captures)])


def row(line: Followed) -> dict[str, Any]:
    """A line as JSON: days in ISO, amounts as exact text, by claim ids what it rests on."""
    due = line.promise.due
    return {
        "promise_id": line.promise.promise_id,
        "claim_id": line.promise.claim_id,
        "kind": line.promise.kind,
        "said": _day(line.promise.said),
        "due": _day(due.last),
        "due_strict": _day(due.strict),
        "due_now": _day(line.due_now),
        "deadline": {"field": due.field, "start": due.start, "end": due.end, "words": due.words, "rule": due.rule},
        "named": list(line.promise.named),
        "condition": line.promise.condition,
        "state": line.state,
        "reason": line.reason,
        "today": _day(line.today),
        "delivered": _exact(line.delivered),
        "short_by": _exact(line.short_by),
        "days_late": line.days_late,
        "steps": [
            {"claim_id": step.claim_id, "role": step.role, "shared": list(step.shared), "day": _day(step.day)}
            for step in line.steps
        ],
        "searches": [{"query": one.query, "at": one.at.isoformat(), "found": one.found} for one in line.searches],
        "pages_since": line.pages_since,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _exact(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
