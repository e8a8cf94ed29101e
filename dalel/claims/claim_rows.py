"""Documents as JSON Lines -> their claims as JSON Lines: what `dalel claims` reads and writes.

In:  {"id", "text", "title"?, "lead"?, "language"? (or "lang"), "published"?, "outlet"?, "url"?}
Out: {"id", "claims": [{all fields of a claim; values as exact decimal strings, dates as ISO 8601}]}
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from typing import Any, get_args

from dalel import languages
from dalel.claims.finding import find_claims
from dalel.errors import UnknownName, UnreadableFile
from dalel.languages.identify import identify
from dalel.records import Claim, Document, Script
from dalel.topics import Topic

OPTIONAL = ("title", "lead", "language", "published", "outlet", "url")
OTHER = "other"
KEYS = frozenset({"id", *(field.name for field in fields(Document))})  # what `dalel read` writes, too
HALF_PAIR = re.compile(r"[\ud800-\udfff]")
CLAIM_FIELDS = tuple(field.name for field in fields(Claim))


def claim_rows(rows: Iterable[str], topics: Mapping[str, Topic]) -> Iterator[str]:
    """One JSON line out for each in, in the same order; empty lines are skipped.

    Raises UnreadableFile naming the line that is no JSON object or lacks "id" or "text", or whose field has the wrong
    form or half a surrogate pair, which no UTF-8 can hold.
    """
    convert = converter(topics)
    yield from (convert(line, number) for number, line in enumerate(rows, start=1) if line.strip())


def converter(topics: Mapping[str, Topic]) -> Callable[[str, int], str]:
    """What makes one line of another, given with its number; UnreadableFile names a bad one."""
    return lambda line, number: _row(line, number, topics)


def _row(line: str, number: int, topics: Mapping[str, Topic]) -> str:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"line {number} is not JSON ({error}); write one JSON object a line") from error
    if not isinstance(row, dict):
        raise UnreadableFile(f'line {number} is no JSON object; write {{"id": …, "text": …}}')
    if "lang" in row:  # another name of `language`
        if row.get("language", row["lang"]) != row["lang"]:
            raise UnreadableFile(f"line {number}: 'language' and 'lang' say different things; give one of them")
        row["language"] = row.pop("lang")
    claims = find_claims(document(row, number), topics)
    return json.dumps({"id": row["id"], "claims": [as_json(claim) for claim in claims]}, ensure_ascii=False)


def document(row: Mapping[str, Any], number: int) -> Document:
    """The document that a row describes; what it does not say is told from the text or left open."""
    for name in ("id", "text", *OPTIONAL):
        value = row.get(name)
        if (value is None and name in ("id", "text")) or not isinstance(
            value, str | None | (int if name == "id" else str)
        ):
            raise UnreadableFile(f"line {number}: {name!r} is {value!r}; write it as a string")
        if isinstance(value, str) and (half := HALF_PAIR.search(value)):
            code = f"U+{ord(half[0]):04X} at character {half.start()}"
            raise UnreadableFile(
                f"line {number}: {name!r} has half a surrogate pair, {code}; write the whole character"
            )
    _known_keys(row, number)
    language, script = identify(row["text"] or row.get("title") or "")
    declared = _language(row.get("language"), number)
    return Document(
        document_id=str(row["id"]),
        url=row.get("url") or "",
        source="local",
        outlet=row.get("outlet") or "",
        title=row.get("title"),
        lead=row.get("lead"),
        text=row["text"],
        published=_day(row.get("published"), number),
        published_basis="given" if row.get("published") else "unknown",
        language=declared or language,
        script=script if script in get_args(Script) else "other",  # type: ignore[arg-type]
    )


def _language(declared: str | None, number: int) -> str | None:
    """The language a row names; None where it is to be told from the text ("other", or none named)."""
    if declared is None or declared == OTHER:
        return None
    if declared not in languages.known():
        fault = UnknownName("language", declared, [*languages.known(), OTHER])
        raise UnreadableFile(f"line {number}: {fault}; leave 'language' out to have it told from the text")
    return declared


def _known_keys(row: Mapping[str, Any], number: int) -> None:
    """A key one letter or a shorter word away from one that is read ("lang") is a mistake; others are passed over."""
    for name in row.keys() - KEYS:
        if near := difflib.get_close_matches(name, sorted(KEYS), n=1, cutoff=0.65):
            raise UnreadableFile(f"line {number}: no key {name!r} is read; did you mean {near[0]!r}?")


def as_json(claim: Claim) -> dict[str, Any]:
    """All fields of a claim in forms that JSON has."""
    return {name: _plain(getattr(claim, name)) for name in CLAIM_FIELDS}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple):
        return [asdict(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _day(text: str | None, number: int) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError as error:
        raise UnreadableFile(f"line {number}: 'published' is {text!r}; write a day as 2020-10-08") from error
