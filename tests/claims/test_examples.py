"""Every example of the word files: what the rules say of one number, and what they must not say."""

import pytest

from dalel import languages

KINDS = ("EXAMPLES", "NOT_EXAMPLES")
EXAMPLES = [
    (kind, language, example)
    for kind in KINDS
    for language in languages.known()
    for example in languages.load(language, "claims")[kind]
]
ATTRIBUTES = ("unit", "modality", "measure", "status", "region", "place", "as_of", "speaker", "counted")


@pytest.mark.parametrize(
    ("kind", "language", "example"),
    EXAMPLES,
    ids=lambda item: item if isinstance(item, str) else item["quote"] + item["text"][:30],
)
def test_example(read, kind, language, example):
    start = example["text"].index(example["quote"])
    claims = [c for c in read(example["text"], language) if c.core_start <= start < c.core_end or c.start == start]
    assert claims, "no claim there"
    if "regions" in example:
        assert [claim.region for claim in claims] == example["regions"]
        return
    (claim,) = claims
    wanted = {name: example[name] for name in ATTRIBUTES if name in example}
    found = {name: getattr(claim, name) for name in wanted}
    assert wanted
    if kind == "EXAMPLES":
        assert found == wanted
    else:
        assert not found.items() & wanted.items()


def test_there_are_examples_of_both_kinds_in_every_language():
    assert {(kind, language) for kind, language, _ in EXAMPLES} == {
        (kind, language) for kind in KINDS for language in languages.known()
    }
