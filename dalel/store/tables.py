"""Records <-> one Parquet and one CSV file with the same rows.

Both hold text columns: `Decimal` loses nothing there, and the file looks the same whatever the values are. Rows
are sorted by their cells from left to right: the same records give the same bytes in whatever order they come.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from dalel import files, paths
from dalel.errors import UnreadableFile
from dalel.store.cells import from_csv, harmless, original, to_csv
from dalel.store.columns import Column, columns, decode, encode

if TYPE_CHECKING:
    import pandas

R = TypeVar("R")
_TEXT = ("str", "list", "object", "objects")


def frame(records: Iterable[Any], record_type: type) -> pandas.DataFrame:
    """One row a record in the order given, one column a field; `Decimal` and tuples kept, dates as ISO text."""
    import pandas

    described = columns(record_type)
    rows = [[_shown(column, getattr(record, column.name)) for column in described] for record in records]
    names = [column.name for column in described]
    return pandas.DataFrame({name: _series([row[i] for row in rows]) for i, name in enumerate(names)}, columns=names)


def write(folder: Path, name: str, records: Iterable[Any], record_type: type) -> None:
    """Writes `name`.parquet and `name`.csv, each whole or not at all, and only where its content changes."""
    described = columns(record_type)
    rows = sorted(
        ([encode(column, getattr(record, column.name)) for column in described] for record in records),
        key=lambda row: [("", "") if cell is None else ("x", cell) for cell in row],
    )
    safe = paths.slug(name)
    files.write_if_changed(folder / f"{safe}.parquet", _parquet(described, rows))
    cells = ([_cell(column, cell) for column, cell in zip(described, row, strict=True)] for row in rows)
    files.write_if_changed(folder / f"{safe}.csv", to_csv([column.name for column in described], cells))


def read(folder: Path, name: str, record_type: type[R]) -> list[R]:
    """The records of `name`.parquet in the order of the file. UnreadableFile or InvalidValue where it is damaged."""
    import pyarrow
    from pyarrow import parquet

    path = folder / f"{paths.slug(name)}.parquet"
    try:
        table = parquet.ParquetFile(io.BytesIO(path.read_bytes())).read()
    except FileNotFoundError as error:
        raise UnreadableFile(f"there is no table {path.name} in {folder}; run the stage that makes it") from error
    except (OSError, pyarrow.ArrowException) as error:
        raise UnreadableFile(f"{path.name} is no Parquet table; rebuild the tables ({error})") from error
    return _records(path.name, table.column_names, table.to_pydict(), record_type)


def read_csv(folder: Path, name: str, record_type: type[R]) -> list[R]:
    """The records of `name`.csv in the order of the file. UnreadableFile or InvalidValue where it is damaged."""
    path = folder / f"{paths.slug(name)}.csv"
    if not path.is_file():
        raise UnreadableFile(f"there is no table {path.name} in {folder}; run the stage that makes it")
    header, rows = from_csv(path.read_bytes(), path.name)
    kinds = {column.name: column.kind for column in columns(record_type)}
    columned = {title: [_uncell(kinds.get(title, "str"), row[i]) for row in rows] for i, title in enumerate(header)}
    return _records(path.name, header, columned, record_type)


def _records(file: str, header: Sequence[str], cells: dict[str, list[str | None]], record_type: type[R]) -> list[R]:
    described = columns(record_type)
    if list(header) != [column.name for column in described]:
        raise UnreadableFile(f"{file} has not the columns of {record_type.__name__}; rebuild the tables")
    decoded = [[decode(column, cell) for cell in cells[column.name]] for column in described]
    names = [column.name for column in described]
    return [record_type(**dict(zip(names, row, strict=True))) for row in zip(*decoded, strict=True)]


def _parquet(described: Sequence[Column], rows: Sequence[Sequence[str | None]]) -> bytes:
    import pyarrow
    from pyarrow import parquet

    schema = pyarrow.schema([pyarrow.field(column.name, pyarrow.string()) for column in described])
    table = pyarrow.table([[row[i] for row in rows] for i in range(len(described))], schema=schema)
    buffer = io.BytesIO()
    parquet.write_table(table, buffer, compression="zstd", version="2.6", store_schema=False)
    return buffer.getvalue()


def _cell(column: Column, cell: str | None) -> str | None:
    return harmless(cell) if cell is not None and column.kind in _TEXT else cell


def _uncell(kind: str, cell: str) -> str | None:
    if not cell:
        return None
    return original(cell) if kind in _TEXT else cell


def _shown(column: Column, value: Any) -> Any:
    if value is None or column.kind not in ("date", "datetime"):
        return value
    return value.isoformat()


def _series(values: list[Any]) -> pandas.Series[Any]:
    import pandas

    return pandas.Series(values, dtype=object)
