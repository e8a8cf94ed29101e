"""What strangers write is read or refused with the one promised error: kept inputs, and the same mutated ones each run.

`python -m benchmarks.fuzz` tries as many more as there is time for; an input on which it finds a fault belongs into
benchmarks/fuzz/corpus once the fault is mended.
"""

from __future__ import annotations

import pytest

from benchmarks.fuzz.running import Fault, fuzz, tried
from benchmarks.fuzz.targets import TARGETS

# mutated inputs by target, about a second of each
MUTATED = {
    "quantities": 300, "claims": 50, "dates": 500, "quantity rows": 2_000, "claim rows": 150, "html": 100, "text": 500,
    "json": 1_000, "docx": 4_000, "xlsx": 3_000, "pdf": 150, "feeds": 3_000, "sitemaps": 5_000, "warc": 70,
    "warc.gz": 60, "wacz": 150, "archive": 100, "cdxj": 80, "reviews": 300, "logbook": 300,
}  # fmt: skip


def test_every_target_is_tried():
    assert set(MUTATED) == set(TARGETS)


@pytest.mark.parametrize("name", TARGETS)
def test_kept_inputs_are_read_or_refused(name):
    target = TARGETS[name]
    assert [came for data in target.inputs(name) if isinstance(came := tried(name, target, data), Fault)] == []


@pytest.mark.parametrize("name", TARGETS)
def test_mutated_inputs_are_read_or_refused(name):
    result = fuzz(name, MUTATED[name])
    assert result.inputs == MUTATED[name]
    assert [fault.what for fault in result.faults.values()] == []


def test_an_error_and_a_broken_promise_are_found(monkeypatch):
    def breaks(data):
        assert b"\x1b" not in data, "raw control characters"
        if b"9" * 40 in data:
            raise OverflowError("too large")

    monkeypatch.setitem(TARGETS, "text", type(TARGETS["text"])(breaks, corpus="texts"))
    told = " ".join(fault.what for fault in fuzz("text", 600).faults.values())
    assert "AssertionError" in told and "OverflowError" in told
