"""Lines that are only ever added to, each tied by digest to those before it, in a way that git can merge.

A line is a JSON object with two fields besides its own: `after`, the digests of the last lines it was added to (more
than one where two branches were joined), and `digest`, the SHA-256 of the line without it. Beside the file lies
`<name>.heads`, the digests of its last lines, so that also the last one cannot be taken away unnoticed. Both files are
merged line by line (`merge=union` in .gitattributes). A leaf of the house.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dalel import files
from dalel.records import Problem

LONGEST = 100_000  # characters of a line: a longer one is nobody's
_CURE = "restore the file from a copy or from git"


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """One line that is as it was written: its fields without those of the chain."""

    number: int
    digest: str
    fields: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Chain:
    """The lines of a file in their order, and what is wrong with the others."""

    links: list[Link]
    problems: list[Problem]

    @property
    def heads(self) -> list[str]:
        """Digests of the lines that no other line follows, in their order."""
        followed = {before for link in self.links for before in link.fields["after"]}
        return [link.digest for link in self.links if link.digest not in followed]


def extend(path: Path, added: Sequence[Mapping[str, Any]]) -> None:
    """Adds lines, on disk before this returns; UnwritableHome otherwise. Whoever adds at the same time waits."""
    if not added:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as opened:
            fcntl.flock(opened.fileno(), fcntl.LOCK_EX)
            opened.seek(0)
            content = opened.read()
            heads, lines = _read(path.name, content, "").heads, []
            for fields in added:
                line = {**fields, "after": heads}
                line["digest"] = digest(line)
                heads = [line["digest"]]
                lines.append(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
            unfinished = b"" if not content or content.endswith(b"\n") else b"\n"
            opened.write(unfinished + b"".join(lines))
            opened.flush()
            os.fsync(opened.fileno())
            files.write_if_changed(heads_of(path), f"{heads[0]}\n".encode())
    except OSError as error:
        raise files.unwritable(path, error) from error


def read(path: Path, stage: str) -> Chain:
    """All lines in their order; edited, torn, forged, reordered and missing ones are problems of this stage, the rest
    is kept.
    """
    chain = _read(path.name, path.read_bytes() if path.is_file() else b"", stage)
    chain.problems.extend(_of_heads(path, chain, stage))
    return chain


def digest(line: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of a line: of its JSON with sorted keys and without blanks, in UTF-8, without `digest`."""
    rest = {name: value for name, value in line.items() if name != "digest"}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def heads_of(path: Path) -> Path:
    """The list of the last lines beside a file."""
    return path.with_name(f"{path.name}.heads")


def _read(name: str, content: bytes, stage: str) -> Chain:
    links: list[Link] = []
    problems: list[Problem] = []
    known: set[str] = set()
    for number, raw in enumerate(content.split(b"\n"), start=1):
        if not raw.strip():
            continue
        try:
            fields = _checked(raw.decode("utf-8", "replace"))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            problems.append(_problem(stage, f"{name} line {number}", f"{error}; it does not count; {_CURE}"))
            continue
        if fields["digest"] in known:
            problems.append(_problem(stage, f"{name} line {number}", f"stands there twice; {_CURE}"))
            continue
        if missing := [one for one in fields["after"] if one not in known]:
            reason = f"the line {missing[0][:12]}… that it follows does not stand before it: deleted, edited or moved"
            problems.append(_problem(stage, f"{name} line {number}", f"{reason}; {_CURE}"))
        if not fields["after"] and links:
            reason = "it was added to no line, though others stand before it: put in, or they were put before it"
            problems.append(_problem(stage, f"{name} line {number}", f"{reason}; {_CURE}"))
        known.add(fields["digest"])
        rest = {key: value for key, value in fields.items() if key != "digest"}
        links.append(Link(number=number, digest=fields["digest"], fields=rest))
    return Chain(links=links, problems=problems)


def _checked(line: str) -> dict[str, Any]:
    if len(line) > LONGEST:
        raise ValueError(f"the line has {len(line)} characters")
    fields = json.loads(line)
    if not isinstance(fields, dict):
        raise ValueError("the line is no JSON object")
    after = fields.get("after")
    if not isinstance(after, list) or not all(isinstance(one, str) for one in after):
        raise ValueError("the line is tied to no other: it has no `after`")
    if fields.get("digest") != digest(fields):
        raise ValueError("the line is not what its digest says: it was edited")
    return fields


def _of_heads(path: Path, chain: Chain, stage: str) -> Iterator[Problem]:
    """The last lines against the list beside the file; a file without lines needs none."""
    beside = heads_of(path)
    listed = beside.read_text("utf-8", "replace").split() if beside.is_file() else []
    known = {link.digest for link in chain.links}
    for one in listed:
        if one not in known:
            yield _problem(stage, path.name, f"the line {one[:12]}… was the last and is gone, or was edited; {_CURE}")
    for one in chain.heads:
        if one not in listed:
            number = next(link.number for link in chain.links if link.digest == one)
            yield _problem(
                stage,
                f"{path.name} line {number}",
                f"{beside.name} does not know it as the last: put in by hand; {_CURE}",
            )


def _problem(stage: str, subject: str, reason: str) -> Problem:
    return Problem(stage=stage, subject=subject, reason=reason)
