"""A folder of tables described as a data package (Frictionless Data Package 1): schema, bytes and SHA-256 of each file.

`validate` needs nothing but the folder: an edited, missing or added table is named.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dalel import files
from dalel.records import Problem
from dalel.store.columns import Column, columns

NAME = "datapackage.json"
_TYPES = {
    "str": "string", "int": "integer", "bool": "boolean", "decimal": "number", "date": "date", "datetime": "datetime",
    "list": "string", "object": "string", "objects": "string",
}  # fmt: skip


def describe(
    folder: Path, title: str, record_types: Mapping[str, type], about: Mapping[str, Any] | None = None
) -> None:
    """Writes datapackage.json for every CSV and Parquet file in `folder`.

    `record_types` gives the record type of a table by its name; a table without one is described without a schema.
    `about` are further properties of the package, e.g. the rule of its verdicts.
    """
    resources = [_resource(path, record_types) for path in _tables(folder)]
    package = {"profile": "data-package", "name": "dalel", "title": title, **(about or {}), "resources": resources}
    content = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    files.write_if_changed(folder / NAME, content.encode("utf-8"))


def validate(folder: Path) -> list[Problem]:
    """What is wrong with the tables of `folder`, sorted by file; an empty list where all are as described."""
    try:
        package = json.loads((folder / NAME).read_text("utf-8"))
        described = {resource["path"]: resource for resource in package["resources"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        return [Problem(stage="verify", subject=NAME, reason=f"cannot be read ({error}); rebuild the tables")]
    problems = []
    for path in sorted(set(described) | {path.name for path in _tables(folder)}):
        if reason := _difference(folder / Path(path).name, described.get(path)):
            problems.append(Problem(stage="verify", subject=path, reason=reason))
    return problems


def _difference(file: Path, resource: Mapping[str, Any] | None) -> str | None:
    if resource is None:
        return f"is not listed in {NAME}: added after the tables were made"
    if not file.is_file():
        return f"is listed in {NAME} but missing; rebuild the tables"
    content = file.read_bytes()
    if len(content) != resource.get("bytes"):
        return f"edited: {len(content)} bytes where {resource.get('bytes')} were written; rebuild the tables"
    if f"sha256:{hashlib.sha256(content).hexdigest()}" != resource.get("hash"):
        return "edited: its SHA-256 is not the one written with it; rebuild the tables"
    return None


def _tables(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if path.suffix in (".csv", ".parquet") and path.is_file())


def _resource(path: Path, record_types: Mapping[str, type]) -> dict[str, Any]:
    content = path.read_bytes()
    resource: dict[str, Any] = {
        "name": f"{path.stem}-{path.suffix[1:]}".lower(),
        "path": path.name,
        "format": path.suffix[1:],
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    if path.suffix != ".csv":
        return resource | {"mediatype": "application/vnd.apache.parquet"}
    resource |= {"profile": "tabular-data-resource", "mediatype": "text/csv", "encoding": "utf-8"}
    if record_type := record_types.get(path.stem):
        resource["schema"] = {"fields": [_field(column) for column in columns(record_type)], "missingValues": [""]}
    return resource


def _field(column: Column) -> dict[str, Any]:
    kind = _TYPES[column.kind]
    field: dict[str, Any] = {"name": column.name, "type": kind}
    if kind == "datetime":
        field["format"] = "any"
    constraints: dict[str, Any] = {} if column.optional else {"required": True}
    if column.choices:
        constraints["enum"] = list(column.choices)
    return field | ({"constraints": constraints} if constraints else {})
