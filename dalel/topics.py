"""What a file in topics/ may write: an investigation, its words and its indicators; and how the folder is read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, get_args

from dalel import paths
from dalel.errors import DuplicateDeclaration, MalformedDeclaration, UnknownName
from dalel.records import Measure, Status

LANGUAGES = ("kk", "ru", "en")
ID = re.compile(r"[a-z][a-z0-9-]*")
INDICATOR_ID = re.compile(r"[a-z][a-z0-9_]*")
# What a topic file may write: field -> what it says, and an example as TOML. The README's table is made of these.
TOPIC_FIELDS: Mapping[str, tuple[str, str]] = {
    "id": ("its name: that of the file", 'id = "roads"'),
    "titles": ("as readers see it, in the three languages", 'titles = { kk = "Жолдар", ru = "Дороги", en = "Roads" }'),
    "subject": (
        "beginnings of words (whole words with `_`) for what it is about. One must stand in the number's sentence, the "
        "lead-in of its list, the sentence it points back to, a heading or the title",
        'subject = { kk = ["автожол"], ru = ["дорог", "трасс"], en = ["road_", "roads"] }',
    ),
    "about": (
        "what is done to it: one must be told beside the subject. None: any number about the subject",
        'about = { kk = ["жөнде"], ru = ["ремонт"], en = ["repair"] }',
    ),
    "context": (
        "whom or what it is for: one must stand in the sentence or above it, up to the opening of the page",
        'context = { kk = ["мектеп"], ru = ["школ"], en = ["school"] }',
    ),
    "not": (
        "words of other matters: none may stand in the number's clause, nor in a sentence that takes its subject from "
        "above",
        'not = { kk = ["теміржол"], ru = ["железн"], en = ["railway"] }',
    ),
    "queries": (
        "what is typed into a site's own search; without it the title",
        'queries = { kk = ["жол жөндеу"], ru = ["ремонт дорог"], en = ["road repair"] }',
    ),
    "indicators": ("what makes its claims comparable, in the order in which they are tried", "[[indicators]]"),
    "EXAMPLES": (
        "a text, a number in it (`quote`) and the indicator it must get; one in each language",
        '[[EXAMPLES]]\nlanguage = "en"\ntext = "Last year 430 km of roads were repaired."\nquote = "430 km"\n'
        'indicator = "roads.km_done"',
    ),
    "NOT_EXAMPLES": (
        "the same with an indicator that it must not get",
        '[[NOT_EXAMPLES]]\nlanguage = "en"\ntext = "14 km of road were never built."\nquote = "14 km"\n'
        'indicator = "roads.km_done"',
    ),
}
INDICATOR_FIELDS: Mapping[str, tuple[str, str]] = {
    "id": ("its name within the topic", 'id = "km_done"'),
    "titles": ("as readers see it", 'titles = { kk = "Жөнделген", ru = "Сделано", en = "Done" }'),
    "measures": ("measures it takes; any of them", 'measures = ["other_count"]'),
    "statuses": ("statuses it takes; none: every status, and none told", 'statuses = ["actual", "claimed"]'),
    "units": ("units it takes; none: every unit", 'units = ["km"]'),
    "counted": (
        "beginnings of words one of which names what is counted: for things that have no unit",
        'counted = { kk = ["көпір"], ru = ["мост"], en = ["bridge"] }',
    ),
    "words": (
        "its predicate: one must stand, not denied, in the number's own clause or list. Needed where counts or shares "
        "are taken and `counted` is not given",
        'words = { kk = ["жөнделді"], ru = ["отремонтир"], en = ["repaired"] }',
    ),
    "not": ("none of these may stand there", 'not = { kk = ["жоспар"], ru = ["план"], en = ["plan"] }'),
    "accumulates": (
        "true where it only grows within a year, such as what was saved so far: a later page that states less is noted",
        "accumulates = true",
    ),
    "plausible": ("smallest and largest value that can be true; others are remarked on", "plausible = [0.1, 100000]"),
}
# measures that count whatever is counted: of themselves they tell no indicator
COUNTING = {
    "device_count", "institution_count", "people_count", "children_count", "seat_count", "case_count", "share",
    "ratio_part", "ratio_whole", "multiple", "duration", "other_count",
}  # fmt: skip
Words = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Indicator:
    """What makes claims comparable across pages and languages; the first of a topic whose conditions hold is taken.

    Words are beginnings of words, with "_" at their end whole words (Kazakh in Cyrillic; the other scripts are folded
    to it); any of them suffices.
    """

    id: str  # "computers.budget_allocated"
    titles: Mapping[str, str]  # by language
    measures: tuple[str, ...]
    units: tuple[str, ...]  # none: any unit
    statuses: tuple[str, ...] = ()  # none: any status, and none told
    counted: Words = field(default_factory=dict)  # one must stand in the words that name what is counted
    words: Words = field(default_factory=dict)  # one must stand in the number's own clause or list
    barred: Words = field(default_factory=dict)  # "not" in the file: none may stand there
    plausible_min: Decimal | None = None
    plausible_max: Decimal | None = None
    accumulates: bool = False  # only grows within a year

    @property
    def counts_anything(self) -> bool:
        """Whether nothing but a count or share is asked for, so that it would take every one."""
        return not (self.words or self.counted) and bool(COUNTING.intersection(self.measures))


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """One investigation. It belongs to a claim: its words must be told with the number, not somewhere on the page."""

    id: str
    titles: Mapping[str, str]  # by language
    subject: Words  # what it is about: one must stand in the sentence, its lead-in or header, a heading or the title
    about: Words  # what is done to it: one must be told beside the subject; none: no condition
    context: Words  # whom or what it is for: one must stand in the sentence or above, up to the opening of the page
    barred: Words  # "not" in the file: where one stands in the number's clause, it is of something else
    indicators: tuple[Indicator, ...]
    queries: Words  # whole words to type into a site's search; the title where the file has none


def load_topics(*folders: Path) -> dict[str, Topic]:
    """All topics declared in `folders` (those that come with dalel where none is given), by id, sorted.

    MalformedDeclaration names the file and the field, DuplicateDeclaration both files of a clash.
    """
    found: dict[str, Topic] = {}
    files: dict[str, Path] = {}
    for path in (path for folder in folders or (paths.topics(),) for path in sorted(folder.glob("*.toml"))):
        topic = load_topic(path)
        if topic.id in found:
            raise DuplicateDeclaration(
                f"topic {topic.id!r} is declared twice, in {files[topic.id]} and in {path}; rename one"
            )
        found[topic.id], files[topic.id] = topic, path
    return dict(sorted(found.items()))


def find_topic(topics: Mapping[str, Topic], name: str) -> Topic:
    """The topic with this id; UnknownName with the nearest one otherwise."""
    if name not in topics:
        raise UnknownName("topic", name, topics)
    return topics[name]


@cache
def examples(path: Path) -> tuple[Mapping[str, Any], ...]:
    """The EXAMPLES of a topic file: text, language, quote and the indicator it must get; read by tests only."""
    return tuple(_toml(path, path.read_bytes()).get("EXAMPLES", ()))


@cache
def counter_examples(path: Path) -> tuple[Mapping[str, Any], ...]:
    """The NOT_EXAMPLES of a topic file: text, language, quote and the indicator it must not get."""
    return tuple(_toml(path, path.read_bytes()).get("NOT_EXAMPLES", ()))


def load_topic(path: Path) -> Topic:
    """The topic in one file; MalformedDeclaration names the file and the field."""
    return _topic(path, path.read_bytes())


@lru_cache(maxsize=256)
def _topic(path: Path, content: bytes) -> Topic:
    """The same of what stands in it: a command asks for its topics often, and they are parsed once."""
    entry = _Entry(path.name, "", _toml(path, content))
    entry.only(set(TOPIC_FIELDS))
    name = entry.text("id", ID)
    if name != path.stem:
        raise entry.wrong("id", f"is {name!r}; the file is named {path.name}, make them the same")
    rows = entry.fields.get("indicators")
    if not isinstance(rows, list) or not rows:
        raise entry.wrong("indicators", "is missing; declare at least one with [[indicators]]")
    indicators = tuple(
        _indicator(_Entry(path.name, f"indicators[{number}].", row), name) for number, row in enumerate(rows)
    )
    for number, indicator in enumerate(indicators):
        if indicator.id in {other.id for other in indicators[:number]}:
            raise DuplicateDeclaration(f"topics/{path.name}: indicator {indicator.id!r} is declared twice; rename one")
    titles = entry.titles()
    return Topic(
        id=name,
        titles=titles,
        subject=entry.words("subject", needed=True),
        about=entry.words("about"),
        context=entry.words("context"),
        barred=entry.words("not"),
        indicators=indicators,
        queries=entry.words("queries") or {language: (title,) for language, title in titles.items()},
    )


def _indicator(entry: _Entry, topic: str) -> Indicator:
    entry.only(set(INDICATOR_FIELDS))
    low, high = entry.span("plausible")
    indicator = Indicator(
        id=f"{topic}.{entry.text('id', INDICATOR_ID)}",
        titles=entry.titles(),
        measures=entry.some("measures", get_args(Measure), needed=True),
        statuses=entry.some("statuses", get_args(Status)),
        units=entry.some("units"),
        words=entry.words("words"),
        counted=entry.words("counted"),
        barred=entry.words("not"),
        plausible_min=low,
        plausible_max=high,
        accumulates=entry.flag("accumulates"),
    )
    if indicator.counts_anything:
        raise entry.wrong("words", "is missing: without words or counted it would take every count and share")
    return indicator


@dataclass(frozen=True, slots=True)
class _Entry:
    """Fields of a table in a topic file, read one by one with an error that names file and field."""

    file: str
    prefix: str
    fields: Mapping[str, Any]

    def wrong(self, name: str, what: str) -> MalformedDeclaration:
        return MalformedDeclaration(f"topics/{self.file}: {self.prefix}{name} {what}")

    def only(self, known: set[str]) -> None:
        for name in sorted(set(self.fields) - known):
            raise self.wrong(name, f"is not known; use {', '.join(sorted(known))}")

    def text(self, name: str, form: re.Pattern[str]) -> str:
        value = self.fields.get(name)
        if not isinstance(value, str) or not form.fullmatch(value):
            raise self.wrong(name, f"is {value!r}; write it as {form.pattern}")
        return value

    def titles(self) -> dict[str, str]:
        value = self.fields.get("titles", {})
        for language in LANGUAGES:
            if not isinstance(value, dict) or not isinstance(value.get(language), str) or not value[language].strip():
                raise self.wrong(f"titles.{language}", "is missing")
        return dict(value)

    def words(self, name: str, needed: bool = False) -> dict[str, tuple[str, ...]]:
        value = self.fields.get(name, {})
        for language in value if isinstance(value, dict) else [""]:
            if language not in LANGUAGES:
                raise self.wrong(name, f"has {language!r}; use tables of {', '.join(LANGUAGES)}")
        for language in LANGUAGES if needed or value else ():
            listed = value.get(language)
            if not isinstance(listed, list) or not listed or not all(isinstance(w, str) and w.strip() for w in listed):
                raise self.wrong(f"{name}.{language}", "must be a list of words")
        return {language: tuple(listed) for language, listed in value.items()}

    def some(self, name: str, known: tuple[str, ...] = (), needed: bool = False) -> tuple[str, ...]:
        value = self.fields.get(name, [])
        if not isinstance(value, list) or (needed and not value):
            raise self.wrong(name, "must be a list of names")
        for item in value:
            if not isinstance(item, str) or (known and item not in known):
                raise self.wrong(name, f"has {item!r}" + (f"; known: {', '.join(known)}" if known else ""))
        return tuple(value)

    def flag(self, name: str) -> bool:
        value = self.fields.get(name, False)
        if not isinstance(value, bool):
            raise self.wrong(name, f"is {value!r}; write true or false")
        return value

    def span(self, name: str) -> tuple[Decimal | None, Decimal | None]:
        value = self.fields.get(name)
        if value is None:
            return None, None
        try:
            low, high = (Decimal(str(bound)) for bound in value)
        except (TypeError, ValueError, InvalidOperation) as error:
            raise self.wrong(name, f"is {value!r}; write [smallest, largest]") from error
        if low > high:
            raise self.wrong(name, f"is {value!r}: the smallest is above the largest")
        return low, high


def _toml(path: Path, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise MalformedDeclaration(f"topics/{path.name} is not valid TOML in UTF-8: {fault}") from fault
