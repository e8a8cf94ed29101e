"""The words of all languages in one pattern, for rules that read a page in whichever of them it quotes."""

from __future__ import annotations

from dalel import languages
from dalel.regions.spelling import key, lower
from dalel.regions.trie import alternation

NEVER = r"(?!)"


def any_of(table: str, name: str) -> str:
    """A pattern of the words `name` in `table` of every claims.toml, in the spelling that texts are compared in."""
    found = [
        (lower if language == "en" else key)(word)
        for language in languages.known()
        for word in languages.load(language, "claims")[table][name]
    ]
    return alternation(found) if found else NEVER
