"""Whether archived bytes are those that were read before: looked at again whenever their file is not the very same one.

A WARC file is written once. As long as its size, inode and times of change are those it had when its pages were last
found whole, they are not unpacked again only to find results that are kept; `dalel verify` looks at every byte.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from dalel.errors import DamagedRecord
from dalel.records import Capture
from dalel.stages.kept import Kept

State = tuple[int, int, int, int]  # bytes, inode, and nanoseconds of the last change of content and of anything


class Witness:
    """What was found whole in which file, and in which state that was. Made before anything is read."""

    def __init__(self, raw: Path, captures: Iterable[Capture], kept: Kept) -> None:
        self._raw, self._kept = raw, kept
        self._states = {warc: _state(raw / warc) for warc in sorted({capture.warc for capture in captures})}
        known = dict(kept.get([self._name(warc) for warc in self._states]))
        self._whole: dict[str, set[int]] = {}  # offsets of records, by file
        for warc, state in self._states.items():
            before, offsets = known.get(self._name(warc), (None, ()))
            self._whole[warc] = set(offsets) if before == state is not None else set()

    def doubted(self, captures: Iterable[Capture]) -> Iterator[Capture]:
        """Those of the captures whose bytes are no longer what was captured."""
        for capture in captures:
            if capture.offset not in self._whole[capture.warc] and not _is_whole(self._raw, capture):
                yield capture

    def note(self, captures: Iterable[Capture]) -> None:
        """Remembers that the bytes of these captures were found whole since this was made."""
        found: dict[str, set[int]] = defaultdict(set)
        for capture in captures:
            found[capture.warc].add(capture.offset)
        for warc, offsets in found.items():
            state = self._states[warc]
            if state is not None and not offsets <= self._whole[warc] and state == _state(self._raw / warc):
                self._kept.put({self._name(warc): (state, sorted(offsets | self._whole[warc]))})

    def _name(self, warc: str) -> str:
        return f"warc {self._raw / warc}"


def _is_whole(raw: Path, capture: Capture) -> bool:
    from dalel import archive

    try:
        archive.read_payload(raw, capture)
    except DamagedRecord:
        return False
    return True


def _state(path: Path) -> State | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_size, state.st_ino, state.st_mtime_ns, state.st_ctime_ns
