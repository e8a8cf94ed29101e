"""The words of one language, looked up by their written form: languages/<language>/numbers.toml and nouns.toml compiled once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from dalel.extraction.numbers import endings, word
from dalel.extraction.numbers.word import Number, Word
from dalel.languages import load
from dalel.transliteration import skeleton

REMEMBERED = 20_000  # looked-up forms kept in memory
BEGINNING = frozenset({word.NUMERAL, word.HUNDRED, word.SCALE, word.COUNT, word.FRACTION, word.EVERY, word.MULTIPLE})
UNABLE = frozenset(
    {word.HALF, word.WHOLE, word.POINT, word.AND, word.MINUS, word.VAGUE, word.PARTS, word.ORDINAL}
)  # begin no number


class Lexicon:
    """Looks words up; `spell` is applied to every listed word, so that folded script can be matched by skeleton."""

    def __init__(self, language: str, spell: Callable[[str], str] = str) -> None:
        self.language = language
        self.spell = spell
        self.folded = spell is not str
        words = load(language, "numbers")
        self.ending = endings.for_language(words, spell)
        self.inflects = isinstance(words["endings"], dict)
        self.forms: dict[str, Word] = {}
        self.stems: dict[str, Word] = {}
        self.seen: dict[str, Word | None] = {}
        self.lefts: dict[str, bool] = {}
        self.never = frozenset(spell(form) for form in words["never"]["words"] if not form.endswith("*"))
        self.never_first = frozenset(map(spell, words["never_first"]["words"]))
        self.never_stems = tuple(spell(form[:-1]) for form in words["never"]["words"] if form.endswith("*"))
        self.numbers(words)
        self.units(words)
        self.contexts(words)

    # ---- looking up

    def find(self, text: str) -> Word | None:
        """The word, or None where the grammar has no use for it. `text` is lower case."""
        try:
            return self.seen[text]
        except KeyError:
            if len(self.seen) >= REMEMBERED:
                self.seen.clear()
            found = self.seen[text] = self.derive(text)
            if found is not None:
                found.flagged = found.month or found.skip or found.age or found.year or found.code == "year"
            return found

    def derive(self, text: str) -> Word | None:
        listed = self.forms.get(text)
        if listed is not None and (listed.unit or listed.kind or not listed.phrases):
            return listed
        if text in self.never or any(
            text.startswith(s) and self.ending(text[len(s) :]) not in (None, "ordinal") for s in self.never_stems
        ):
            return None
        for cut in range(len(text), 0, -1):
            stem = self.stems.get(text[:cut])
            if stem is None:
                continue
            case = self.ending(text[cut:])
            if case is not None:
                found = ordinal(stem, text) if case == "ordinal" and stem.kind else stem.inflected(text, case)
                found.phrases = found.phrases or (listed.phrases if listed else ())
                return found
        return listed

    def matters(self, text: str) -> bool:
        """Whether a word before a number can concern it: an approximator, a sign, a name, a date."""
        try:
            return self.lefts[text]
        except KeyError:
            if len(self.lefts) >= REMEMBERED:
                self.lefts.clear()
            bare = text.rstrip(".,")
            entry = self.find(bare)
            known = bare in self.before or text in self.before or bare in self.lefts_listed or text in self.signs
            named = entry is not None and (
                entry.unit in (word.MONEY, word.MINOR) or entry.month or entry.kind == word.MINUS
            )
            answer = self.lefts[text] = known or named
            return answer

    def begins(self, text: str) -> bool:
        """Whether a number can begin with the word."""
        entry = self.find(text)
        return entry is not None and entry.kind in BEGINNING and not entry.short and text not in self.never_first

    # ---- building

    def enter(self, form: str, stem: bool = False) -> Word:
        """The entry of a listed form, made where there is none; `form*`, or `stem`, takes endings."""
        text = self.spell(form.rstrip("*."))
        table = self.stems if form[-1] != "." and (stem or form.endswith("*")) else self.forms
        return table.setdefault(text, Word(text))

    def numbers(self, words: Mapping[str, Any]) -> None:
        """Words inside a number. Kazakh ones take endings, which are not listed."""
        for section, kind in (("numerals", word.NUMERAL), ("whole_counts", word.COUNT), ("scales", word.SCALE)):
            for value, forms in words[section].items():
                self.define(forms, kind, number(value))
        for value, forms in words["scale_abbreviations"].items():
            self.define(forms, word.SCALE, number(value))
            for form in forms:
                self.enter(form, stem=self.inflects).short = True
        for value, forms in words["multiples"].items():
            self.define(forms, word.MULTIPLE, number(value))
        for name, kind in (
            ("hundred", word.HUNDRED),
            ("half", word.HALF),
            ("whole", word.WHOLE),
            ("point", word.POINT),
            ("and", word.AND),
            ("minus", word.MINUS),
        ):
            self.define(words["glued"][name], kind, 0)
        self.define(words["vague"]["words"], word.VAGUE, 0)
        self.define(words["every"]["words"], word.EVERY, 0)
        for parts, forms in words["fractions"].items():
            above, below = parts.split("/")
            self.define(forms, word.FRACTION, Decimal(above) / Decimal(below))
        for below, forms in words["fraction_plurals"].items():
            self.define(forms, word.PARTS, number(below))
        self.ordinals(words)

    def define(self, forms: Iterable[str], kind: str, value: Number) -> None:
        for form in forms:
            entry = self.enter(form, stem=self.inflects and kind in (word.NUMERAL, word.SCALE, word.HUNDRED, word.HALF))
            if not entry.kind:
                entry.kind, entry.value = kind, value
                if kind == word.NUMERAL:
                    entry.order, entry.top = orders(value, ten_joins=self.inflects)

    def ordinals(self, words: Mapping[str, Any]) -> None:
        denominators = set(words["ordinal_endings"]["denominator"])
        for value, stems in words["ordinals"].items():
            for stem in stems:
                for ending in ("", *words["ordinal_endings"]["any"]):
                    entry = self.enter(stem + ending)
                    if not entry.kind:
                        entry.kind, entry.value = word.ORDINAL, number(value)
                        entry.case = "denominator" if ending in denominators or self.language == "en" else ""

    def units(self, words: Mapping[str, Any]) -> None:
        """Words after a number."""
        for section, unit in (
            ("currencies", word.MONEY),
            ("minor", word.MINOR),
            ("percent", word.PERCENT),
            ("measures", word.MEASURE),
            ("durations", word.DURATION),
        ):
            for code, forms in words[section].items():
                for form in forms:
                    self.unit(form, unit, code)
        for form in words["times"]["words"]:
            self.unit(form, word.TIMES, "times")
        for form in words["years_when_small"]["words"]:
            self.unit(form, word.DURATION, "year")
            self.enter(form).year = True
        for power, forms in words["measure_adjectives"].items():
            for form in forms:
                self.enter(form).power = int(power)
        for code, forms in load(self.language, "nouns")["nouns"].items():
            for form in forms:
                self.unit(form, word.NOUN, code)

    def unit(self, form: str, unit: str, code: str) -> None:
        first, *rest = form.split(" ")
        if not rest:
            entry = self.enter(form)
            if not entry.unit:
                entry.unit, entry.code = unit, code
            return
        whole = Word(form)
        whole.unit, whole.code = unit, code
        entry = self.enter(first)
        entry.phrases = (*entry.phrases, (tuple(map(self.spell, rest)), whole))

    def contexts(self, words: Mapping[str, Any]) -> None:
        """Words that decide whether a number is a quantity, and how far its value is exact."""
        for form in words["skip_after"]["words"]:
            if " " not in form:
                self.enter(form).skip = True
        for form in words["ages"]["after"]:
            self.enter(form).age = True
        for form in words["percent_point"]["words"]:
            self.enter(form).point = True
        dates = load(self.language, "dates")
        for form in (form for forms in dates["months"] for form in forms):
            self.enter(form + ("*" if self.inflects else "")).month = True
        for modality, forms in words["approximators"]["after"].items():
            for form in forms:
                if " " not in form:
                    self.enter(form).after = modality
        for modality, forms in words["approximators"]["said"].items():
            for form in forms:
                self.enter(form).said = modality
        self.phrases(words)

    def phrases(self, words: Mapping[str, Any]) -> None:
        """Approximators and signs, which are looked up by their last or first word."""
        self.before: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
        for modality, forms in words["approximators"]["before"].items():
            for form in forms:
                parts = tuple(reversed(self.spell(form).split(" ")))
                known = (*self.before.get(parts[0], ()), (parts, modality))
                self.before[parts[0]] = tuple(sorted(known, key=lambda item: -len(item[0])))
        self.later = {
            tuple(self.spell(form).split(" ")): modality
            for modality, forms in words["approximators"]["after"].items()
            for form in forms
            if " " in form
        }
        self.signs = {self.spell(sign): code for code, signs in words["currency_signs"].items() for sign in signs}
        self.attached = {
            self.spell(form): number(value) for value, forms in words["attached_scales"].items() for form in forms
        }
        self.cardinal_suffixes = frozenset(words["suffixes"]["cardinal"])
        self.about_suffixes = frozenset(words["suffixes"]["about"])
        self.percent_of = frozenset(words["percent_point"].get("of", ()))
        self.by = frozenset(words["ratio"]["by"])
        self.spaced = {
            self.spell(form): number(value) for value, forms in words["spaced_scales"].items() for form in forms
        }
        self.addresses = frozenset(map(self.spell, words["addresses"]["words"]))
        self.one_after, self.one_before = (
            frozenset(map(self.spell, words["singular"][f])) for f in ("after", "before")
        )
        self.unless = frozenset(words["approximators"]["unless"]["duration"])
        self.over = frozenset(words["ratio"]["over"])
        self.starts_later = frozenset(form.split(" ")[0] for form in (" ".join(pair) for pair in self.later))
        self.quick = self.language != "en"
        self.links = frozenset(map(self.spell, ("с", "and", *words["glued"]["decimal"])))
        self.decimal = frozenset(map(self.spell, words["glued"]["decimal"]))
        self.rates = {self.spell(form): time for time, forms in words["rates"].items() for form in forms}
        self.joins = frozenset(map(self.spell, words["range"]["and"]))
        self.particles = frozenset(map(self.spell, words["range"]["particles"]))
        self.skip_before = frozenset(map(self.spell, words["skip_before"]["words"]))
        self.between = frozenset(map(self.spell, words["approximators"]["between"]))
        self.up_to, self.strict, self.negation = (
            frozenset(map(self.spell, words["approximators"][field])) for field in ("up_to", "strict", "not")
        )
        self.level = tuple(map(self.spell, words["level"]["stems"]))
        self.times_before = frozenset(map(self.spell, words["times"]["before"]))
        self.ages_before = tuple(map(self.spell, words["ages"]["before"]))
        nouns = load(self.language, "nouns")
        self.classifiers = frozenset(map(self.spell, nouns["classifiers"]["words"]))
        self.stop = frozenset(map(self.spell, nouns["stop"]["words"]))
        self.adjectives = tuple(map(self.spell, nouns["between"].get("endings", ())))
        self.any_between = bool(nouns["between"].get("any"))
        self.capacity = {
            key: frozenset(map(self.spell, nouns["capacity"][key])) for key in ("before", "after", "nouns", "of")
        }
        self.not_of_pieces = tuple(nouns["classifiers"]["plural_only"])
        links = "|".join(map(self.spell, words["list"]["and"]))
        self.listing = re.compile(rf"(?:,|(?: [^\W\d_]+){{0,2}} (?:{links}))(?: [^\W\d_]+){{0,2}} ")
        self.lends_not = frozenset(nouns["subject"]["never"])
        self.oblique = tuple(nouns["subject"].get("oblique", ())) or ("\0",)
        self.pronouns = frozenset(map(self.spell, nouns["pronouns"]["words"]))
        self.predicates = tuple(nouns["predicates"]["endings"])
        self.of = frozenset(words["ratio"]["of"])
        self.of_long = tuple(words["ratio"]["of_long"])
        self.changes = {first: last for first, last in words["range"]["change"]}
        self.spans = {first: last for first, last in words["range"]["from_to"]}
        self.plain_before = frozenset(self.before) - set(self.spans) - self.between - self.addresses - self.skip_before
        self.lefts_listed = (
            self.skip_before | self.addresses | self.one_before | set(self.rates) | set(self.spans) | {"%", "٪", "of"}
        )
        self.trigger = trigger(self.forms, self.stems)


def number(text: str) -> Number:
    """A TOML key as a number."""
    return Decimal(text) if "." in text else int(text)


BOUNDARY = r"[ \n\t\r\u00a0\u202f\u2009\u2007\u200b\ufeff«»„“”\"'‘’()\[\]{}<>/|\-–—−‑.,:;!?…•·*+=~≈≤≥±#№%$€£₸₽₴₹¥₪₩₦₡₭₮₺฿₫₱֏₼₾₿&@_a-zт]"


def trigger(forms: Mapping[str, Word], stems: Mapping[str, Word]) -> re.Pattern[str]:
    """Finds where a number may begin: a digit or the beginning of a number word, behind a boundary, of which it takes one
    character. Stems are told by their beginning only, so that one pass over the text at the speed of `re` is enough.
    """
    begins = {
        text
        for table in (forms, stems)
        for text, entry in table.items()
        if entry.kind and not entry.short and entry.kind not in UNABLE
    }
    tree: dict[str, Any] = {}
    for text in begins:
        node = tree
        for letter in text:
            node = node.setdefault(letter, {})
        node[""] = {}
    return re.compile(rf"{BOUNDARY}(?:[0-9¼½¾⅓⅔⅛]|(?<![a-zт])({branch(tree)}[^\W\d_]*))")


def branch(node: Mapping[str, Any]) -> str:
    """The alternatives of a tree of letters; what goes on after a whole word is not asked."""
    if "" in node:
        return ""
    parts = [re.escape(letter) + branch(rest) for letter, rest in sorted(node.items())]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def orders(value: Number, ten_joins: bool) -> tuple[int, int]:
    """(lowest order filled, order above): 200 is (100, 1000), 20 (10, 100), 15 (1, 100). Kazakh says ten two for 12."""
    if value >= 100:
        return (100 if value % 100 == 0 else 1), 1000
    if value >= 10:
        return (10 if value >= 20 or (ten_joins and value == 10) else 1), 100
    return 1, 10


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
