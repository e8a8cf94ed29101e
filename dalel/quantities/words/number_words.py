"""The words of one language, looked up by their written form; compiled once from languages/<language>/*.toml."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from dalel.quantities.words import word
from dalel.quantities.words.entries import Entries
from dalel.quantities.words.listed import Lists
from dalel.quantities.words.number_file import number_file
from dalel.quantities.words.trigger import BEGINNING, Trigger
from dalel.quantities.words.word import Mention, Word
from dalel.transliteration import skeleton

LONGEST = 40  # letters of a word worth looking at
REMEMBERED = 20_000  # looked-up forms kept in memory


class Lexicon(Lists):
    """Looks words up; `spell` is applied to every listed word, so that folded script can be matched by skeleton."""

    def __init__(self, language: str, spell: Callable[[str], str] = str) -> None:
        words = number_file(language)
        super().__init__(language, words, spell)
        self.folded = spell is not str
        self.continental = words.manner.decimal_comma
        self.entries = Entries(language, words, spell)
        self.ending, self.inflects = lru_cache(REMEMBERED)(self.entries.ending), self.entries.inflects
        self.seen: dict[str, Word | None] = {}
        self.lefts: dict[str, bool] = {}
        self.parts_of_nouns: dict[str, str] = {}  # as nouns.py knows them
        self.mentions: dict[str, Mention] = {}
        self.resolvable = self.capacity["nouns"] | {"piece"}  # nouns that may stand for another
        self.named_before = self.skip_before | self.addresses | set(self.spans)
        self.trigger = Trigger(self.entries.forms, self.entries.stems, self.denominators)
        # adjectives of a unit that a hyphen joins to digits: 87-километровый
        self.compounded = tuple(
            (stem, found)
            for noun, stems in words.suffixes.units.items()
            for stem in stems
            if (found := self.find(noun)) is not None and found.unit
        )

    def find(self, text: str) -> Word | None:
        """The word, or None where the grammar has no use for it. `text` is lower case."""
        try:
            return self.seen[text]
        except KeyError:
            if len(text) > LONGEST or text[:1].isdigit():  # no word; and numbers are endless: none is remembered
                return None
            if len(self.seen) >= REMEMBERED:
                self.seen.clear()
            found = self.seen[text] = self.derive(text)
            if found is not None:
                found.phrases = tuple(sorted(found.phrases, key=lambda phrase: -len(phrase[0])))
                found.openers = tuple(sorted({rest[0].rstrip("*") for rest, _ in found.phrases}))
                found.flagged = (
                    text in self.days or found.month or found.skip or found.age or found.year or found.code == "year"
                )
                found.begins = self.begins(found, text)
                found.qualifies = found.unit == word.NOUN and self.qualifies(found, text)
            return found

    def derive(self, text: str) -> Word | None:
        listed = self.entries.forms.get(text)
        if listed is not None and (listed.unit or listed.kind or not listed.phrases):
            if self.inflects and not listed.case and (listed.year or listed.kind == word.FRACTION):
                listed.case = self.case_of(text)
            return listed
        if text in self.never or (
            text not in self.never_first
            and any(
                text.startswith(s) and self.ending(text[len(s) :]) not in (None, "ordinal") for s in self.never_stems
            )
        ):
            return None
        for cut in range(len(text), 0, -1):
            stem = self.entries.stems.get(text[:cut])
            if stem is None:
                continue
            case = self.ending(text[cut:])
            if case is not None:
                found = ordinal(stem, text) if case == "ordinal" and stem.kind else stem.inflected(text, case)
                found.phrases = found.phrases or (listed.phrases if listed else ())
                return found
        return listed

    def case_of(self, text: str) -> str:
        """The case of a form that is listed, by what it adds to a shorter word: жылдан, жартысынан."""
        for cut in range(3, len(text)):
            if text[:cut] in self.entries.stems or text[:cut] in self.entries.forms:
                return self.ending(text[cut:]) or ""
        return ""

    def qualifies(self, entry: Word, text: str) -> bool:
        """Whether the noun may qualify another: a singular of English, a Kazakh one without an ending."""
        if self.inflects:
            return entry.code not in self.never_qualify and not entry.case and not text.endswith(self.genitive)
        if not self.manner.attributes or text.endswith("s"):
            return False
        plural = self.find(text + "s") or (self.find(text[:-1] + "ies") if text.endswith("y") else None)
        return plural is not None and plural.unit == word.NOUN

    def named(self, text: str) -> bool:
        """Whether a number behind the word is a name or a number of something: № 4, статья 189, ЖСН-і 870512300145."""
        if text in self.skip_before or text.rstrip(".") in self.skip_before:
            return True
        return self.inflects and "-" in text and text.partition("-")[0] in self.skip_before

    def matters(self, text: str) -> bool:
        """Whether a word before a number can concern it: an approximator, a sign, a name, a date."""
        try:
            return self.lefts[text]
        except KeyError:
            if text.rstrip(",").isdigit():  # no word; and numbers, unlike words, are endless: none is remembered
                return text[-1] == ","
            if len(self.lefts) >= REMEMBERED:
                self.lefts.clear()
            answer = self.lefts[text] = self.concerns(text, text.rstrip(".,"))
            return answer

    def concerns(self, text: str, bare: str) -> bool:
        """Whether the word, without its point or comma `bare`, is one of those that do."""
        entry = self.find(bare)
        known = (
            any(found in table for found in (bare, text) for table in (self.one_before, self.rates, self.before))
            or bare in self.named_before
            or text in self.named_before
            or bare in ("%", "٪", "of")
            or self.named(text)
            or text in self.listing_words
            or text in self.signs
            or (not bare and self.manner.minus_apart)  # a minus apart: "- 1,200"
        )
        return known or (
            entry is not None
            and (
                entry.unit in (word.MONEY, word.MINOR)
                or entry.month
                or entry.kind in (word.MINUS, word.VAGUE, word.ORDINAL)
            )
        )

    def begins(self, entry: Word, text: str) -> bool:
        """Whether a number can begin with the word."""
        if entry.short or text in self.never_first:
            return False
        return entry.kind in BEGINNING or text in self.denominators


def ordinal(stem: Word, text: str) -> Word:
    """The ordinal of a numeral: бірінші of бір."""
    found = stem.inflected(text, "")
    found.kind = word.ORDINAL
    found.unit = found.after = ""
    return found


@cache
def lexicon(language: str, folded: bool = False) -> Lexicon:
    """The lexicon of a language, compiled once; `folded`: for text that was in another script."""
    return Lexicon(language, skeleton if folded else str)
