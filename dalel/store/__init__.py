"""Records <-> tables on disk: what a stage hands over survives exactly, and an edited table is noticed.

    frame(records, record_type) -> pandas.DataFrame          a column per field, in order; dates as ISO text
    write(folder, name, records, record_type) -> None        name.parquet + name.csv, sorted, whole or not at all
    read(folder, name, record_type) -> list                  the same records again, sorted
    read_csv(folder, name, record_type) -> list              the same from the CSV
    describe(folder, title, record_types) -> None            datapackage.json: schema, bytes and SHA-256 of every table
    validate(folder) -> list[Problem]                        tables that are not as written, by name

Imports records, errors and files only, so every room may use it.
"""

from dalel.store.package import describe, validate
from dalel.store.tables import frame, read, read_csv, write

__all__ = ["describe", "frame", "read", "read_csv", "validate", "write"]
