"""Writes a file whole or not at all, and only when its content changes. A leaf of the house."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import tempfile
from pathlib import Path

from dalel.errors import UnwritableHome

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

    The bytes go to a temporary file in the same folder first, so a reader never sees half a file and a full disk leaves
    the old one in place. Raises UnwritableHome with the cure.
    """
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as temporary:
            try:
                temporary.write(content)
                temporary.flush()
                Path(temporary.name).chmod(0o644)
                Path(temporary.name).replace(path)
            except OSError:
                with contextlib.suppress(OSError):
                    Path(temporary.name).unlink()
                raise
    except OSError as error:
        raise unwritable(path, error) from error
    return True


def unwritable(path: Path, error: OSError) -> UnwritableHome:
    """The error for a file that could not be written, with the reason in words and what to do."""
    cure = _CURES.get(error.errno or 0, "mend that and run again")
    return UnwritableHome(f"cannot write {path}: {error.strerror or error}; {cure}")


def digest(path: Path) -> str | None:
    """SHA-256 of a file as 64 hex digits; None where there is no such file."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
