"""Machine-readable columns -> titles in the reader's language."""

from __future__ import annotations

import pandas as pd

from dalel.publishing import names
from dalel.publishing.wording import words

# what programs need and readers do not: values lead to their passports themselves
FOR_PROGRAMS = (
    "claim_id", "claim_ids", "promise_id", "stated_value", "computed_value", "whole_id", "role", "exclusive", "code",
)  # fmt: skip


def present(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """What `kept` leaves, with the column titles of `language`; columns named after an indicator get its title.

    A table made from the sample newsroom says SAMPLE in its corner.
    """
    shown = kept(frame)
    titles = words(language)["columns"]
    renamed = {name: titles.get(name) or names.indicator(str(name), language) for name in shown.columns}
    titled = shown.rename(columns=_distinct(renamed))
    titled.columns.name = "SAMPLE" if frame.attrs.get("sample") else None
    return titled


def kept(frame: pd.DataFrame) -> pd.DataFrame:
    """The table without the columns that only programs need, and without `withheld` where nothing is."""
    hidden = [*FOR_PROGRAMS, *(["withheld"] if "withheld" in frame and not any(frame["withheld"]) else [])]
    return frame.drop(columns=[name for name in hidden if name in frame])


def _distinct(titles: dict[str, str]) -> dict[str, str]:
    """Two columns never get one title: the later one keeps its own name beside it."""
    seen: set[str] = set()
    result = {}
    for name, title in titles.items():
        result[name] = f"{title} ({name})" if title in seen else title
        seen.add(title)
    return result
