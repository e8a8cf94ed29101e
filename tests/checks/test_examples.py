"""Every check speaks on its EXAMPLES, exactly as they say, and keeps silent on its NOT_EXAMPLES."""

import pytest

from dalel.checks.foundation.discovery import load_checks
from dalel.checks.foundation.examples import case_of
from dalel.publishing.explanations import explain, sentences


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def listed(attribute):
    return [
        pytest.param(check, example, id=f"{name}-{number}")
        for name, check in load_checks().items()
        for number, example in enumerate(getattr(check.module, attribute), 1)
    ]


@pytest.mark.parametrize(("check", "example"), listed("EXAMPLES"))
def test_check_speaks(check, example):
    found = list(check.check(case_of(example.pages)))
    said = [
        (finding.severity, f"{finding.kind} {finding.arithmetic} {plain(explain(finding, 'en'))}") for finding in found
    ]
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


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_finding_has_its_sentence_in_every_language(language):
    kinds = set()
    for check in load_checks().values():
        for example in check.module.EXAMPLES:
            for finding in check.check(case_of(example.pages)):
                said = explain(finding, language)
                assert said and "—" not in said, (finding.kind, said)
                kinds.add(finding.kind)
    assert kinds <= set(sentences(language)["findings"])
    assert sentences(language)["findings"].keys() == sentences("en")["findings"].keys()
    assert sentences(language)["reasons"].keys() == sentences("en")["reasons"].keys()
