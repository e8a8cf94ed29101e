"""Which endings a stem may take: a list of them, or for Kazakh a chain of plural, possessive and case."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields

from dalel.quantities.words.number_file import NumberFile

Endings = Callable[[str], str | None]  # ending -> name of the case ("" where there is none), None: no such ending
CASES = (
    "about",
    "vague",
    "ordinal",
    "about_possessive",
    "dative",
    "ablative",
    "genitive",
    "accusative",
    "locative",
    "instrumental",
)


def listed(endings: Sequence[str]) -> Endings:
    """Exactly the endings listed."""
    known = frozenset(endings)
    return lambda ending: "" if ending in known or not ending else None


def chained(parts: Mapping[str, Sequence[str]], spell: Callable[[str], str]) -> Endings:
    """plural? adjective? possessive? case? as Kazakh adds them; the case names what the ending does."""
    any_of = {name: "|".join(sorted(map(spell, endings), key=len, reverse=True)) for name, endings in parts.items()}
    cases = "|".join(f"(?P<{name}>{any_of[name]})" for name in CASES if name in any_of)
    pattern = re.compile(
        rf"(?:{any_of['plural']})?(?P<adjective>{any_of['adjective']})?(?P<possessive>{any_of['possessive']})?(?:{cases})?(?:{any_of['instrumental']})?"
    )

    def named(ending: str) -> str | None:
        match = pattern.fullmatch(ending)
        if match is None:
            return None
        found = match.lastgroup or ""
        if found == "about_possessive":
            return "about"
        if match["possessive"] and found not in ("possessive", "ordinal", "vague", "about"):
            return f"possessive {found}"
        return found

    return named


def for_language(words: NumberFile, spell: Callable[[str], str]) -> Endings:
    """The endings of a language, as its numbers.toml lists them."""
    if words.cases is None:
        return listed([spell(ending) for ending in words.endings])
    return chained({entry.name: getattr(words.cases, entry.name) for entry in fields(words.cases)}, spell)
