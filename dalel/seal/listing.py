"""The list that is sealed: one line a file, as `sha256sum` writes and checks it, after lines that say what it is.

    # dalel seal 1
    # code 3f1b…                         SHA-256 over the library, the topics and the sources that made the outputs
    <SHA-256>  data/raw/local/2026-11-30.warc.gz

The root is the SHA-256 of this text. It promises "unchanged since", never "authentic". It lies in data/seals under the
day's number and its root, so that an earlier seal stays to be compared with; what counts is the root that was handed
out (in print, to others, to a time-stamping authority), for a list beside its files can be edited with them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dalel import files
from dalel.errors import InvalidValue
from dalel.records import Problem

HEAD = "# dalel seal 1\n"
FOLDER = Path("data") / "seals"
BESIDE = Path("data") / "processed" / "seal.txt"  # beside the index of the reports: the root that was printed last
# what a home may hold that decides or is an output; a clone holds code besides, which has a digest of its own
SEALED = ("data/**/*", "figures/**/*", "topics/**/*", "scrapers/**/*", "notebooks/**/*", "dalel.toml", "verdicts.toml")
_EDITED = "edited: the list of files no longer has the root it is named for"
INDEX = "data/processed/search.sqlite"  # made of the tables at any question, and in no other home the same
SHORTEST = 12  # hex digits of a root that name it


@dataclass(frozen=True, kw_only=True, slots=True)
class Seal:
    """One list as it was written."""

    root: str  # SHA-256, 64 hex digits
    path: Path
    count: int


def write(home: Path, code: str, *, own: bool) -> Seal:
    """Seals all files of a home; `code` is the digest of what made the outputs, `own`: also its declarations.

    In a clone of the project the declarations are those that come with dalel, which `code` covers.
    """
    text = _text(_digests(home, own), code)
    root = hashlib.sha256(text.encode("utf-8")).hexdigest()
    path = home / FOLDER / f"{root}.txt"
    files.write_if_changed(path, text.encode("utf-8"))
    files.write_if_changed(home / BESIDE, f"{root}\n".encode("ascii"))
    return Seal(root=root, path=path, count=text.count("\n") - 2)


def find(home: Path, root: str) -> Path:
    """The list with this root, or the one whose root begins so; InvalidValue where there is none, or several."""
    asked = root.strip().lower()
    if len(asked) < SHORTEST or len(asked) > 64 or set(asked) - set("0123456789abcdef"):
        raise InvalidValue(
            f"--seal {root!r} is no root: give its {SHORTEST} to 64 hex digits, as `dalel seal` prints it"
        )
    found = sorted((home / FOLDER).glob(f"{asked}*.txt"))
    if len(found) != 1:
        which = "several begin so" if found else "the list of files was taken away, or it was sealed elsewhere"
        raise InvalidValue(f"no seal {asked} in {FOLDER.as_posix()}: {which}; restore it from a copy")
    return found[0]


def compare(home: Path, root: str, *, own: bool) -> Iterator[Problem]:
    """What is not as it was when this root was printed: the list itself, files changed, gone and added since."""
    path = find(home, root)
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != path.stem:
        yield _problem(path.relative_to(home).as_posix(), _EDITED)
        return
    yield from edited(home)
    sealed = dict(_lines(content.decode("utf-8")))
    now = _digests(home, own)
    for name in sorted(sealed.keys() | now.keys()):
        if name not in now:
            yield _problem(name, "was there when this was sealed and is gone")
        elif name not in sealed:
            yield _problem(name, "was not there when this was sealed")
        elif sealed[name] != now[name]:
            yield _problem(name, f"has changed since: SHA-256 {now[name]}, sealed as {sealed[name]}")


def edited(home: Path) -> Iterator[Problem]:
    """Seals that are no longer as they were written: the lists, and the root that stands beside the report."""
    lists = sorted((home / FOLDER).glob("*.txt"))
    for path in lists:
        if files.digest(path) != path.stem:
            yield _problem(path.relative_to(home).as_posix(), _EDITED)
    beside = home / BESIDE
    roots = {f"{path.stem}\n".encode() for path in lists}
    if beside.is_file() and beside.read_bytes() not in roots:
        yield _problem(BESIDE.as_posix(), "names no seal of this home: edited, or the list was taken away")


def _digests(home: Path, own: bool) -> dict[str, str]:
    patterns = [pattern for pattern in SEALED if own or pattern.startswith(("data", "figures", "verdicts"))]
    names: dict[str, str] = {}
    for pattern in patterns:
        for path in sorted(home.glob(pattern)):
            name = path.relative_to(home).as_posix()
            if path.is_file() and not _passing(path, name):
                names[name] = files.digest(path) or ""
    return dict(sorted(names.items()))


def _passing(path: Path, name: str) -> bool:
    """Seals themselves, the search index, files under way, what Python and Jupyter leave: no part of any result."""
    left = path.name.startswith(".") or "__pycache__" in path.parts or ".ipynb_checkpoints" in path.parts
    return left or name in (BESIDE.as_posix(), "data/faults.log", INDEX) or name.startswith(f"{FOLDER.as_posix()}/")


def _text(digests: Mapping[str, str], code: str) -> str:
    return HEAD + f"# code {code}\n" + "".join(f"{digest}  {name}\n" for name, digest in digests.items())


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        digest, blank, name = line.partition("  ")
        if blank and not line.startswith("#"):
            yield name, digest


def _problem(subject: str, reason: str) -> Problem:
    return Problem(stage="seal", subject=subject, reason=reason)
