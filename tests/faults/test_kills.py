"""kill -9 before a change of a file: nothing half written is left, and the next run gives what it would have given.

`python -m benchmarks.kills` does the same before many more changes, in every stage.
"""

from __future__ import annotations

from benchmarks.kills.killing import kills, spread


def test_a_killed_command_does_no_harm():
    found = list(kills(["add", "extract", "import", "review"], 2))
    assert len(found) == 8
    assert all(kill.struck for kill in found)
    assert [kill for kill in found if kill.wrong] == []


def test_moments_are_spread_over_all_changes():
    assert spread(3, 25) == [1, 2, 3]
    assert spread(100, 5) == [1, 26, 51, 75, 100]
