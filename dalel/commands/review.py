"""`dalel review`: the queue, one claim, a decision; or all of it in turn, by single keys."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer
from rich.markup import escape

from dalel.errors import DalelError, InvalidValue
from dalel.reviewing import Said

LISTED = 20
KEYS = {"a": "accepted", "r": "rejected", "c": "corrected", "w": "withdrawn"}
ASKED = "[a]ccept  [r]eject  [c]orrect  [w]ithdraw  [s]kip  [q]uit"


def review(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="[ID]", help="Claim id; without one: what waits for a person.")] = "",
    accept: Annotated[bool, typer.Option("--accept", help="It is confirmed.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="It is wrong or was misread.")] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Take back your earlier decision.")] = False,
    correct: Annotated[
        list[str] | None,
        typer.Option(metavar="ATTRIBUTE=VALUE", help="What is right instead: value=120; place= for not told."),
    ] = None,
    name: Annotated[str, typer.Option(help="Who decides; else the name of your account.")] = "",
    reason: Annotated[str, typer.Option(help="Why: whom you asked, what you saw.")] = "",
    region: Annotated[str, typer.Option(help="Only numbers of this region, by code or name.")] = "KZ",
    topic: Annotated[str, typer.Option(help="Only numbers of this topic of topics/.")] = "",
    listed: Annotated[bool, typer.Option("--list", help="Only list what waits, also on a terminal.")] = False,
) -> None:
    """Decide on numbers that no rule could settle: accept, reject, correct, withdraw."""
    from dalel import declarations, display, reach, reviewing

    chosen = [kind for kind, asked in (("accepted", accept), ("rejected", reject), ("withdrawn", withdraw)) if asked]
    chosen += ["corrected"] if correct else []
    if len(chosen) > 1 or (chosen and not claim):
        raise InvalidValue("give one claim id and one of --accept, --reject, --correct, --withdraw")
    if chosen:
        said = Said(decision=chosen[0], reason=reason, reviewer=name, corrections=pairs(correct or []))
        display.decided(reviewing.decide(context.obj, claim, said))
    elif claim:
        display.review_item(reviewing.item(context.obj, claim))
    else:
        code, about = reach.strict(declarations.topics(context.obj), region, topic)
        queue = reviewing.waiting(context.obj, code, about)
        if listed or not sys.stdin.isatty():
            display.review_queue(queue[:LISTED], len(queue))
        else:
            in_turn(context.obj, [one.claim.claim_id for one in queue], name)


def in_turn(space: Any, ids: Sequence[str], name: str) -> None:
    """Shows each claim and asks for a decision, until all are shown or the editor stops."""
    from dalel import display, reviewing

    who = name or typer.prompt("Your name")
    for number, claim_id in enumerate(ids, start=1):
        display.review_item(reviewing.item(space, claim_id), f"{number} of {len(ids)}")
        key = typer.prompt(ASKED, default="s").strip().lower()[:1]
        if key == "q":
            return
        if key in KEYS:
            corrections = pairs([typer.prompt("attribute=value")]) if key == "c" else None
            said = Said(decision=KEYS[key], reason=typer.prompt("Reason"), reviewer=who, corrections=corrections)
            try:
                display.decided(reviewing.decide(space, claim_id, said))
            except DalelError as error:  # the queue goes on
                display.ERR.print(escape(str(error)))


def pairs(given: Sequence[str]) -> Mapping[str, str | None]:
    """ "value=120" -> {"value": "120"}; "place=" -> {"place": None}. InvalidValue where there is no "="."""
    found: dict[str, str | None] = {}
    for one in given:
        attribute, equals, value = one.partition("=")
        if not equals:
            raise InvalidValue(f"correction {one!r}: write ATTRIBUTE=VALUE, e.g. value=120 or region=KZ-43")
        found[attribute.strip()] = value.strip() or None
    return found
