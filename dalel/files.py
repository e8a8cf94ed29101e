"""Writes a file whole or not at all, and only when its content changes. A leaf of the house."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import glob
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dalel.errors import UnwritableHome

_TEMPORARY = "part-"  # in the names of files that are being written; the lock on one says that its writer lives
_CURES = {
    errno.ENOSPC: "the disk is full: free some space and run again",
    errno.EDQUOT: "your disk quota is used up: free some space and run again",
    errno.EROFS: "the file system is read-only: choose another folder with --home",
    errno.EACCES: "you may not write there: choose another folder with --home",
    errno.EPERM: "you may not write there: choose another folder with --home",
    errno.EFBIG: "the file would be larger than this system allows",
    errno.ENOTDIR: "a file stands where a folder is needed: move it or choose another folder with --home",
    errno.EEXIST: "a file stands where a folder is needed: move it or choose another folder with --home",
}


def write_if_changed(path: Path, content: bytes) -> bool:
    """Writes `content` to `path` and says whether that changed anything.

    A reader never sees half a file, and a full disk leaves the old one in place. Raises UnwritableHome with the cure.
    """
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as temporary:
            temporary.write(content)
    except OSError as error:
        raise unwritable(path, error) from error
    return True


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """A file beside `path` that takes its name when the block ends well, and is gone where it does not.

    What a writer of `path` left behind that was killed is taken away first. Raises OSError.
    """
    sweep(path.parent, path.name)
    descriptor, mine = _temporary(path)
    with os.fdopen(descriptor, "w+b") as temporary:
        try:
            yield temporary
            temporary.flush()
            mine.chmod(0o644)
            mine.replace(path)
        finally:
            with contextlib.suppress(OSError):
                mine.unlink(missing_ok=True)


def sweep(folder: Path, name: str | None = None) -> None:
    """Takes away the temporary files of `whole`, of this name or any, whose writers are no more. Raises OSError."""
    for left in folder.glob(f".{'*' if name is None else glob.escape(name)}.{_TEMPORARY}????????"):
        with contextlib.suppress(FileNotFoundError), left.open("rb") as opened:
            if locked(opened.fileno()):
                left.unlink()


def locked(descriptor: int) -> bool:
    """Locks an open file for this process, until it is closed; False where another process holds it."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _temporary(path: Path) -> tuple[int, Path]:
    """A new locked file beside `path`: its descriptor and its name."""
    while True:
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.{_TEMPORARY}")
        if locked(descriptor) and os.fstat(descriptor).st_nlink:
            return descriptor, Path(name)
        os.close(descriptor)  # a sweep fell between the making and the locking


def unwritable(path: Path, error: OSError) -> UnwritableHome:
    """The error for a file that could not be written, with the reason in words and what to do."""
    return UnwritableHome(f"cannot write {path}: {error.strerror or error}; {cure(error) or 'mend that and run again'}")


def cure(error: OSError) -> str | None:
    """What to do where something could not be written; None where the error is of another kind."""
    return _CURES.get(error.errno or 0)


def digest(path: Path) -> str | None:
    """SHA-256 of a file as 64 hex digits; None where there is no such file."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
