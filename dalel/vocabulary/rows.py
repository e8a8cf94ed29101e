"""The rows of units.toml: a unit with its kind, the measure it gives and its names in every language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dalel import languages
from dalel.languages import schema
from dalel.languages.schema import Stem

FILE = Path(__file__).parent / "units.toml"
OPTIONS = {"measure": str, "lends": bool, "bars": bool}  # what a row may say beside its kind and its names


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """A unit in one language: the forms of its printed name, and the words it is read by."""

    name: tuple[str, ...]
    words: tuple[Stem, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One unit: `measure` is what a claim that counts it measures, `label` what its quantities are called.

    `lends`: a number without a noun, behind it in the clause, may count it. `bars`: then no noun before it is counted.
    """

    code: str
    kind: str
    measure: str
    label: str
    lends: bool
    bars: bool
    names: Mapping[str, Named]  # by language


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """What is counted or measured: the measure that it gives a claim, the label of its quantities, and as in Row."""

    measure: str
    label: str
    lends: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What stands above the rows: the kinds, and the forms of a printed name by language."""

    kinds: Mapping[str, Kind]
    forms: Mapping[str, tuple[str, ...]]


def read(path: Path = FILE) -> tuple[Head, dict[str, Row]]:
    """What stands above the rows, and every row by its code in the order of the file.

    Raises MalformedDeclaration for a file that is not TOML, for a kind, field or language that is unknown or left out,
    a wrong count of forms and a word listed twice; it names the file, the field and the nearest name.
    """
    table = dict(languages.read(path))
    above = {name: table.pop(name) for name in ("kinds", "forms") if name in table}
    head = schema.build(Head, above, path.name)
    return head, {code: row(code, fields, head, path.name) for code, fields in table.items()}


def row(code: str, fields: Mapping[str, Any], head: Head, place: str) -> Row:
    """One row, checked."""
    known = ("kind", *OPTIONS, *head.forms)
    for name in fields:
        if name not in known:
            raise schema.wrong(place, f"{code}.{name}", f"is unknown; {schema.nearest(name, known)}")
    kind = fields.get("kind", "")
    if kind not in head.kinds:
        raise schema.wrong(place, f"{code}.kind", f"is {kind!r}; {schema.nearest(kind, head.kinds)}")
    names = {language: named(f"{code}.{language}", fields.get(language), head, place) for language in head.forms}
    default = head.kinds[kind]
    given = {"measure": default.measure, "lends": default.lends, "bars": False}
    for name, what in OPTIONS.items():
        given[name] = schema.value(what, fields.get(name, given[name]), place, f"{code}.{name}")
    return Row(code=code, kind=kind, label=default.label, names=names, **given)  # type: ignore[arg-type]


def named(field: str, raw: Any, head: Head, place: str) -> Named:
    """The names of a unit in the language that `field` ends with."""
    if raw is None:
        raise schema.wrong(place, field, "is missing; a unit has a name in every language")
    found = schema.build(Named, raw, place, field)
    forms = head.forms[field.rpartition(".")[2]]
    if len(found.name) != len(forms):
        raise schema.wrong(place, f"{field}.name", f"has {len(found.name)} forms; give {', '.join(forms)}")
    return found
