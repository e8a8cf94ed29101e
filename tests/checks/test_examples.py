"""Every check speaks on its EXAMPLES, exactly as they say, and keeps silent on its NOT_EXAMPLES."""

import pytest

from dalel.checks.foundation.discovery import load_checks
from dalel.checks.foundation.examples import case_of


def listed(attribute):
    return [
        pytest.param(check, example, id=f"{name}-{number}")
        for name, check in load_checks().items()
        for number, example in enumerate(getattr(check.module, attribute), 1)
    ]


@pytest.mark.parametrize(("check", "example"), listed("EXAMPLES"))
def test_check_speaks(check, example):
    found = list(check.check(case_of(example.pages)))
    said = [(finding.severity, f"{finding.explanation} {finding.arithmetic}") for finding in found]
    assert len(said) == len(example.says), said
    for severity, piece in example.says:
        assert any(severity == given and piece in words for given, words in said), said
    assert {finding.check for finding in found} <= {check.name}


@pytest.mark.parametrize(("check", "example"), listed("NOT_EXAMPLES"))
def test_check_keeps_silent(check, example):
    assert list(check.check(case_of(example.pages))) == []


@pytest.mark.parametrize("check", load_checks().values(), ids=lambda check: check.name)
def test_check_has_examples_of_both_kinds(check):
    assert check.module.EXAMPLES
    assert check.module.NOT_EXAMPLES
