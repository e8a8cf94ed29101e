"""Machine-readable columns -> titles in the reader's language."""

from __future__ import annotations

import pandas as pd

from dalel.publishing import names
from dalel.publishing.wording import words

FOR_CHARTS = ("stated_value", "computed_value", "whole_id", "role", "exclusive")


def present(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """The same table with the column titles of `language`; columns named after an indicator get its title.

    Columns that only charts need are left out.
    """
    titles = words(language)["columns"]
    kept = frame.drop(columns=[name for name in FOR_CHARTS if name in frame])
    renamed = {name: titles.get(name) or names.indicator(str(name), language) for name in kept.columns}
    return kept.rename(columns=_distinct(renamed))


def _distinct(titles: dict[str, str]) -> dict[str, str]:
    """Two columns never get one title: the later one keeps its own name beside it."""
    seen: set[str] = set()
    result = {}
    for name, title in titles.items():
        result[name] = f"{title} ({name})" if title in seen else title
        seen.add(title)
    return result
