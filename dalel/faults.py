"""One page, one problem: a fault of ours on one page, file, record or notebook becomes a Problem and the rest goes on.

Beside the edge of the command line the only place where everything is caught. What a person must know stands in the
Problem, the traceback in `data/faults.log` of the home. Errors of the house (DalelError) mean what they say and pass.
Time and memory of one piece of work are bounded, too. A leaf of the house.
"""

from __future__ import annotations

import contextlib
import re
import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType
from typing import TypeVar

from dalel.errors import DalelError
from dalel.records import Problem

try:
    import resource
except ImportError:  # Windows has none: there memory is bounded by the formats' own limits
    resource = None  # type: ignore[assignment]

T = TypeVar("T")
I = TypeVar("I")  # noqa: E741

MOST_SECONDS = 120.0  # of processor time for one piece: a report of 600 pages takes a quarter of it
MOST_MEMORY = 1 << 30  # bytes above what the process held before: the greediest file that can be read takes a fifth
_MOST_LOGGED = 8 << 20  # bytes of the log; a longer one is begun anew
_TELLING = 200  # characters of an exception's own words
_PLACE = re.compile(r"0x[0-9a-f]{6,}")  # addresses of memory differ from run to run


class _TooLong(BaseException):
    """The time is up. No Exception: libraries that catch those would go on."""


@dataclass(frozen=True)
class Guard:
    """Does one piece of work after another, each by itself.

    `log` is where tracebacks go (None: nowhere), `seconds` of processor time and `memory` in bytes bound one piece.
    `tell` takes tracebacks instead, where they must first reach the process that has the log.
    """

    log: Path | None = None
    seconds: float = MOST_SECONDS
    memory: int = MOST_MEMORY
    tell: Callable[[str], object] | None = None

    def attempt(self, stage: str, subject: str, work: Callable[[], T]) -> T | Problem:
        """What `work` gives, or a Problem of this stage and subject that says what went wrong and where to look."""
        try:
            with _bounded(self.seconds, self.memory):
                return work()
        except DalelError:
            raise
        except _TooLong as error:
            told = f"it takes more than {self.seconds:g} s of processor time"
            return self._problem(stage, subject, error, f"{told}; split it or leave it out")
        except MemoryError as error:
            told = f"it takes more than {self.memory >> 20} MB of memory"
            return self._problem(stage, subject, error, f"{told}; split it or leave it out")
        except Exception as error:  # one page, one problem: the rest of the home must go on
            told = _PLACE.sub("0x…", " ".join(str(error).split()))[:_TELLING]
            return self._problem(stage, subject, error, f"a fault in dalel itself ({type(error).__name__}: {told})")

    @contextlib.contextmanager
    def series(self) -> Iterator[None]:
        """For many small attempts in a row: memory is bounded once for all of them, time for each."""
        if _bounds.series or _bounds.active or threading.current_thread() is not threading.main_thread():
            yield
            return
        with _memory(self.memory), _alarm():
            _bounds.series = True
            try:
                yield
            finally:
                _bounds.series = False

    def sift(
        self, stage: str, name: str, items: Sequence[I], subject: Callable[[I], str], work: Callable[[Sequence[I]], T]
    ) -> tuple[T | None, list[Problem]]:
        """What `work` makes of all items, without those on which it fails alone, each then a Problem.

        None, and a Problem called `name`, where it fails on the rest together. Costs nothing as long as nothing fails.
        """
        together = replace(self, seconds=self.seconds + len(items), memory=self.memory + (len(items) << 20))
        found = together.attempt(stage, name, lambda: work(items))
        if not isinstance(found, Problem):
            return found, []
        kept: list[I] = []
        problems: list[Problem] = []
        for item in items:
            alone = self.attempt(stage, subject(item), lambda item=item: work([item]))  # type: ignore[misc]
            if isinstance(alone, Problem):
                problems.append(alone)
            else:
                kept.append(item)
        if not problems:
            return None, [found]
        found = together.attempt(stage, name, lambda: work(kept))
        return (None, [*problems, found]) if isinstance(found, Problem) else (found, problems)

    def _problem(self, stage: str, subject: str, error: BaseException, reason: str) -> Problem:
        told = f"{stage}: {subject}\n{''.join(traceback.format_exception(error))}\n"
        if self.tell is not None:
            self.tell(told)
        where = "" if self.tell is not None else self.keep(told)
        return Problem(stage=stage, subject=subject, reason=f"{reason}; the rest went on{where}", fault=True)

    def keep(self, told: str) -> str:
        """Logs a traceback, and gives the words that say where it is: none where it could not be logged, since a home
        that cannot be written is no reason to stop.
        """
        if self.log is None:
            return ""
        try:
            self.log.parent.mkdir(parents=True, exist_ok=True)
            mode = "w" if self.log.is_file() and self.log.stat().st_size > _MOST_LOGGED else "a"
            with self.log.open(mode, encoding="utf-8", errors="backslashreplace") as opened:
                opened.write(told)
        except OSError:
            return ""
        return f"; the traceback is in {self.log.name}"


UNLOGGED = Guard()


@dataclass
class _Bounds:
    """What is bounded at this moment; a guard inside another one has the time and memory of the outer one."""

    active: bool = False
    series: bool = False


_bounds = _Bounds()


@contextlib.contextmanager
def _bounded(seconds: float, memory: int) -> Iterator[None]:
    if _bounds.active or threading.current_thread() is not threading.main_thread():
        yield  # signals reach the main thread only, and limits are the whole process's
        return
    _bounds.active = True
    try:
        if _bounds.series:
            with _clock(seconds):
                yield
        else:
            with _memory(memory), _alarm(), _clock(seconds):
                yield
    finally:
        _bounds.active = False


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _TooLong


@contextlib.contextmanager
def _alarm() -> Iterator[None]:
    """In the block a clock that runs out raises _TooLong; only where the system has such clocks."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGPROF, before)


@contextlib.contextmanager
def _clock(seconds: float) -> Iterator[None]:
    """Runs out in the block once the process has worked so long, and each second after, should somebody catch it."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


@contextlib.contextmanager
def _memory(most: int) -> Iterator[None]:
    """MemoryError in the block beyond so many bytes more than are held now; only where the system can say."""
    held = _held()
    if resource is None or held is None:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    bounds = [limit for limit in (held + most, soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_DATA, (min(bounds), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _held() -> int | None:
    """Bytes of data that this process holds: the sixth number of Linux's /proc/self/statm (proc(5)), in pages."""
    try:
        pages = int(Path("/proc/self/statm").read_bytes().split()[5])
    except (OSError, IndexError, ValueError):
        return None
    return pages * (resource.getpagesize() if resource else 4096)
