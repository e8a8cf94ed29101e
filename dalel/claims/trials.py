"""A topic file tried on its own EXAMPLES and NOT_EXAMPLES: what each says, and what it should say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dalel.claims.finding import find_claims
from dalel.errors import MalformedDeclaration
from dalel.records import Claim, Document
from dalel.topics import LANGUAGES, Topic, counter_examples, examples

FIELDS = frozenset({"language", "title", "text", "quote", "indicator"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One example and what came of it."""

    place: str  # "EXAMPLES[0]"
    quote: str
    text: str
    indicator: str  # that it must get; of NOT_EXAMPLES that it must not
    found: str  # what was read: topic, indicator, measure, status, unit; or why there is no claim
    right: bool


def trials(file: Path, topics: Mapping[str, Topic]) -> Iterator[Trial]:
    """Every example of the topic file `file`, read among `topics`; MalformedDeclaration names an example that cannot be
    tried.
    """
    known = {indicator.id for indicator in topics[file.stem].indicators}
    for name, listed in (("EXAMPLES", examples(file)), ("NOT_EXAMPLES", counter_examples(file))):
        for number, example in enumerate(listed):
            place = f"{name}[{number}]"
            _check(example, f"topics/{file.name}: {place}", known)
            claim = _claim(example, topics)
            got = claim is not None and claim.indicator == example["indicator"]
            yield Trial(
                place=place,
                quote=example["quote"],
                text=example["text"],
                indicator=example["indicator"],
                found=_told(claim) if claim is not None else "no claim: the words of `quote` are read as no number",
                right=got if name == "EXAMPLES" else not got,
            )


def gaps(file: Path) -> list[str]:
    """Languages that have no example, or no counter-example."""
    found = []
    for name, listed in (("EXAMPLES", examples(file)), ("NOT_EXAMPLES", counter_examples(file))):
        spoken = {example.get("language") for example in listed}
        found += [f"{name} in {language}" for language in LANGUAGES if language not in spoken]
    return found


def _check(example: Mapping[str, Any], place: str, known: set[str]) -> None:
    for name in sorted(set(example) - FIELDS):
        raise MalformedDeclaration(f"{place}: {name} is not known; use {', '.join(sorted(FIELDS))}")
    for name in sorted(FIELDS - {"title"}):
        if not isinstance(example.get(name), str) or not example[name].strip():
            raise MalformedDeclaration(f"{place}: {name} is missing; write it as a string")
    if example["language"] not in LANGUAGES:
        raise MalformedDeclaration(f"{place}: language is {example['language']!r}; use {', '.join(LANGUAGES)}")
    if example["quote"] not in example["text"]:
        raise MalformedDeclaration(f"{place}: quote {example['quote']!r} does not stand in its text")
    if example["indicator"] not in known:
        listed = ", ".join(sorted(known))
        raise MalformedDeclaration(f"{place}: indicator {example['indicator']!r} is not of this topic; known: {listed}")


def _claim(example: Mapping[str, Any], topics: Mapping[str, Topic]) -> Claim | None:
    text, language = example["text"], example["language"]
    document = Document(
        document_id="example", url="", source="local", outlet="", title=example.get("title"), lead=None, text=text,
        published=None, published_basis="unknown", language=language, script="other",
    )  # fmt: skip
    start = text.index(example["quote"])
    end = start + len(example["quote"])
    claims = (claim for claim in find_claims(document, topics) if claim.field == "text")
    return next((claim for claim in claims if claim.start < end and start < claim.end), None)


def _told(claim: Claim) -> str:
    topic = f"topic {claim.topic}" if claim.topic else "no topic"
    indicator = f"indicator {claim.indicator}" if claim.indicator else "no indicator"
    return f"{topic}, {indicator}, measure {claim.measure}, status {claim.status}, unit {claim.unit}"
