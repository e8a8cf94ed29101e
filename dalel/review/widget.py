"""The review desk in JupyterLab: a widget that shows one number after the other and hands decisions back to Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dalel.errors import DalelError, MissingExtra

Item = Mapping[str, Any]


def review_desk(ids: Sequence[str], load: Callable[[str], Item], decide: Callable[[Item], str]) -> Any:
    """The widget over these claims: `load` gives what is shown of one (`shown`), `decide` takes what the editor said
    (claim_id, decision, name, reason, correction) and returns a line to show. MissingExtra without anywidget.
    """
    try:
        import anywidget
        import traitlets
    except ImportError as error:
        raise MissingExtra("the review desk needs the extra: pip install 'dalel[review]'") from error

    class ReviewDesk(anywidget.AnyWidget):  # type: ignore[misc,unused-ignore]
        _esm = Path(__file__).with_name("widget.js").read_text("utf-8")
        _css = Path(__file__).with_name("widget.css").read_text("utf-8")
        item = traitlets.Dict().tag(sync=True)
        place = traitlets.Int(0).tag(sync=True)
        total = traitlets.Int(0).tag(sync=True)
        message = traitlets.Unicode("").tag(sync=True)
        cleared = traitlets.Bool(False).tag(sync=True)
        said = traitlets.Dict().tag(sync=True)

    made = ReviewDesk(total=len(ids), item=dict(load(ids[0])) if ids else {}, message="" if ids else "Nothing waits.")

    def turn(change: Mapping[str, Any]) -> None:
        made.item = dict(load(ids[change["new"]]))

    def answer(change: Mapping[str, Any]) -> None:
        try:
            told = decide(change["new"])
        except DalelError as error:
            made.cleared, made.message = False, str(error)
            return
        made.cleared, made.message = True, told
        if made.place + 1 < len(ids):
            made.place += 1
        else:
            made.item = dict(load(ids[made.place]))

    made.observe(turn, "place")
    made.observe(answer, "said")
    return made


def shown(item: Item) -> dict[str, Any]:
    """What the widget shows of one claim, from what `dalel.reviewing.item` gives; plain text throughout."""
    words, page = item["words"], item["document"] or {}
    told = [(finding["severity"], finding["explanation"]) for finding in item["findings"]]
    told += [("retold by", f"{one['outlet']} {one['url']}") for one in item["origin"]["retold_by"]]
    told += [("chart", chart) for chart in item["charts"]]
    told += [("review", f"{one['decision']} by {one['reviewer']}: {one['reason']}") for one in item["reviews"]]
    return {
        "claim_id": item["claim_id"],
        "verdict": item["verdict"]["verdict"],
        "amount": item["value"]["amount"]["en"],
        "marked": words["marked"],
        "script": words["script"] or "",
        "outlet": page.get("outlet") or "",
        "url": page.get("url") or "",
        "grounds": [
            {
                "attribute": one["attribute"],
                "value": one["value"],
                "words": "; ".join(f"“{word['text']}” ({word['rule']})" for word in one["words"]),
            }
            for one in item["grounds"]
        ],
        "told": [list(pair) for pair in told],
    }
