"""The lists of a language that rules ask by name: approximators, signs, exclusions, what surrounds a counted noun."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction

from dalel.quantities.words.noun_file import NounFile, noun_file
from dalel.quantities.words.number_file import NumberFile
from dalel.quantities.words.patterns import Patterns
from dalel.quantities.words.word import Approximator
from dalel.vocabulary import UNITS

NEGATED: Mapping[str, str] = {"less_than": "at_least", "more_than": "at_most"}  # not over a value: at most that


class Lists:
    """Attributes are named for the fields of numbers.toml and nouns.toml, where each is explained."""

    def __init__(self, language: str, words: NumberFile, spell: Callable[[str], str]) -> None:
        self.language, self.spell, self.manner = language, spell, words.manner
        self.patterns = Patterns(words, spell)
        self.thousand, self.before_slash = frozenset(words.amounts.thousand), words.amounts.before_slash
        self.mixed = {form: Fraction(value) for value, forms in words.mixed.items() for form in forms}
        self.small, self.dative = frozenset(words.suffixes.small), frozenset(words.suffixes.dative)
        self.datives = words.suffixes.datives or ("\0",)
        self.generations = frozenset(words.suffixes.generations)
        self.quarters = frozenset(words.quarter.numbers)
        self.adjective = words.approximators.adjective or ("\0",)
        self.approximators(words)
        self.surroundings(words)
        self.english(words)
        self.senses(words)
        self.counting(noun_file(language))

    def approximators(self, words: NumberFile) -> None:
        """Words and signs looked up by their last or first word."""
        self.before: dict[str, Approximator] = {}  # by their last word
        for modality, forms in words.approximators.before.items():
            for form in forms:
                self.approximator(form, modality)
        for nay in words.approximators.negated_by:
            for bound, forms in words.approximators.before.items():
                for form in forms if bound in NEGATED else ():
                    if form[0].isalpha():
                        self.approximator(f"{nay} {form}", NEGATED[bound])
        self.later = {
            tuple(self.spell(form).split(" ")): modality
            for modality, forms in words.approximators.after.items()
            for form in forms
            if " " in form
        }
        self.later_begins = tuple(sorted({f" {pair[0]} " for pair in self.later}))
        self.signs = {self.spell(sign): code for code, signs in words.currency_signs.items() for sign in signs}
        self.attached = {self.spell(form): value for value, forms in words.attached_scales.items() for form in forms}

    def approximator(self, form: str, modality: str) -> None:
        """A phrase before a number; what the word file says of one itself goes before what follows from a negation."""
        last, *others = reversed(self.spell(form).split(" "))
        self.before.setdefault(last, Approximator()).add(tuple(others), modality)

    def surroundings(self, words: NumberFile) -> None:
        """What stands before and behind a number."""
        self.cardinal_suffixes = frozenset(words.suffixes.cardinal)
        self.percent_of = frozenset(words.percent_point.of)
        self.by = frozenset(words.ratio.by)
        self.spaced = {self.spell(form): value for value, forms in words.spaced_scales.items() for form in forms}
        self.addresses = frozenset(map(self.spell, words.addresses.words))
        self.one_after, self.one_before = (
            frozenset(map(self.spell, getattr(words.singular, f))) for f in ("after", "before")
        )
        years = words.years
        self.year_before = frozenset(years.before)
        self.uncounted = tuple(years.uncounted)
        self.days = frozenset(map(self.spell, words.dates.day))
        self.quarter_before = frozenset(map(self.spell, words.quarter.before))
        self.same = tuple(f" {form}" for form in map(self.spell, words.singular.same)) or ("\0",)
        self.none = frozenset(map(self.spell, words.singular.none))
        self.parts = frozenset(map(self.spell, words.ratio.parts))
        self.unless = frozenset(words.approximators.unless.duration)
        self.unless_article = frozenset(words.approximators.unless.article)
        self.over = frozenset(words.ratio.over)
        self.starts_later = frozenset(form.split(" ")[0] for form in (" ".join(pair) for pair in self.later))
        self.links = frozenset(map(self.spell, (*words.glued.with_, *words.glued.decimal)))
        self.decimal = frozenset(map(self.spell, words.glued.decimal))
        self.rates = {self.spell(form): time for time, forms in words.rates.items() for form in forms}
        self.joins = frozenset(map(self.spell, words.range_.and_))
        self.particles = frozenset(map(self.spell, words.range_.particles))
        self.names = frozenset(map(self.spell, words.skip_before.names))
        self.skip_before = frozenset(map(self.spell, words.skip_before.words)) | self.names
        self.between = frozenset(map(self.spell, words.approximators.between))
        self.up_to, self.strict, self.negation = (
            frozenset(map(self.spell, getattr(words.approximators, field))) for field in ("up_to", "strict", "not_")
        )
        self.deniable, self.short_of, self.partitive, self.difference, self.slightly = (
            frozenset(map(self.spell, getattr(words.approximators, field)))
            for field in ("deniable", "short_of", "partitive", "difference", "slightly")
        )
        self.negative = tuple(map(self.spell, words.approximators.negative or ("\0",)))
        self.level = tuple(map(self.spell, words.level.stems))
        self.ages_before = tuple(map(self.spell, words.ages.before))
        self.of = frozenset(words.ratio.of)
        self.of_long = tuple(words.ratio.of_long)
        self.of_begins = tuple(sorted({form.split()[0] for form in (*self.of, *self.of_long)})) or ("\0",)
        self.limiting = frozenset(map(self.spell, words.ratio.limiting))
        self.spans = dict(words.range_.from_to)
        self.listing_words = frozenset(map(self.spell, words.list_.and_))
        links = "|".join(map(self.spell, words.list_.and_))
        between = r"(?: [^\W\d_]+){0,2}"
        self.listing = re.compile(rf"(?:,|(?P<counted>{between}) (?:{links}))(?P<further>{between}) ")
        again = "|".join(map(re.escape, map(self.spell, words.conversion.words)))
        self.again = re.compile(rf",? ?(?:\((?:(?:{again})[ ,:–—-]{{0,3}})?|(?:{again}) |[≈=~] ?)")
        self.never = frozenset(self.spell(form) for form in words.never.words if not form.endswith("*"))
        self.never_first = frozenset(map(self.spell, words.never_first.words))
        self.never_stems = tuple(self.spell(form[:-1]) for form in words.never.words if form.endswith("*"))

    def senses(self, words: NumberFile) -> None:
        """What tells the senses of one word apart; a language has only those it needs."""
        self.decades = tuple(map(self.spell, words.years_when_small.decades or ("\0",)))
        self.year_parts = frozenset(map(self.spell, words.years_when_small.parts))
        self.doubtful = {form: code for code, forms in words.doubtful_scales.items() for form in forms}
        self.particles_of = {form: frozenset(verbs) for form, verbs in words.approximators.particle.items()}
        self.places = frozenset(form.split(" ")[-1] for form in words.approximators.places)
        self.denial = frozenset(words.approximators.denial)
        self.deniable_verbs = tuple(words.approximators.deniable_verbs)
        self.compared = frozenset(words.approximators.compared)
        self.genitive = tuple(map(self.spell, words.cases.genitive)) if words.cases else ("\0",)
        plurals = words.cases.plural if words.cases else ()
        self.of_several = tuple(self.spell(plural) + of for plural in plurals for of in self.genitive)
        third = words.cases.third if words.cases else ()
        self.of_many = tuple(self.spell(plural + of) for plural in plurals for of in third)  # кәсіпкер-лер-і
        self.before_clock = frozenset(words.clock.before)
        self.before_clock |= (
            self.between if not words.manner.ordinals_divide else frozenset()
        )  # there they are articles
        self.since = frozenset(words.range_.since)
        self.heads = frozenset(words.range_.towards)
        self.towards = tuple(f"{form} " for form in words.range_.towards) or ("\0",)
        self.differs = frozenset(words.approximators.differs)
        self.inverted = frozenset(words.approximators.inverted)
        self.inverted_scales = frozenset(words.approximators.inverted_scales)
        self.vague_unless = frozenset(words.vague.alone_unless)
        self.vague_first = frozenset(words.vague.first)
        self.not_one = frozenset(words.vague.not_one)
        self.vague_alone = frozenset(words.vague.alone)
        self.times_after = frozenset(words.times.before)
        self.frequencies = tuple(f" {form}" for form in words.times.per) or ("\0",)
        self.comparatives = tuple(words.times.comparatives or ("\0",))
        self.hyphened_none = tuple(form for form in self.none if form.endswith("-")) or ("\0",)
        self.repeated = tuple(f"-{self.spell(form)}" for form in words.singular.repeated) or ("\0",)
        people = words.people
        self.bounding = frozenset(people.bounding)
        self.aged_before = tuple(f" {form} " for form in words.ages.before) or ("\0",)
        self.elders = frozenset(people.elders)
        self.minors = frozenset(people.minors)
        self.persons = tuple(people.aged)
        self.terms = frozenset(people.terms)
        self.aging = frozenset(map(self.spell, people.aging))
        self.numbered = frozenset(map(self.spell, people.numbered))
        self.groups = frozenset(people.groups)
        streets = words.addresses.streets
        self.streets = frozenset(streets)
        named = rf"(?<!\w)(?:{'|'.join(streets)})\.?((?: [^\W\d_][\w-]*\.?){{0,3}}),? \Z"
        self.street = re.compile(named) if streets and not words.manner.streets_behind else None  # улица Толе би, 187
        self.adverbial, self.adverbial_before = (
            frozenset(map(self.spell, getattr(words.skip_after, field))) for field in ("unless", "unless_before")
        )
        self.grades = frozenset(map(self.spell, words.skip_after.grades))
        self.young = frozenset(map(self.spell, words.ages.young))

    def english(self, words: NumberFile) -> None:
        """What only English has, and other word files need not name."""
        self.suffix_modality = {
            ending: modality for modality in ("about", "more_than") for ending in getattr(words.suffixes, modality)
        }
        self.verbs = frozenset(words.currency_verbs.words)
        self.letters = words.letters
        self.pounds = {side: frozenset(getattr(words.pounds, side)) for side in ("money", "before", "after")}
        self.pounds = self.pounds if words.pounds.money else {}
        self.doubled, self.doubled_before, self.only_on = (
            frozenset(getattr(words.doubled, field)) for field in ("words", "before", "only_on")
        )
        adjectives = words.multiple_adjectives
        self.multiplying = tuple(stem for stems in adjectives.values() for stem in stems) or ("\0",)
        parts = words.parts
        self.denominators = frozenset(parts.denominators)
        self.articles = frozenset(parts.articles)
        self.more, self.part_before, self.part_never, self.determiners = (
            frozenset(getattr(parts, field)) for field in ("more", "before", "never_after", "determiners")
        )
        self.one_sometimes, self.one_counts = (
            frozenset(getattr(words.singular, field)) for field in ("sometimes", "counts")
        )
        self.scores = frozenset(words.scores.words)

    def counting(self, nouns: NounFile) -> None:
        """What stands around a counted noun."""
        self.classifiers = frozenset(map(self.spell, nouns.classifiers.words))
        self.stop = frozenset(map(self.spell, nouns.stop.words))
        self.adjectives = tuple(map(self.spell, nouns.between.endings))
        self.adjectival = frozenset(map(self.spell, nouns.between.words))
        self.never_between = frozenset(map(self.spell, nouns.between.never))
        self.also_between = frozenset(nouns.between.also)
        self.any_between = nouns.between.any
        self.capacity = {
            key: frozenset(map(self.spell, getattr(nouns.capacity, key))) for key in ("before", "after", "nouns", "of")
        }
        self.not_of_pieces = tuple(nouns.classifiers.plural_only)
        self.lends_not = frozenset(code for code, row in UNITS.items() if not row.lends)
        self.plurals = nouns.subject.plural or ("\0",)
        self.izafet = tuple(map(self.spell, nouns.subject.izafet))
        self.lends_not |= frozenset(nouns.subject.never)
        self.never_qualify = frozenset(nouns.subject.never_qualify)
        self.no_nouns = frozenset(nouns.subject.words)
        self.collective = frozenset(nouns.subject.collective)
        self.oblique = tuple(nouns.subject.oblique) or ("\0",)
        pronouns = [self.spell(form) for form in nouns.pronouns.words]
        self.pronouns = frozenset(form + mark for form in pronouns for mark in ("", ",", ".", ";", ":"))  # as printed
        self.participles = tuple(nouns.predicates.participles or ("\0",))
        self.predicates = tuple(nouns.predicates.endings)
        of_one = nouns.predicates.singular
        self.verbal = tuple(ending for ending in self.predicates if ending not in of_one) or ("\0",)
        self.no_verbs = frozenset(nouns.predicates.nouns)
        self.bars = frozenset(code for code, row in UNITS.items() if row.bars)
        self.tallies = frozenset(map(self.spell, nouns.subject.tallies))
        self.governing = frozenset(nouns.subject.governing)
        self.priced = frozenset(nouns.subject.priced)
        self.comparing = tuple(f"{self.spell(form)} " for form in nouns.subject.comparing) or ("\0",)
