"""Sentences about claims in kk, ru and en, in which every value leads to its passport. Nothing is inflected by guess:
names stand before a colon or in quotes, as the templates of words/site/<language>.toml have them.
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from dalel.publishing import names
from dalel.publishing.explanations import arithmetic as written
from dalel.publishing.explanations import sentences, told
from dalel.publishing.linked import Linked, capitalised, filled, joined
from dalel.publishing.tables.joining import Row
from dalel.publishing.tables.sentences import said
from dalel.publishing.wording import FOLDER, GAP, number, unit_name, when, word
from dalel.records import Finding

_CURRENCY = re.compile(r"\b[A-Z]{3}\b")
_NUMBERS = re.compile(rf"(\d[\d{GAP}.,]*\d|\d)")
QUOTES = {"kk": "«{}»", "ru": "«{}»", "en": "{}"}
# what a reader should hear first of a region
WEIGHT = ("contradicted", "verified", "adds-up", "single-source")


@cache
def says(language: str) -> Mapping[str, Mapping[str, str]]:
    """The words of the report's pages."""
    return tomllib.loads((FOLDER / "site" / f"{language}.toml").read_text("utf-8"))


def phrase(name: str, language: str, **given: str) -> Linked:
    """One of the [sentences] with its blanks filled in, links kept."""
    return filled(says(language)["sentences"][name], **given)


def what(row: Row, language: str) -> str:
    """What a value is: the title of its indicator, else of its kind of value."""
    return names.indicator(row["indicator"], language, row["measure"])


def where(row: Row, language: str) -> str:
    """Region with the borders meant and the place in it, in the reader's language where the place is a known one."""
    region = names.region(row["region"], language, row["borders"])
    place = names.place(row["place"], language)
    return f"{region}, {place}" if place else region


def outlet(name: str | None, language: str) -> str:
    """The name of an outlet, in quotes where the language writes names of papers so."""
    return QUOTES[language].format(name) if name else "—"


def place_in(row: Row, here: str, language: str) -> str:
    """Where a claim is about, seen from the page of a region: only the place in it, "" where it is all of it."""
    if row["region"] != here or row["borders"]:
        return where(row, language)
    return names.place(row["place"], language)


def stated(row: Row, language: str, here: str = "") -> Linked:
    """ "Kyzylorda region. Money allocated: 3.4 billion tenge (2020)"; plans and suspicions say so. `here` is the region
    whose page it stands on.
    """
    status = word("statuses", row["status"], language) if row["status"] not in (None, "actual") else ""
    day = when(row["as_of"], language) if row["as_of"] else ""
    named = "status_date" if status and day else "status_only" if status else "date_only" if day else ""
    value = filled("{value}{about}", value=said(row, language),
                   about=phrase(named, language, status=status, date=day) if named else "")  # fmt: skip
    place = place_in(row, here, language)
    named = "place_value" if place else "what_value"
    return phrase(named, language, place=place, what=what(row, language), value=value)


def say(row: Row, language: str, here: str = "") -> Linked:
    """A whole sentence about a claim: what is stated, and on whose word where only one source says so."""
    told_so = stated(row, language, here)
    if row["verdict"] == "single-source" and row["outlet"]:
        return joined(". ", [told_so, phrase("one_source", language, outlet=row["outlet"])])
    if row["verdict"] == "contradicted":
        return joined(". ", [told_so, phrase("contradicted", language)])
    return filled("{told}.", told=told_so)


def explained(finding: Finding, language: str) -> Linked:
    """What a finding says, each value of a single claim in it as a link."""
    pattern = sentences(language)["findings"].get(finding.kind)
    if pattern is None:
        return Linked((finding.explanation, None))
    alone = {part.name: part.claim_ids[0] for part in finding.parts if len(part.claim_ids) == 1}
    pieces = [
        piece
        for literal, name, how, _ in string.Formatter().parse(pattern)
        for piece in (
            (literal, None),
            *(((told(finding.facts, name, how or "", language), alone.get(name)),) if name else ()),
        )
    ]
    return capitalised(Linked(*pieces))


def arithmetic(finding: Finding, known: Mapping[str, Row], language: str) -> Linked:
    """The arithmetic of a finding, each number that one of its claims states as a link; "" where there is none."""
    values = {number(known[one]["value"], language): one for one in reversed(finding.claim_ids) if one in known}
    spoken = _CURRENCY.sub(lambda code: unit_name(code[0], language), written(finding, language))
    pieces = _NUMBERS.split(spoken)
    return Linked(*((piece, values.get(piece) if place % 2 else None) for place, piece in enumerate(pieces)))


def shown(finding: Finding, known: Mapping[str, Row], language: str) -> Linked:
    """What a finding says; with its arithmetic where the sentence itself names no claim's value."""
    told_so = explained(finding, language)
    worked = arithmetic(finding, known, language)
    return told_so if told_so.claim_ids or not worked else joined(" ", [told_so, worked])


def differing(same: Sequence[Row], title: str, language: str) -> Linked:
    """One thing as several sources state it: "Savings: sources differ. A: 3.8 billion tenge; B: 27 billion tenge"."""
    values = joined("; ", (
        phrase("differ_value", language, outlet=row["outlet"] or "—", value=said(row, language)) for row in same
    ))  # fmt: skip
    return phrase("differ", language, what=title, values=values)


def listed(texts: Iterable[str]) -> str:
    """Names one after another."""
    return ", ".join(texts)
