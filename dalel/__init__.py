"""dalel: figures in Kazakh, Russian and English news, each with its proof. The front door for notebooks:

    import dalel
    desk = dalel.open(region="KZ-63", language="ru", evidence="verified")
    desk.claims(topic="computers")

See dalel/frontdoor.py for what a desk can be asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["open"]

if TYPE_CHECKING:
    from dalel.frontdoor import open  # noqa: A004


def __getattr__(name: str) -> Any:
    # pandas and matplotlib take a second to import; `dalel quantities` and friends never need them
    if name in __all__:
        from dalel import frontdoor

        return getattr(frontdoor, name)
    raise AttributeError(f"module 'dalel' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
