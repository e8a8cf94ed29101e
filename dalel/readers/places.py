"""Files and folders named by a person -> the files to read, each under an id that no other has."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from dalel.errors import UnreadableFile
from dalel.readers.formats import suffixes
from dalel.records import Problem


def named_files(
    places: Iterable[Path], failed: Callable[[Problem], None], left: Callable[[Path], None]
) -> list[tuple[str, Path]]:
    """Id and path of each file, sorted by id; a file named is taken whatever its ending, of a folder only those read.

    Folders are read with the folders in them, without hidden files; what no reader reads goes to `left`, a folder that
    cannot be opened to `failed`. Raises UnreadableFile where a place does not exist, or none holds a file that is read.
    """
    given = list(places)
    found = {path.resolve(): path for place in given for path in _files(place, failed, left)}
    if not found:
        told = ", ".join(str(place) for place in given)
        raise UnreadableFile(f"{told}: no file in it is of a kind that is read ({', '.join(sorted(suffixes()))})")
    return sorted(zip(_ids(list(found)), found.values(), strict=True))


def _files(place: Path, failed: Callable[[Problem], None], left: Callable[[Path], None]) -> Iterator[Path]:
    if not place.exists():
        raise UnreadableFile(f"{place} does not exist; check the name after --in")
    if not place.is_dir():
        yield place
        return

    def closed(error: OSError) -> None:
        name = _printable(Path(error.filename).name)
        failed(Problem(stage="read", subject=name, reason=f"the folder cannot be opened: {error.strerror}"))

    known = suffixes()
    for folder, inside, names in os.walk(place, onerror=closed):
        inside[:] = sorted(name for name in inside if not name.startswith("."))
        for path in (Path(folder, name) for name in sorted(names) if not name.startswith(".")):
            if path.is_file() and path.suffix.lower() in known:
                yield path
            else:
                left(path)


def _ids(paths: Sequence[Path]) -> list[str]:
    """The file's name; of files of one name, with as many of their folders as tell them apart."""
    depth = 1
    ids = [_printable(path.name) for path in paths]
    while len(clashes := {name for name, times in Counter(ids).items() if times > 1}) and depth < 64:
        depth += 1
        ids = [
            _printable("/".join(path.parts[1:][-depth:])) if name in clashes else name
            for name, path in zip(ids, paths, strict=True)
        ]
    return ids


def _printable(name: str) -> str:
    """A file's name as UTF-8 can hold it: bytes that are none become "?"."""
    return name.encode("utf-8", "replace").decode("utf-8")
