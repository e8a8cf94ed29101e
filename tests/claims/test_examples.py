"""Every example of the word files: what the rules say of one number in a sentence or two."""

import pytest

from dalel import languages

EXAMPLES = [
    (language, example) for language in languages.known() for example in languages.load(language, "claims")["EXAMPLES"]
]
ATTRIBUTES = ("unit", "modality", "measure", "status", "region", "place", "as_of", "speaker", "counted")


@pytest.mark.parametrize(
    ("language", "example"),
    EXAMPLES,
    ids=lambda item: item if isinstance(item, str) else item["quote"] + item["text"][:30],
)
def test_example(read, language, example):
    start = example["text"].index(example["quote"])
    claims = [c for c in read(example["text"], language) if c.core_start <= start < c.core_end or c.start == start]
    assert claims, "no claim there"
    if "regions" in example:
        assert [claim.region for claim in claims] == example["regions"]
        return
    (claim,) = claims
    wanted = {name: example[name] for name in ATTRIBUTES if name in example}
    assert {name: getattr(claim, name) for name in wanted} == wanted


def test_there_are_examples_of_every_language():
    assert {language for language, _ in EXAMPLES} == set(languages.known())
