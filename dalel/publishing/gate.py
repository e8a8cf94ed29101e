"""The gate (promise 9): what is published is drawn only from claims at the evidence level asked for or above.

Levels, highest first: verified, adds-up, single-source, contradicted, rejected (what is superseded stands in no table).
What lies below the level stays as a row with blank values and the reason, so that nobody takes it for missing. At level
"contradicted" the values that a check or another origin contradicts are shown, and marked.
"""

from __future__ import annotations

import pandas as pd

from dalel.errors import UnknownName
from dalel.publishing.wording import label, word

LEVELS = ("verified", "adds-up", "single-source", "contradicted", "rejected")
MARKS = {
    "verified": "✓", "adds-up": "Σ", "single-source": "•", "contradicted": "⚠", "rejected": "✗", "superseded": "↻",
}  # fmt: skip
BLANKED = ("value", "value_max", "quote", "sentence")  # everything in a row that shows the number


def check_level(level: str) -> str:
    """The level itself; UnknownName with the nearest where there is no such level."""
    if level not in LEVELS:
        raise UnknownName("evidence level", level, LEVELS)
    return level


def at_level(frame: pd.DataFrame, level: str, language: str = "en") -> pd.DataFrame:
    """A copy in which rows below `level` have their values blank and say why in the new column `withheld`.

    In: a frame with a column `verdict` (and any of value, value_max, quote, sentence). Out: the same rows in the same
    order; `withheld` is "" where the value is shown.
    """
    floor = LEVELS.index(check_level(level))
    gated = frame.copy()
    below = [LEVELS.index(verdict) > floor for verdict in gated["verdict"]]
    reasons = [
        withheld(verdict, level, language) if blank else ""
        for verdict, blank in zip(gated["verdict"], below, strict=True)
    ]
    for name in BLANKED:
        if name in gated:
            kept = [None if blank else value for value, blank in zip(gated[name], below, strict=True)]
            gated[name] = pd.Series(kept, index=gated.index, dtype=object)
    gated["withheld"] = pd.Series(reasons, index=gated.index, dtype=object)
    return gated


def withheld(verdict: str, level: str, language: str) -> str:
    """Why a value is not shown: "withheld: single source; shown from “verified” up"."""
    named = label(
        "withheld_level", language, verdict=word("verdicts", verdict, language), level=word("verdicts", level, language)
    )
    return label("withheld", language, reason=named)
