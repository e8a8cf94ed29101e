"""Mutates the inputs of one target and runs it: what new steps an input leads through is mutated further."""

from __future__ import annotations

import hashlib
import random
import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass, field
from io import StringIO

from benchmarks.fuzz.coverage import Coverage
from benchmarks.fuzz.mutating import mutated
from benchmarks.fuzz.targets import TARGETS, Target

HANGS_AFTER = 10.0  # seconds for one input of at most 60 kB, hundreds of times what any of the kept ones needs
WATCHED = 8  # of so many inputs one is watched for new steps; watching makes a run about twice as long


class Hang(Exception):
    """An input took longer than HANGS_AFTER."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An input on which a target did what it may not: the error, where it was raised, and the input."""

    target: str
    what: str
    data: bytes

    @property
    def name(self) -> str:
        """Of the file in which it is kept."""
        return hashlib.sha256(self.data).hexdigest()[:16]


@dataclass(slots=True)
class Result:
    """What one target did with how many inputs; one fault of each kind is kept."""

    target: str
    inputs: int = 0
    refused: int = 0
    steps: int = 0  # different calls that the watched inputs led through
    found: list[bytes] = field(default_factory=list)  # inputs that led through new steps
    faults: dict[str, Fault] = field(default_factory=dict)


@contextmanager
def _in_time() -> Iterator[None]:
    def late(*_: object) -> None:
        raise Hang(f"more than {HANGS_AFTER:.0f} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, HANGS_AFTER)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def tried(name: str, target: Target, data: bytes) -> Fault | bool:
    """What came of one input: True where it was refused as promised, False where it was read, else the fault."""
    try:
        with _in_time(), redirect_stderr(StringIO()):  # libraries tell of damage there
            target.run(data)
    except target.refusals:
        return True
    except Exception as error:  # noqa: BLE001 - any other error is what is looked for
        place = traceback.extract_tb(error.__traceback__)[-1]
        return Fault(name, f"{type(error).__name__} at {place.name}:{place.lineno}: {str(error)[:120]}", data)
    return False


def fuzz(name: str, count: int | None, seconds: float = 0.0, seed: int = 0) -> Result:
    """Runs the target on `count` mutated inputs, or for `seconds` where that is None; `seed` makes them repeatable."""
    target, chance, coverage = TARGETS[name], random.Random(f"{name} {seed}"), Coverage()
    corpus, result = target.inputs(name), Result(name)
    end = time.monotonic() + seconds
    while result.inputs < count if count is not None else time.monotonic() < end:
        data = mutated(chance.choice(corpus), chance, corpus, target.words)
        result.inputs += 1
        if result.inputs % WATCHED == 0:
            with coverage:
                came = tried(name, target, data)
            if coverage.fresh and not isinstance(came, Fault):
                corpus.append(data)
                result.found.append(data)
        else:
            came = tried(name, target, data)
        if isinstance(came, Fault):
            result.faults.setdefault(came.what.partition(":")[0] + came.what.split(":")[1], came)
        else:
            result.refused += came
    result.steps = len(coverage.seen)
    return result
