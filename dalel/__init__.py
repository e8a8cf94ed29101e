"""dalel: figures in Kazakh, Russian and English news, each with its proof. The front door for notebooks.

    import dalel
    dalel.claims(topic="computers", region="KZ-63", language="ru")

Every verb returns a pandas DataFrame or a chart; see dalel/frontdoor.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = [
    "again",
    "announced",
    "by_region",
    "changes",
    "claims",
    "collected",
    "collected_again",
    "comparison",
    "crawls",
    "draw_amounts",
    "draw_parts",
    "draw_shares",
    "draw_steps",
    "draw_timeline",
    "draw_verdicts",
    "failures",
    "landmarks",
    "measures",
    "pages",
    "remarks",
    "searches",
    "shares",
    "statuses",
    "verdicts",
]

if TYPE_CHECKING:
    from dalel.frontdoor import (
        again,
        announced,
        by_region,
        changes,
        claims,
        collected,
        collected_again,
        comparison,
        crawls,
        draw_amounts,
        draw_parts,
        draw_shares,
        draw_steps,
        draw_timeline,
        draw_verdicts,
        failures,
        landmarks,
        measures,
        pages,
        remarks,
        searches,
        shares,
        statuses,
        verdicts,
    )  # fmt: skip


def __getattr__(name: str) -> Any:
    # pandas and matplotlib take a second to import; `dalel quantities` and friends never need them
    if name in __all__:
        from dalel import frontdoor

        return getattr(frontdoor, name)
    raise AttributeError(f"module 'dalel' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
