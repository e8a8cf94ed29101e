"""Machine-readable columns -> titles in the reader's language."""

from __future__ import annotations

import pandas as pd

from dalel.publishing import names
from dalel.publishing.wording import words

FOR_CHARTS = ("stated_value", "computed_value", "whole_id", "role", "exclusive")


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


def show_whole() -> None:
    """Lets pandas show tables whole: a sentence cut off after 50 letters, or rows left out, prove nothing."""
    pd.set_option("display.max_colwidth", None, "display.max_columns", None, "display.max_rows", 1000)


def kept(frame: pd.DataFrame) -> pd.DataFrame:
    """The table without the columns that only charts need, and without `withheld` where nothing is."""
    hidden = [*FOR_CHARTS, *(["withheld"] if "withheld" in frame and not any(frame["withheld"]) else [])]
    return frame.drop(columns=[name for name in hidden if name in frame])


def _distinct(titles: dict[str, str]) -> dict[str, str]:
    """Two columns never get one title: the later one keeps its own name beside it."""
    seen: set[str] = set()
    result = {}
    for name, title in titles.items():
        result[name] = f"{title} ({name})" if title in seen else title
        seen.add(title)
    return result
