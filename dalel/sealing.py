"""Sealing a home and comparing it with its seal; time stamps of RFC 3161 authorities beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dalel import files, ledger, paths, pipeline, proving
from dalel.errors import InvalidValue
from dalel.records import Problem
from dalel.seal import Seal, Stamp


@dataclass(frozen=True, kw_only=True)
class Since:
    """What a seal says of a home: what has changed, and who saw the root when."""

    damage: list[Problem]
    stamps: Sequence[Stamp]


def seal(space: paths.Workspace, progress: pipeline.Progress = pipeline.quiet) -> Seal:
    """Seals a home that is what its archive gives; InvalidValue names what is not, for a seal would cover it up."""
    from dalel import seal as sealed

    if damage := proving.prove(space, progress).damage:
        first = damage[0]
        raise InvalidValue(
            f"{first.subject}: {first.reason}; {len(damage)} such, nothing is sealed: see `dalel verify`"
        )
    return sealed.write(space.home, ledger.code_digest(space), own=space.home != paths.PROJECT)


def stamp(space: paths.Workspace, made: Seal, authority: str, trust: Path | None) -> Stamp:
    """Asks an authority for a token over the root and keeps its answer beside the list; InvalidValue where it gives
    none, or one that is not trusted.
    """
    from dalel import crawler
    from dalel.seal import timestamps

    asked = timestamps.query(made.path.read_bytes())
    answer = crawler.post(authority, asked.content, timestamps.QUERY, timestamps.REPLY)
    found = timestamps.check(answer, made.root, timestamps.trusted(trust), asked.nonce)
    number = len(list(made.path.parent.glob(f"{made.root}.*.tsr"))) + 1
    files.write_if_changed(made.path.with_suffix(f".{number}.tsr"), answer)
    return found


def compare(space: paths.Workspace, root: str, trust: Path | None) -> Since:
    """What is not as it was when the root was printed, and the time stamps beside it. InvalidValue: no such seal."""
    from dalel import seal as sealed
    from dalel.seal import timestamps

    path = sealed.find(space.home, root)
    damage = list(sealed.compare(space.home, root, own=space.home != paths.PROJECT))
    stamps: list[Stamp] = []
    for token in sorted(path.parent.glob(f"{path.stem}.*.tsr")):
        try:
            stamps.append(timestamps.check(token.read_bytes(), path.stem, timestamps.trusted(trust)))
        except InvalidValue as error:
            damage.append(Problem(stage="seal", subject=token.name, reason=str(error)))
    return Since(damage=damage, stamps=stamps)
