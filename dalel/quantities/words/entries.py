"""The entries of a lexicon: the words of vocabulary/units.toml and of a language's numbers and dates, each a Word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from dalel.languages import load
from dalel.quantities.words import endings, word
from dalel.quantities.words.number_file import NumberFile
from dalel.quantities.words.word import Number, Word
from dalel.vocabulary import UNITS, labelled, unit
from dalel.vocabulary.currencies import currencies

# what a unit does after a number, by the label of its quantities; the first of two units with the same word has it
ROLES = {
    "MONEY": word.MINOR, "PERCENT": word.PERCENT, "QUANTITY": word.MEASURE, "DURATION": word.DURATION,
    "MULTIPLE": word.TIMES, "CARDINAL": word.NOUN,
}  # fmt: skip
HUNDREDTH = Decimal("0.01")
GLUED = (
    ("hundred", word.HUNDRED), ("half", word.HALF), ("whole", word.WHOLE), ("point", word.POINT), ("and_", word.AND),
    ("minus", word.MINUS),
)  # fmt: skip


class Entries:
    """`forms`: words as listed; `stems`: what takes endings. `spell` is applied to every word listed."""

    def __init__(self, language: str, words: NumberFile, spell: Callable[[str], str]) -> None:
        self.language, self.spell = language, spell
        self.ending = endings.for_language(words, spell)
        self.inflects = words.cases is not None
        self.forms: dict[str, Word] = {}
        self.stems: dict[str, Word] = {}
        self.numbers(words)
        self.units(words)
        self.contexts(words)

    def enter(self, form: str, stem: bool = False) -> Word:
        """The entry of a listed form, made where there is none; `form*`, or `stem`, takes endings."""
        text = self.spell(form.rstrip("*."))
        table = self.stems if form[-1] != "." and (stem or form.endswith("*")) else self.forms
        return table.setdefault(text, Word(text))

    def numbers(self, words: NumberFile) -> None:
        """Words inside a number. Kazakh ones take endings, which are not listed."""
        for section, kind in (("numerals", word.NUMERAL), ("whole_counts", word.COUNT), ("scales", word.SCALE)):
            for value, forms in getattr(words, section).items():
                self.define(forms, kind, value)
        for value, forms in words.scale_abbreviations.items():
            self.define(forms, word.SCALE, value)
            for form in forms:
                self.enter(form, stem=self.inflects).short = True
        for value, forms in words.multiples.items():
            self.define(forms, word.MULTIPLE, value)
        adjectives = words.multiple_adjectives
        behind = (*words.ordinal_endings.adverb, *words.ordinal_endings.any)
        for value, stems in adjectives.items():
            forms = [stem + ending for stem in stems for ending in behind]
            self.define(forms, word.MULTIPLE, value)
        for name, kind in GLUED:
            self.define(getattr(words.glued, name), kind, 0)
        self.define(words.vague.words, word.VAGUE, 0)
        self.define(words.every.words, word.EVERY, 0)
        for parts, forms in words.fractions.items():
            above, _, whole = parts.partition("/")
            self.define(forms, word.FRACTION, Decimal(above) / Decimal(whole))
        for forms in words.halved.values():
            self.define(forms, word.FRACTION, Decimal("0.5"))
        for below, forms in words.fraction_plurals.items():
            self.define(forms, word.PARTS, below)
        self.ordinals(words)

    def define(self, forms: Iterable[str], kind: str, value: Number) -> None:
        for form in forms:
            entry = self.enter(form, stem=self.inflects and kind in (word.NUMERAL, word.SCALE, word.HUNDRED, word.HALF))
            if not entry.kind:
                entry.kind, entry.value = kind, value
                if kind == word.NUMERAL:
                    entry.order, entry.top = orders(value, ten_joins=self.inflects)

    def ordinals(self, words: NumberFile) -> None:
        denominators = set(words.ordinal_endings.denominator)
        for value, stems in words.ordinals.items():
            for stem in stems:
                for ending in ("", *words.ordinal_endings.any):
                    entry = self.enter(stem + ending)
                    if not entry.kind:
                        entry.kind, entry.value = word.ORDINAL, value
                        entry.case = "denominator" if ending in denominators or words.manner.ordinals_divide else ""

    def units(self, words: NumberFile) -> None:
        """Words after a number."""
        for code, forms in words.currencies.items():
            self.listed(forms, word.MONEY, code)
        unread = frozenset(words.currency_codes_unread.words)
        for code, currency in currencies().items():
            own = getattr(currency, self.language)
            self.listed(own if code.lower() in unread else (code.lower(), *own), word.MONEY, code)
        for label in ROLES:
            for code in labelled(label):
                self.listed(UNITS[code].names[self.language].words, ROLES[label], code)
        for code, forms in words.halved.items():
            self.listed(forms, ROLES[UNITS[code].label], code)
        for form in words.years_when_small.words:
            self.unit(form, word.DURATION, "year")
            self.enter(form).year = True
        for power, forms in words.measure_adjectives.items():
            for form in forms:
                self.enter(form).power = int(power)

    def listed(self, forms: Iterable[str], role: str, code: str) -> None:
        """Enter every form of a unit, by the currency that it is a hundredth of: the cent of the dollar."""
        record = unit(code)
        for form in forms:
            self.unit(form, role, record.base if record.scaled == HUNDREDTH else code)

    def unit(self, form: str, role: str, code: str) -> None:
        first, *rest = form.split(" ")
        if not rest:
            entry = self.enter(form)
            if not entry.unit:
                entry.unit, entry.code = role, code
            return
        whole = Word(form)
        whole.unit, whole.code = role, code
        entry = self.enter(first)
        entry.phrases = (*entry.phrases, (tuple(map(self.spell, rest)), whole))

    def contexts(self, words: NumberFile) -> None:
        """Words that decide whether a number is a quantity, and how far its value is exact."""
        for form in words.skip_after.words:
            if " " not in form:
                self.enter(form).skip = True
        for form in words.ages.after:
            self.enter(form).age = True
        for form in words.percent_point.words:
            self.enter(form).point = True
        dates = load(self.language, "dates")
        for form in (form for forms in dates["months"] for form in forms):
            self.enter(form + ("*" if self.inflects else "")).month = True
        for modality, forms in words.approximators.after.items():
            for form in forms:
                if " " not in form:
                    self.enter(form).after = modality
        for modality, forms in words.approximators.said.items():
            for form in forms:
                self.enter(form).said = modality


def orders(value: Number, ten_joins: bool) -> tuple[int, int]:
    """(lowest order filled, order above): 200 is (100, 1000), 20 (10, 100), 15 (1, 100). Kazakh says ten two for 12."""
    if value >= 100:
        return (100 if value % 100 == 0 else 1), 1000
    if value >= 10:
        return (10 if value >= 20 or (ten_joins and value == 10) else 1), 100
    return 1, 10
