"""A question: words, and what the claims must be; and the words as an FTS5 expression."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from dalel.errors import InvalidValue
from dalel.search import names, stems

TERM = re.compile(r'"([^"]*)"|(\S+)')
MOST_WORDS, MOST_LETTERS = 24, 400  # of a question
SHORT = 2  # letters of a word that begins too many others


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What a question is understood with: forms that the dictionary told, the subjects of topics, and the marks of the
    names that an FTS5 expression finds.
    """

    known: Mapping[str, str]
    subjects: Sequence[tuple[str, str, str]]
    marks: Callable[[str], Sequence[str]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What is looked for; all that is given must hold. Every name is valid: see `dalel.searching`."""

    words: str = ""  # in any language and script; "…" a phrase, …* a beginning of words
    topic: str | None = None
    indicator: str | None = None
    region: str | None = None  # KZ: the country with all its regions, and what no page places anywhere
    unit: str | None = None
    status: str | None = None
    verdict: str | None = None
    source: str | None = None
    language: str | None = None
    least: Decimal | None = None  # of the value; of a range any part of it
    most: Decimal | None = None
    since: date | None = None  # the date a number is about, not that of the page; one without a date is left out
    until: date | None = None

    def told(self) -> dict[str, str]:
        """What was asked besides the words, by name, as text."""
        given = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "words"}
        return {name: f"{value:f}" if isinstance(value, Decimal) else str(value) for name, value in given.items()
                if value is not None}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """One word, phrase or beginning of the question, and the FTS5 expression it becomes."""

    typed: str
    expression: str


def terms(text: str, lexicon: Lexicon) -> list[Term]:
    """The question's words without those that tell nothing (all of them where nothing else is asked).

    InvalidValue for a question that is too long.
    """
    if len(text) > MOST_LETTERS:
        raise InvalidValue(f"the question has {len(text)} letters; ask with at most {MOST_LETTERS}")
    typed = [(match[0], match[1]) for match in TERM.finditer(text.replace("“", '"').replace("”", '"'))]
    found = [term for whole, phrase in typed for term in _terms(whole, phrase, lexicon)]
    if len(found) > MOST_WORDS:
        raise InvalidValue(f"the question has {len(found)} words; ask with at most {MOST_WORDS}")
    return [term for term in found if term.typed.lower() not in stems.stopped()] or found


def expression(found: Iterable[Term]) -> str:
    """All terms together: each must stand somewhere in a row."""
    return " AND ".join(f"({term.expression})" for term in found)


def _terms(whole: str, phrase: str | None, lexicon: Lexicon) -> list[Term]:
    if phrase is not None and len(stems.words(phrase)) > 1:
        return [Term(whole, _phrase(phrase))]
    words = stems.words(whole)
    if whole.endswith("*") and words:
        *before, last = words
        return [*(_word(word, lexicon) for word in before), Term(f"{last}*", _beginning(last))]
    return [_word(word, lexicon) for word in words]


def _word(word: str, lexicon: Lexicon) -> Term:
    forms = stems.forms(word, lexicon.known)
    marks = lexicon.marks(" OR ".join(map(quoted, forms)))
    topics = names.topics_of(word, lexicon.subjects) if len(word) > SHORT else []
    told = dict.fromkeys([*forms, *marks, *(names.mark("topic", topic) for topic in topics)])
    return Term(word, " OR ".join(map(quoted, told)))


def _beginning(word: str) -> str:
    return " OR ".join(f"{quoted(form)}*" for form in stems.spellings(word))


def _phrase(phrase: str) -> str:
    """The words one behind the other, in the forms of each language."""
    return " OR ".join(map(quoted, stems.phrases(phrase)))


def quoted(text: str) -> str:
    """Text as one FTS5 string, in which nothing is an operator."""
    return '"' + text.replace('"', '""') + '"'
