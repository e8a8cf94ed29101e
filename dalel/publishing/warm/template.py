"""The process that warm kernels are forked from: the fork server of `multiprocessing`, with the libraries imported.

It ends with the command that started it. A kernel is forked from it only while the code on the disk is what it was when
the template was started; after a change, kernels start cold.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Lock
from typing import Any

from dalel.publishing.warm import kernel

CHOICE = "DALEL_KERNELS"  # environment variable: "cold" or "warm"
CODE = Path(__file__).parents[2]
_PRELOADED = "dalel.publishing.warm.preloaded"
_TELL_PATH = "import json, sys; print(json.dumps(sys.path))"
_lock = Lock()
_started: str | None = None  # digest of the code of the template that runs


def wanted() -> bool:
    """Whether kernels are to start warm: on Linux, unless DALEL_KERNELS says otherwise.

    macOS can fork as well, but its frameworks may stop a process that was forked after they were loaded (CPython issue
    33725), so there it is done only where DALEL_KERNELS says "warm".
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return False
    return os.environ.get(CHOICE, "warm" if sys.platform.startswith("linux") else "cold") != "cold"


def start() -> None:
    """Starts the template of this process, unless it runs already; it imports while the caller goes on."""
    global _started  # noqa: PLW0603 - multiprocessing has one fork server a process
    with _lock:
        if _started is None:
            _started = digest()
            _context().set_forkserver_preload([_PRELOADED])
            with _environment({"MATPLOTLIBRC": os.devnull}), _silent_main():
                forkserver.ensure_running()


def fork(argv: list[str], environment: Mapping[str, str], folder: str) -> BaseProcess | None:
    """A kernel with these arguments in this folder; None where no template runs, or not of the code that is there."""
    with _lock:
        if _started is None or _started != digest():
            return None
        made = _context().Process(target=kernel.serve, args=(argv, dict(environment), folder, _search_path()))
        try:
            with _silent_main():
                made.start()
        except (OSError, EOFError):
            return None
        return made


def digest() -> str:
    """SHA-256 (hex) over interpreter, versions of libraries, and name, size and time of each file of the code."""
    told = hashlib.sha256(sys.version.encode())
    for folder in (CODE, *(Path(place) for place in sys.path if place.endswith("site-packages"))):
        listed = folder.rglob("*") if folder == CODE else folder.glob("*.dist-info")  # named with the version
        for path in sorted(path for path in listed if path.suffix != ".pyc" and path.name != "__pycache__"):
            about = path.stat()
            told.update(f"{path} {about.st_size} {about.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return told.hexdigest()


def _context() -> ForkServerContext:
    return multiprocessing.get_context("forkserver")


@cache
def _search_path() -> list[str]:
    """`sys.path` of a fresh interpreter: that of this process has the folder of its script, and more."""
    told = subprocess.run([sys.executable, "-P", "-c", _TELL_PATH], capture_output=True, text=True, check=True)
    return [str(place) for place in json.loads(told.stdout)]


@contextmanager
def _environment(given: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in given}
    os.environ.update(given)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None) if value is None else os.environ.update({name: value})


@contextmanager
def _silent_main() -> Iterator[None]:
    """Keeps multiprocessing from running the program that runs here once more in each kernel."""
    main = vars(sys.modules["__main__"])
    about: dict[str, Any] = {name: main.pop(name) for name in ("__spec__", "__file__") if name in main}
    main["__spec__"] = None
    try:
        yield
    finally:
        del main["__spec__"]
        main.update(about)
