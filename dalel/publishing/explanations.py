"""Findings and verdicts -> the sentences that say them in kk, ru and en, with numbers as that language writes them.

The sentences are in words/findings/<language>.toml. No name is inflected and no ending is guessed: names stand before a
colon, in brackets or in quotes, numbers in the form in which they are counted.
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

from dalel.errors import UnknownName
from dalel.publishing import names
from dalel.publishing.wording import FOLDER, LANGUAGES, amount, brief, number, when
from dalel.records import Fact, Finding, OriginLink, Severity, Verdict

# which findings a reason quotes: the gravest first, of these severities
_QUOTED: Mapping[str, tuple[Severity, ...]] = {
    "broken": ("broken",),
    "contradicted": ("conflict",),
    "arithmetic": ("holds", "note"),
}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@cache
def sentences(language: str) -> Mapping[str, Mapping[str, str]]:
    """All sentences of one language; UnknownName with the nearest where there is no such language."""
    if language not in LANGUAGES:
        raise UnknownName("language", language, LANGUAGES)
    return tomllib.loads((FOLDER / "findings" / f"{language}.toml").read_text("utf-8"))


def explain(finding: Finding, language: str) -> str:
    """What the finding says, as one sentence; a finding made by hand, without a known kind, keeps its explanation."""
    pattern = sentences(language)["findings"].get(finding.kind)
    return finding.explanation if pattern is None else _filled(pattern, finding.facts, language)


def arithmetic(finding: Finding, language: str) -> str:
    """The arithmetic with its numbers as the language writes them: 9 478 : 22 870 = 41,44 %; "" where there is none."""
    found = _NUMBER.sub(lambda match: number(Decimal(match[0]), language), finding.arithmetic or "")
    return found if language == "en" else found.replace(" / ", " : ").replace(" * ", " × ")


def reason(verdict: Verdict, findings: Iterable[Finding], language: str) -> str:
    """Why the verdict is what it is, with the sentence of the finding that decided it; `findings` are of its claim."""
    patterns = sentences(language)["reasons"]
    pattern = patterns.get(verdict.because, "")
    quoted = next((explain(one, language) for one in _deciding(verdict, findings)), "")
    facts = [*verdict.facts, Fact(name="finding", text=quoted)]
    told = [_filled(pattern, facts, language)]
    if any(fact.name == "lapsed" for fact in verdict.facts):
        told.append(_filled(patterns["lapsed"], facts, language))
    return " ".join(part.strip() for part in told if part)


def told(facts: Iterable[Fact], name: str, how: str, language: str) -> str:
    """The fact of this name as a sentence has it: a number with its unit, or (`how`) bare, a day, a region …"""
    given = next((fact for fact in facts if fact.name == name), Fact(name=name, text="—"))
    return str(_Sentence(language).format_field(given, how))


def explained(findings: Sequence[Finding]) -> list[Finding]:
    """The findings with their English sentences."""
    return [replace(finding, explanation=explain(finding, "en")) for finding in findings]


def reasoned(verdicts: Sequence[Verdict], findings: Sequence[Finding]) -> list[Verdict]:
    """The verdicts with their English reasons."""
    about = by_claim(findings)
    return [replace(one, reason=reason(one, about.get(one.claim_id, ()), "en")) for one in verdicts]


def joined(link: OriginLink, language: str) -> str:
    """Why two pages are one voice, or only look like it, as one sentence."""
    return _filled(sentences(language)["links"][link.reason], link.facts, language)


def linked(links: Sequence[OriginLink]) -> list[OriginLink]:
    """The links with their English sentences."""
    return [replace(link, evidence=joined(link, "en")) for link in links]


def by_claim(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings about each claim, in their order."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        for claim_id in finding.claim_ids:
            found.setdefault(claim_id, []).append(finding)
    return found


def _deciding(verdict: Verdict, findings: Iterable[Finding]) -> list[Finding]:
    wanted = _QUOTED.get(verdict.because, ())
    chosen = [one for one in findings if one.severity in wanted]
    if verdict.because == "arithmetic":
        chosen = [one for one in chosen if one.arithmetic]
    return sorted(chosen, key=lambda one: (one.check, one.claim_ids, one.kind))


class _Sentence(string.Formatter):
    """Fills {name} and {name:how} from facts."""

    def __init__(self, language: str) -> None:
        self.language = language

    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        return kwargs.get(str(key), Fact(name=str(key), text="—"))

    def format_field(self, value: Fact, format_spec: str) -> str:
        if value.value is None:
            return _text(value.text or "", format_spec, self.language)
        if format_spec == "n":
            return number(value.value, self.language)
        write = brief if value.unit and ("/" in value.unit or value.modality == "at_least") else amount
        return write(value.value, value.value_max, value.unit, value.modality, self.language)


def _text(text: str, how: str, language: str) -> str:
    if how == "day":
        return when(text, language)
    if how == "region":
        return names.region(text or None, language)
    if how == "indicator":
        return names.indicator(text, language)
    return sentences(language)[how].get(text, text) if how in sentences(language) else text


def _filled(pattern: str, facts: Iterable[Fact], language: str) -> str:
    made = _Sentence(language).vformat(pattern, (), {fact.name: fact for fact in facts})
    return made[:1].upper() + made[1:]
