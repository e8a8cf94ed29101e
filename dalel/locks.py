"""One at a time: a lock on a home, with the name of who holds it. A leaf of the house.

The lock lies on an open file (flock), so that one that dies lets go of it; its name goes when it is let go.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import platform
from collections.abc import Iterator
from pathlib import Path

from dalel import clock, files
from dalel.errors import Busy


@contextlib.contextmanager
def held(path: Path, what: str) -> Iterator[None]:
    """Holds the lock at `path` in the block, in the name of `what` and this process.

    Busy, with the name of the holder, where another process has it; UnwritableHome where it cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = _locked(path)
    except OSError as error:
        raise files.unwritable(path, error) from error
    try:
        since = clock.now().strftime("%Y-%m-%d %H:%M:%S UTC")
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{what} (process {os.getpid()} on {platform.node()}, since {since})".encode())
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(descriptor)


def _locked(path: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(descriptor, 500).decode("utf-8", "replace") or "another command"
            os.close(descriptor)
            raise Busy(f"{holder} is under way in this home; wait until it is done, then run again") from None
        with contextlib.suppress(FileNotFoundError):
            if os.fstat(descriptor).st_ino == path.stat().st_ino:
                return descriptor
        os.close(descriptor)  # its holder took the name away between the two looks
