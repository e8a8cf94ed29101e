"""What the ledger of promises says in kk, ru and en: where a promise stands, and why, with every value linked.

The words are in words/promises/<language>.toml. Nothing is inflected by guess: values and names stand behind a colon.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_DOWN, Decimal
from functools import cache
from typing import Any

from dalel.errors import UnknownName
from dalel.publishing.linked import Linked, filled, joined
from dalel.publishing.tables.joining import Row
from dalel.publishing.tables.sentences import said
from dalel.publishing.wording import FOLDER, amount, number, when
from dalel.records.promises import Followed, Role, Step

STATES = ("kept", "kept_in_part", "broken", "moved", "nothing_found", "not_due")
# the step that a reason speaks of
SPEAKING: Mapping[str, tuple[Role, ...]] = {
    "kept-in-time": ("delivered",), "kept-in-period": ("delivered",), "kept-late": ("delivered",),
    "kept-told-later": ("delivered",), "part-told": ("delivered_in_part",), "denied": ("denied",),
    "denied-in-part": ("denied",), "moved-day": ("moved_day",), "moved-amount": ("moved_amount",),
}  # fmt: skip

Known = Mapping[str, Row]  # rows of `tables.joined` by claim id


@cache
def words(language: str) -> Mapping[str, Any]:
    """The words of the ledger in one language."""
    return tomllib.loads((FOLDER / "promises" / f"{language}.toml").read_text("utf-8"))


def due(line: Followed, language: str) -> str:
    """The first deadline with the words that tell it, and the strict reading where it is another day."""
    told = line.promise.due
    given = {"day": when(told.last.isoformat(), language), "words": _one_line(told.words)}
    if told.strict is None:
        return str(words(language)["sentences"]["due"]).format(**given)
    strict = when(told.strict.isoformat(), language)
    return str(words(language)["sentences"]["due_strict"]).format(**given, strict=strict)


def why(line: Followed, known: Known, language: str) -> Linked:
    """Why a promise stands where it stands: what was told, by what it is the same, what was searched for, on what
    condition it was said.
    """
    speaking = speaking_step(line, known)
    parts = [_sentence(line.reason, language, **_facts(line, speaking, known, language))]
    if speaking is not None:
        shared = ", ".join(words(language)["shared"][name] for name in speaking.shared)
        parts.append(_sentence("shared", language, list=shared))
    if line.state == "nothing_found":
        parts += _silence(line, language)
    parts += _beside(line, speaking, known, language)
    if line.promise.condition:
        parts.append(_sentence("condition", language, condition=_one_line(line.promise.condition)))
    return joined(" ", parts)


def speaking_step(line: Followed, known: Known) -> Step | None:
    """The step that decided: of what was told as done the one that says so much, else the first of its role."""
    roles = SPEAKING.get(line.reason, ())
    found = [step for step in line.steps if step.role in roles and step.claim_id in known]
    exact = [step for step in found if step.role != "denied" and _top(known[step.claim_id]) == line.delivered]
    return next(iter([*exact, *found]), None)


def _top(row: Row) -> Decimal:
    return Decimal(row["value"] if row["value_max"] is None else row["value_max"])


def _facts(line: Followed, step: Step | None, known: Known, language: str) -> dict[str, str]:
    promised = known[line.promise.claim_id]
    facts: dict[str, str] = {
        "stated": said(promised, language),
        "today": when(line.today.isoformat(), language),
        "now": when(line.due_now.isoformat(), language),
        "days": str(line.days_late or 0),
    }
    if line.short_by is not None and line.delivered is not None:
        facts["short"] = _amount(line.short_by, promised, language)
        facts["rest"] = _amount(line.delivered, promised, language)
        whole = Decimal(promised["value"])
        share = (100 * line.delivered / whole).quantize(Decimal("0.1"), ROUND_DOWN) if whole else Decimal(0)
        facts["share"] = number(share, language)
    if step is not None:
        row = known[step.claim_id]
        facts |= {"done": said(row, language), "when": when(row["as_of"], language)}
        facts["day"] = when(step.day.isoformat() if step.day else None, language)
    return facts


def _amount(value: Decimal, row: Row, language: str) -> str:
    return amount(value, None, row["unit"], "exact", language)


def _silence(line: Followed, language: str) -> Iterator[Linked]:
    if line.searches:
        last = max(one.at for one in line.searches).date().isoformat()
        found = sum(one.found or 0 for one in line.searches)
        given = {"count": str(len(line.searches)), "day": when(last, language), "found": str(found)}
        yield _sentence("searched", language, **given)
    else:
        yield _sentence("not_searched", language)
    yield _sentence("pages_since", language, count=str(line.pages_since))


def _beside(line: Followed, speaking: Step | None, known: Known, language: str) -> Iterator[Linked]:
    """The other steps, each with its day: what was told on the way, said again, moved; what several pages of one day
    say alike is said once.
    """
    seen = {str(_step(speaking, known, language))} if speaking is not None else set()
    for step in line.steps:
        if step.claim_id in known and str(told := _step(step, known, language)) not in seen:
            seen.add(str(told))
            yield told


def _step(step: Step, known: Known, language: str) -> Linked:
    day = when(step.day.isoformat() if step.day else None, language)
    role = str(words(language)["roles"][step.role])
    return _sentence("step", language, day=day, role=role, value=said(known[step.claim_id], language))


def _sentence(name: str, language: str, **given: str) -> Linked:
    return filled(words(language)["sentences"][name], **given)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def counted(lines: Sequence[Followed]) -> list[tuple[str, int]]:
    """How many promises are in each state that occurs, in the order of STATES."""
    counts = {state: sum(line.state == state for line in lines) for state in STATES}
    return [(state, count) for state, count in counts.items() if count]


def check_state(state: str) -> None:
    """UnknownName, with the nearest, for a state that there is not; "" is any."""
    if state and state not in STATES:
        raise UnknownName("state of a promise", state, STATES)


def events(line: Followed) -> list[dict[str, str]]:
    """What is known to have happened to a promise, as entries of a digest: day (ISO), promise_id, event (promised, due,
    or the role of a step) and claim_id. A promise of a page without a day has no entry for being made.
    """
    promise = line.promise
    found: list[tuple[date | None, str, str]] = [(step.day, step.role, step.claim_id) for step in line.steps]
    found.append((promise.said, "promised", promise.claim_id))
    if line.today > promise.due.last:
        found.append((promise.due.last, "due", promise.claim_id))
    return [
        {"day": day.isoformat(), "promise_id": promise.promise_id, "event": event, "claim_id": claim_id}
        for day, event, claim_id in found
        if day is not None
    ]
