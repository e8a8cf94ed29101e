"""The table of forms of one language: what stands around a word, and how it ends -> how a predicate is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dalel.claims.frames.words import frame_words, spelling
from dalel.regions.trie import alternation

NOTHING = "\0"  # a word that no text has: keeps a pattern of no words from matching


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table of forms; an empty condition always holds."""

    form: str
    before: re.Pattern[str] | None
    ends: tuple[str, ...]
    after: re.Pattern[str] | None

    def fits(self, word: str, before: str, after: str) -> bool:
        """Whether its conditions hold for a word with these words before and behind it."""
        return (
            (self.before is None or self.before.search(before) is not None)
            and (not self.ends or word.endswith(self.ends))
            and (self.after is None or self.after.match(after) is not None)
            and not (self.form == "aim" and self.before is not None and word.endswith(("s", "ed", "ing")))
        )


@dataclass(frozen=True, slots=True)
class Final:
    """What a language whose predicate ends its clause says beside its table."""

    passive: tuple[str, ...]  # endings of a passive present, which tells what will be
    datives: tuple[str, ...]  # endings of a noun that money goes to
    habitual: re.Pattern[str]  # words with which a present tells what is
    coming: re.Pattern[str]  # words with which a present tells what will be, whatever its verb
    being: re.Pattern[str]  # presents that tell what is even then: "биыл 40 бала оқиды"
    light: re.Pattern[str]  # verbs that only carry the form of the word before them: "қамтамасыз ету"
    closers: frozenset[str]  # words that may stand between a predicate and the end of its clause


@dataclass(frozen=True, slots=True)
class Forms:
    """The table of one language, the words stepped over, those that only help, and those that deny."""

    rows: tuple[Row, ...]
    skipped: frozenset[str]
    helpers: frozenset[str]
    plain: frozenset[str]  # words that are no verbs
    negations: frozenset[str]
    denying: tuple[str, ...]  # endings of a denied verb
    final: Final | None


@cache
def forms_of(language: str) -> Forms:
    """The compiled table of a language's frames.toml."""
    tables = frame_words(language).tables
    spell = spelling(language)

    def words(table: str, name: str = "words") -> list[str]:
        return [spell(word) for word in tables.get(table, {}).get(name, ())]

    rows = tuple(
        Row(
            one["form"],
            re.compile(rf"(?<!\w){alternation(map(spell, one['before']))}$") if "before" in one else None,
            tuple(spell(end) for end in one.get("ends", ())),
            _behind([spell(word) for word in one["after"]]) if "after" in one else None,
        )
        for one in tables["forms"]
    )
    final = None
    if "present" in tables:
        final = Final(
            passive=tuple(words("present", "passive")),
            datives=tuple(words("present", "datives")),
            habitual=re.compile(rf"(?<!\w){alternation(words('present', 'habitual'))}(?!\w)"),
            coming=re.compile(rf"(?<!\w){alternation(words('present', 'coming'))}"),
            being=re.compile(rf"{alternation(words('present', 'being'))}(?!\w)"),
            light=re.compile(rf"{alternation(words('present', 'light'))}\w*"),
            closers=frozenset(words("present", "closers")),
        )
    denying = tuple(words("negations", "ends")) or (NOTHING,)
    skipped, helpers, plain, negations = (
        frozenset(words(name)) for name in ("skipped", "helpers", "plain", "negations")
    )
    return Forms(rows, skipped, helpers, plain, negations, denying, final)


def _behind(words: Sequence[str]) -> re.Pattern[str]:
    """One of the words within the next two: its beginning, or the whole word where it ends in "_"."""
    whole = alternation({word[:-1] for word in words if word.endswith("_")} or {NOTHING})
    begin = alternation({word for word in words if not word.endswith("_")} or {NOTHING})
    return re.compile(rf"(?:\w+ )?(?:{whole}(?!\w)|{begin})")
