"""A pandas frame that is shown as the reader's table: words of a language, quotes whole, values linked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import pandas as pd

from dalel.publishing.rendering import notebook_table


@dataclass(frozen=True, kw_only=True)
class Reader:
    """How a frame is shown: `show` gives the reader's table (machine column names) for the rows with these labels."""

    show: Callable[[pd.Index], pd.DataFrame]
    original: pd.DataFrame
    language: str
    passports: str  # address of the folder of passports, from where the table is shown


class Table(pd.DataFrame):
    """A frame with a reader. Rows may be chosen and sorted; once a value or a column is changed, it is shown as pandas
    shows any frame: the reader's table would no longer be what the frame holds.
    """

    _metadata: ClassVar[list[str]] = ["reader"]  # what pandas carries over to selections

    def __init__(self, data: Any = None, *arguments: Any, reader: Reader | None = None, **options: Any) -> None:
        super().__init__(data, *arguments, **options)  # type: ignore[call-arg]  # pandas-stubs know only __new__
        object.__setattr__(self, "reader", reader)

    @property
    def _constructor(self) -> type[Table]:
        return Table

    def shown(self) -> pd.DataFrame | None:
        """The reader's table of these rows; None where the frame is no longer a choice of the original's rows."""
        reader: Reader | None = getattr(self, "reader", None)
        if reader is None or list(self.columns) != list(reader.original.columns):
            return None
        if not self.index.isin(reader.original.index).all() or self.index.has_duplicates:
            return None
        same = pd.DataFrame(reader.original.loc[self.index]).equals(pd.DataFrame(self))
        return reader.show(self.index) if same else None

    def _repr_html_(self) -> str:
        table = self.shown()
        if table is None:
            return self.to_html(max_rows=60, notebook=True)
        return notebook_table(table, self.reader.language, self.reader.passports)

    def __repr__(self) -> str:
        from dalel.publishing.tables.titles import present

        table = self.shown()
        if table is None:
            return str(super().__repr__())
        titled = present(table, self.reader.language)
        return f"{titled.to_string()}\n\n[{len(self)} × {len(self.columns)}]"
