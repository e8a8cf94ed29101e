"""The lists of a language that rules ask by name: approximators, signs, exclusions, what surrounds a counted noun."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from dalel.languages import load
from dalel.quantities.words.entries import number
from dalel.quantities.words.word import Approximator
from dalel.vocabulary import UNITS

NEGATED = {"less_than": "at_least", "more_than": "at_most"}  # not over a value: at most that


class Lists:
    """Attributes are named for the fields of numbers.toml and nouns.toml, where each is explained."""

    def __init__(self, language: str, words: Mapping[str, Any], spell: Callable[[str], str]) -> None:
        self.language, self.spell = language, spell
        self.approximators(words)
        self.surroundings(words)
        self.english(words)
        self.senses(words)
        self.counting(load(language, "nouns"))

    def approximators(self, words: Mapping[str, Any]) -> None:
        """Words and signs looked up by their last or first word."""
        self.before: dict[str, Approximator] = {}  # by their last word
        for modality, forms in words["approximators"]["before"].items():
            for form in forms:
                self.approximator(form, modality)
        for nay in words["approximators"].get("negated_by", ()):
            for modality, opposite in NEGATED.items():
                for form in words["approximators"]["before"][modality]:
                    if form[0].isalpha():
                        self.approximator(f"{nay} {form}", opposite)
        self.later = {
            tuple(self.spell(form).split(" ")): modality
            for modality, forms in words["approximators"]["after"].items()
            for form in forms
            if " " in form
        }
        self.later_begins = tuple(sorted({f" {pair[0]} " for pair in self.later}))
        self.signs = {self.spell(sign): code for code, signs in words["currency_signs"].items() for sign in signs}
        self.attached = {
            self.spell(form): number(value) for value, forms in words["attached_scales"].items() for form in forms
        }

    def approximator(self, form: str, modality: str) -> None:
        """A phrase before a number; what the word file says of one itself goes before what follows from a negation."""
        last, *others = reversed(self.spell(form).split(" "))
        self.before.setdefault(last, Approximator()).add(tuple(others), modality)

    def surroundings(self, words: Mapping[str, Any]) -> None:
        """What stands before and behind a number."""
        self.cardinal_suffixes = frozenset(words["suffixes"]["cardinal"])
        self.percent_of = frozenset(words["percent_point"].get("of", ()))
        self.shares_of = frozenset(form.split(" ")[-1] for form in self.percent_of)
        self.by = frozenset(words["ratio"]["by"])
        self.spaced = {
            self.spell(form): number(value) for value, forms in words["spaced_scales"].items() for form in forms
        }
        self.addresses = frozenset(map(self.spell, words["addresses"]["words"]))
        self.one_after, self.one_before = (
            frozenset(map(self.spell, words["singular"][f])) for f in ("after", "before")
        )
        years = words.get("years", {})
        self.year_before = frozenset(years.get("before", ()))
        self.uncounted = tuple(years.get("uncounted", ()))
        self.days = frozenset(map(self.spell, words.get("dates", {}).get("day", ())))
        self.quarter_before = frozenset(map(self.spell, words.get("quarter", {}).get("before", ())))
        self.same = tuple(f" {form}" for form in map(self.spell, words["singular"].get("same", ()))) or ("\0",)
        self.none = frozenset(map(self.spell, words["singular"].get("none", ())))
        self.parts = frozenset(map(self.spell, words["ratio"].get("parts", ())))
        self.unless = frozenset(words["approximators"]["unless"]["duration"])
        self.unless_article = frozenset(words["approximators"]["unless"].get("article", ()))
        self.over = frozenset(words["ratio"]["over"])
        self.starts_later = frozenset(form.split(" ")[0] for form in (" ".join(pair) for pair in self.later))
        self.links = frozenset(map(self.spell, ("с", "and", *words["glued"]["decimal"])))
        self.decimal = frozenset(map(self.spell, words["glued"]["decimal"]))
        self.rates = {self.spell(form): time for time, forms in words["rates"].items() for form in forms}
        self.joins = frozenset(map(self.spell, words["range"]["and"]))
        self.particles = frozenset(map(self.spell, words["range"]["particles"]))
        self.names = frozenset(map(self.spell, words["skip_before"].get("names", ())))
        self.skip_before = frozenset(map(self.spell, words["skip_before"]["words"])) | self.names
        self.between = frozenset(map(self.spell, words["approximators"]["between"]))
        self.up_to, self.strict, self.negation = (
            frozenset(map(self.spell, words["approximators"][field])) for field in ("up_to", "strict", "not")
        )
        self.deniable, self.short_of, self.partitive, self.difference, self.slightly = (
            frozenset(map(self.spell, words["approximators"].get(field, ())))
            for field in ("deniable", "short_of", "partitive", "difference", "slightly")
        )
        self.negative = tuple(map(self.spell, words["approximators"].get("negative", ("\0",))))
        self.level = tuple(map(self.spell, words["level"]["stems"]))
        self.ages_before = tuple(map(self.spell, words["ages"]["before"]))
        self.of = frozenset(words["ratio"]["of"])
        self.of_long = tuple(words["ratio"]["of_long"])
        self.of_begins = tuple(sorted({form.split()[0] for form in (*self.of, *self.of_long)})) or ("\0",)
        self.limiting = frozenset(map(self.spell, words["ratio"].get("limiting", ())))
        self.spans = dict(words["range"]["from_to"])
        self.listing_words = frozenset(map(self.spell, words["list"]["and"]))
        links = "|".join(map(self.spell, words["list"]["and"]))
        between = r"(?: [^\W\d_]+){0,2}"
        self.listing = re.compile(rf"(?:,|(?P<counted>{between}) (?:{links}))(?P<further>{between}) ")
        again = "|".join(map(re.escape, map(self.spell, words["conversion"]["words"])))
        self.again = re.compile(rf",? ?(?:\((?:(?:{again})[ ,:–—-]{{0,3}})?|(?:{again}) |[≈=~] ?)")
        self.never = frozenset(self.spell(form) for form in words["never"]["words"] if not form.endswith("*"))
        self.never_first = frozenset(map(self.spell, words["never_first"]["words"]))
        self.never_stems = tuple(self.spell(form[:-1]) for form in words["never"]["words"] if form.endswith("*"))

    def senses(self, words: Mapping[str, Any]) -> None:
        """What tells the senses of one word apart; a language has only those it needs."""
        self.decades = tuple(map(self.spell, words["years_when_small"].get("decades", ("\0",))))
        self.year_parts = frozenset(map(self.spell, words["years_when_small"].get("parts", ())))
        self.doubtful = {form: code for code, forms in words.get("doubtful_scales", {}).items() for form in forms}
        self.particles_of = {
            form: frozenset(verbs) for form, verbs in words["approximators"].get("particle", {}).items()
        }
        self.places = frozenset(form.split(" ")[-1] for form in words["approximators"].get("places", ()))
        self.denial = frozenset(words["approximators"].get("denial", ()))
        self.deniable_verbs = tuple(words["approximators"].get("deniable_verbs", ()))
        self.compared = frozenset(words["approximators"].get("compared", ()))
        endings = words["endings"]
        self.genitive = tuple(map(self.spell, endings["genitive"])) if isinstance(endings, dict) else ("\0",)
        plurals = endings["plural"] if isinstance(endings, dict) else ()
        self.of_several = tuple(self.spell(plural) + of for plural in plurals for of in self.genitive)
        self.of_many = tuple(self.spell(plural + of) for plural in plurals for of in ("ы", "і"))  # кәсіпкер-лер-і
        self.before_clock = frozenset(words.get("clock", {}).get("before", ()))
        self.before_clock |= self.between if self.language != "en" else frozenset()  # there they are articles
        self.since = frozenset(words["range"].get("since", ()))
        self.heads = frozenset(words["range"].get("towards", ()))
        self.towards = tuple(f"{form} " for form in words["range"].get("towards", ())) or ("\0",)
        self.differs = frozenset(words["approximators"].get("differs", ()))
        self.inverted = frozenset(words["approximators"].get("inverted", ()))
        self.inverted_scales = frozenset(words["approximators"].get("inverted_scales", ()))
        self.vague_unless = frozenset(words["vague"].get("alone_unless", ()))
        self.vague_first = frozenset(words["vague"].get("first", ()))
        self.not_one = frozenset(words["vague"].get("not_one", ()))
        self.vague_alone = frozenset(words["vague"].get("alone", ()))
        self.times_after = frozenset(words["times"].get("before", ()))
        self.frequencies = tuple(f" {form}" for form in words["times"].get("per", ())) or ("\0",)
        self.comparatives = tuple(words["times"].get("comparatives", ("\0",)))
        self.hyphened_none = tuple(form for form in self.none if form.endswith("-")) or ("\0",)
        self.repeated = tuple(f"-{self.spell(form)}" for form in words["singular"].get("repeated", ())) or ("\0",)
        people = words.get("people", {})
        self.bounding = frozenset(people.get("bounding", ()))
        self.aged_before = tuple(f" {form} " for form in words["ages"]["before"]) or ("\0",)
        self.elders = frozenset(people.get("elders", ()))
        self.minors = frozenset(people.get("minors", ()))
        self.persons = tuple(people.get("aged", ()))
        self.terms = frozenset(people.get("terms", ()))
        self.aging = frozenset(map(self.spell, people.get("aging", ())))
        self.numbered = frozenset(map(self.spell, people.get("numbered", ())))
        self.groups = frozenset(people.get("groups", ()))
        streets = words["addresses"].get("streets", ())
        self.streets = frozenset(streets)
        named = rf"(?<!\w)(?:{'|'.join(streets)})\.?((?: [^\W\d_][\w-]*\.?){{0,3}}),? \Z"
        self.street = re.compile(named) if streets and self.language != "en" else None  # улица Толе би, 187
        self.adverbial, self.adverbial_before = (
            frozenset(map(self.spell, words["skip_after"].get(field, ()))) for field in ("unless", "unless_before")
        )
        self.grades = frozenset(map(self.spell, words["skip_after"].get("grades", ())))
        self.young = frozenset(map(self.spell, words["ages"].get("young", ())))

    def english(self, words: Mapping[str, Any]) -> None:
        """What only English has, and other word files need not name."""
        self.suffix_modality = {
            ending: modality for modality in ("about", "more_than") for ending in words["suffixes"].get(modality, ())
        }
        self.verbs = frozenset(words.get("currency_verbs", {}).get("words", ()))
        self.letters = {
            letter: {
                "unit": rule["unit"],
                "in_text": rule["in_text"],
                **{s: frozenset(rule[s]) for s in ("before", "after")},
            }
            for letter, rule in words.get("letters", {}).items()
        }
        self.pounds = {side: frozenset(forms) for side, forms in words.get("pounds", {}).items()}
        self.doubled, self.doubled_before, self.only_on = (
            frozenset(words.get("doubled", {}).get(field, ())) for field in ("words", "before", "only_on")
        )
        adjectives = words.get("multiple_adjectives", {})
        self.multiplying = tuple(stem for stems in adjectives.values() for stem in stems) or ("\0",)
        parts = words.get("parts", {})
        self.denominators = frozenset(parts.get("denominators", ()))
        self.articles = frozenset(parts.get("articles", ()))
        self.more, self.part_before, self.part_never, self.determiners = (
            frozenset(parts.get(field, ())) for field in ("more", "before", "never_after", "determiners")
        )
        self.one_sometimes, self.one_counts = (
            frozenset(words["singular"].get(field, ())) for field in ("sometimes", "counts")
        )
        self.scores = frozenset(words.get("scores", {}).get("words", ()))

    def counting(self, nouns: Mapping[str, Any]) -> None:
        """What stands around a counted noun."""
        self.classifiers = frozenset(map(self.spell, nouns["classifiers"]["words"]))
        self.stop = frozenset(map(self.spell, nouns["stop"]["words"]))
        self.adjectives = tuple(map(self.spell, nouns["between"].get("endings", ())))
        self.adjectival = frozenset(map(self.spell, nouns["between"]["words"]))
        self.never_between = frozenset(map(self.spell, nouns["between"].get("never", ())))
        self.also_between = frozenset(nouns["between"].get("also", ()))
        self.any_between = bool(nouns["between"].get("any"))
        self.capacity = {
            key: frozenset(map(self.spell, nouns["capacity"][key])) for key in ("before", "after", "nouns", "of")
        }
        self.not_of_pieces = tuple(nouns["classifiers"]["plural_only"])
        self.lends_not = frozenset(code for code, row in UNITS.items() if not row.lends)
        self.izafet = tuple(map(self.spell, nouns["subject"].get("izafet", ())))
        self.lends_not |= frozenset(nouns["subject"].get("never", ()))
        self.never_qualify = frozenset(nouns["subject"].get("never_qualify", ()))
        self.no_nouns = frozenset(nouns["subject"].get("words", ()))
        self.collective = frozenset(nouns["subject"].get("collective", ()))
        self.oblique = tuple(nouns["subject"].get("oblique", ())) or ("\0",)
        pronouns = [self.spell(form) for form in nouns["pronouns"]["words"]]
        self.pronouns = frozenset(form + mark for form in pronouns for mark in ("", ",", ".", ";", ":"))  # as printed
        self.participles = tuple(nouns["predicates"].get("participles", ("\0",)))
        self.predicates = tuple(nouns["predicates"]["endings"])
        of_one = nouns["predicates"].get("singular", ())
        self.verbal = tuple(ending for ending in self.predicates if ending not in of_one) or ("\0",)
        self.no_verbs = frozenset(nouns["predicates"].get("nouns", ()))
        self.bars = frozenset(code for code, row in UNITS.items() if row.bars)
        self.tallies = frozenset(map(self.spell, nouns["subject"].get("tallies", ())))
        self.governing = frozenset(nouns["subject"].get("governing", ()))
        self.priced = frozenset(nouns["subject"].get("priced", ()))
        self.comparing = tuple(f"{self.spell(form)} " for form in nouns["subject"].get("comparing", ())) or ("\0",)
