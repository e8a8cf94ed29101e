"""Promise 9: nothing below the level asked for is shown, and what is missing says why."""

from __future__ import annotations

import pytest

from dalel.errors import UnknownName
from dalel.publishing import gate, tables


@pytest.mark.parametrize(
    ("level", "shown"),
    [("verified", 6), ("single-source", 11), ("contradicted", 14), ("rejected", 15)],
)
def test_values_below_the_level_are_blank_with_a_reason(level, shown, evidence):
    gated = gate.at_level(tables.joined(evidence), level)
    assert len(gated) == 15
    assert sum(value is not None for value in gated["value"]) == shown
    for _, row in gated.iterrows():
        withheld = bool(row["withheld"])
        assert withheld == (row["value"] is None) == (row["quote"] is None) == (row["sentence"] is None)
        assert not withheld or row["withheld"].startswith("withheld: ")


def test_the_reason_speaks_the_readers_language(evidence):
    frame = tables.joined(evidence)
    reasons = {code: set(gate.at_level(frame, "contradicted", code)["withheld"]) - {""} for code in ("kk", "ru", "en")}
    assert reasons["en"] == {"withheld: rejected; shown from “contradicted” up"}
    assert reasons["ru"] == {"не показано: не принято; показано от уровня «не сходится»"}
    assert reasons["kk"] == {"көрсетілмеді: қабылданбаған; «сәйкес келмейді» деңгейінен бастап көрсетіледі"}


def test_the_given_frame_is_left_alone(evidence):
    frame = tables.joined(evidence)
    gate.at_level(frame, "verified")
    assert "withheld" not in frame and frame["value"].notna().all()


def test_a_misspelt_level_is_an_error_with_the_nearest(evidence):
    with pytest.raises(UnknownName, match="did you mean 'verified'"):
        gate.at_level(tables.joined(evidence), "verifed")
