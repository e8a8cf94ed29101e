"""The forms a region's or place's name takes in text, by rule: Russian declension, Kazakh cases, English possessive.

Rules: Russian adjectives of regions agree with "область" (feminine singular, Zaliznyak), names of cities take the case
endings of their declension; Kazakh nouns take case, possessive and adjectival suffixes after any name, with or without
a hyphen (so do abbreviations: ШҚО-да). Words are in the spelling of `spelling.comparable`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dalel.regions.declared import COUNTRY, Place, Region, load_places, load_regions
from dalel.regions.spelling import key, lower
from dalel.regions.trie import alternation

HEAD = 3  # letters by which most words are known to begin no name
KAZAKH_CASES = (
    r"-?(?:н?[дт][ае](?:ғы|гы)?(?:лар|лер)?|[дтн][ае]н|[дтн]ың|[дтн]ы|(?:сы|ы)?н[ае]|[ғқгк][ае]"
    r"|л[ыа]қ|л[ыа]к|лық\w+|дық\w*|тық\w*|[мбп]ен|ме|сы|ым?ыз\w*)"
)
RUSSIAN_CASES = r"а|у|ом|ем|е|ы|ой|ою|я|ю|ь"
TAIL = rf"(?:{KAZAKH_CASES}|{RUSSIAN_CASES})?"
FEMININE = r"(?:ая|оы|ую|ою)"  # -ой is -оы in the comparable spelling
ANY_ADJECTIVE = r"(?:ыы|ая|ое|ые|ого|оы|ому|ом|ую|ым|ымы|ых|ою)"
ADJECTIVE_OBLAST = r"(?:\s+обл(?:аст\w*|\.))?"
CITY_BEFORE = r"(?:(?:городах?|города|городе|городу|городом|город|г\.)\s+)?"
CITY_AFTER = r"(?P<town>\s*(?:қала(?!лық)\w*|қ\.)|\s*-?\s*город\w*)?"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a form stands for: kind is region, city, name, district or country."""

    code: str
    kind: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Forms:
    """One search for all forms: which group matched says the kind, its words what they mean."""

    pattern: re.Pattern[str]
    meanings: dict[str, dict[str, Meaning]]  # group -> words in the comparable spelling -> meaning
    common: tuple[str, ...]  # beginnings of words that need no capital letter


def one_space(words: str) -> str:
    """`words` with every run of spaces as one, as the meanings are keyed."""
    return " ".join(words.split())


@cache
def cyrillic() -> Forms:
    """Forms of Russian and Kazakh names, in the comparable spelling."""
    adjective = _keyed(_stems("ru"), "region")
    kazakh = _keyed(_stems("kk"), "region")
    inland = _keyed(((word, region) for region in _units() for word in region.inland), "region")
    bare = _keyed(
        ((word, r) for r in _units() for lang in ("kk", "ru") for word in r.bare.get(lang, ()) if not r.city), "region"
    )
    city = _keyed(
        ((word, r) for r in _units() for lang in ("kk", "ru") for word in r.bare.get(lang, ()) if r.city), "city"
    )
    city |= {word[:-1]: meaning for word, meaning in city.items() if word.endswith("а") and len(word) > 5}
    town = _keyed(((word, r) for r in _units() for word in r.adjective), "city")
    adjectival = _adjectival()
    names = _places("city", "name")
    kazakh_district, russian_district = _districts()
    words = (adjective, kazakh, kazakh_district, russian_district, bare, town, adjectival, city, names)
    heads = _heads([*(word for one in words for word in one), "обл", "«", "город", "г."])
    pattern = (
        rf"(?<!\w)(?={heads})(?:(?P<adjective>{_any(adjective)}){FEMININE}{ADJECTIVE_OBLAST}"
        rf"|обл(?:аст\w*|\.)\s+(?P<inland>{_any(inland)})"
        rf"|(?P<kazakh>{_any(kazakh)})\s+обл(?:ыс\w*|\.)"
        rf"|«?(?P<kdistrict>{_any(kazakh_district)})»?\s+аудан(?:ы\w*|\.)"
        rf"|(?P<rdistrict>{_any(russian_district)}){ANY_ADJECTIVE}\s+раыон\w*"
        rf"|(?P<bare>{_any(bare)}){TAIL}"
        rf"|(?P<town_adjective>{_any(town)}){ANY_ADJECTIVE}"
        rf"|(?P<adjectival>{_any(adjectival)}){ANY_ADJECTIVE}"
        rf"|{CITY_BEFORE}(?:(?P<city>{_any(city)})|(?P<named>{_any(names)})){TAIL}{CITY_AFTER})(?!\w)"
    )
    meanings = {
        "adjective": adjective, "inland": inland, "kazakh": kazakh, "kdistrict": kazakh_district, "bare": bare,
        "rdistrict": russian_district, "adjectival": adjectival, "town_adjective": town, "city": city, "named": names,
    }  # fmt: skip
    return Forms(re.compile(pattern), meanings, (*_common(), *town, *adjectival))


@cache
def english() -> Forms:
    """Forms of English names, lower-cased."""
    region = {stem: Meaning(r.code, "region") for stem, r in _stems("en")}
    region_of = region
    short = {stem: Meaning(r.code, "region") for stem, r in _stems("en") if len(stem) > len("almaty")}
    bare = short | {
        word: Meaning(r.code, "city" if r.city else "region") for r in _units() for word in r.bare.get("en", ())
    }
    named = {
        lower(w): Meaning(p.region, p.kind, _printed(p)) for p in load_places() if p.kind != "district" for w in p.words
    }
    district = {
        lower(p.name): Meaning(p.region, "district", _printed(p)) for p in load_places() if p.kind == "district"
    }
    heads = _heads(["region", *region, *district, *bare, *named])
    pattern = (
        rf"(?<!\w)(?={heads})(?:(?P<region>{_any(region)})\s+(?:region|oblast|province)s?"
        rf"|regions?\s+of\s+(?P<region_of>{_any(region_of)})"
        rf"|(?P<district>{_any(district)})\s+districts?|(?P<bare>{_any(bare)})(?:['’]s)?(?:\s+city)?"
        rf"|(?P<named>{_any(named)})(?P<town>\s+city)?(?:['’]s)?)(?!\w)"
    )
    meanings = {"region": region, "region_of": region_of, "district": district, "bare": bare, "named": named}
    return Forms(re.compile(pattern), meanings, tuple(word for region in _units() for word in region.common))


def _adjectival() -> dict[str, Meaning]:
    """Adjectives of regions that stand with any noun: "павлодарских детсадов", "североказахстанским школам"."""
    found = {key(stem): Meaning(region.code, "region") for stem, region in _stems("ru") if len(stem) > len("абайск")}
    return found | {word.replace("-", ""): meaning for word, meaning in found.items()}


def _heads(words: Iterable[str]) -> str:
    """The beginnings of all names: where none stands, none of the forms is tried."""
    return alternation({word.split(" ")[0][:HEAD] for word in words})


def _common() -> tuple[str, ...]:
    return tuple(key(word).removesuffix("а") for region in _units() for word in region.common)


def _any(meanings: dict[str, Meaning]) -> str:
    return alternation(meanings)


def _units() -> list[Region]:
    return [region for code, region in load_regions().items() if code != COUNTRY]


def _stems(language: str) -> list[tuple[str, Region]]:
    return [(stem, region) for region in _units() for stem in region.stems.get(language, ())]


def _keyed(pairs: Iterable[tuple[str, Region]], kind: str) -> dict[str, Meaning]:
    return {key(word): Meaning(region.code, kind) for word, region in pairs}


def _places(*kinds: str) -> dict[str, Meaning]:
    """Words of cities without a last vowel that Russian declension takes away ("караганд-а")."""
    found: dict[str, Meaning] = {}
    for place in load_places():
        if place.kind in kinds:
            for word in place.words:
                stem = key(word)
                if place.kind == "city" or (stem.endswith(("а", "ь")) and len(stem) > 5):
                    found.setdefault(stem.removesuffix("ь"), Meaning(place.region, place.kind, _printed(place)))
                found.setdefault(stem, Meaning(place.region, place.kind, _printed(place)))
                if stem.endswith(("а", "еы")) or (
                    place.kind == "name" and stem.endswith("аы")
                ):  # Караганда, Семей, Костанай
                    found.setdefault(stem[:-1], Meaning(place.region, place.kind, _printed(place)))
    return found


def _districts() -> tuple[dict[str, Meaning], dict[str, Meaning]]:
    """Kazakh names and stems of Russian adjectives of districts; one whose name two regions share has no region."""
    kazakh: dict[str, Meaning] = {}
    russian: dict[str, Meaning] = {}
    for place in load_places():
        if place.kind == "district":
            meaning = Meaning(place.region, "district", _printed(place))
            kazakh.setdefault(key(place.words[0]), meaning)
            for stem in place.words[1:]:
                russian.setdefault(key(stem), meaning)
    return kazakh, russian


def _printed(place: Place) -> str:
    """The place as dalel prints it: "Taraz", "Kyzylorda city", "Zaisan district", "Almaty district of Astana"."""
    region = load_regions()[place.region]
    if place.kind == "district":
        return f"{place.name} district" + (f" of {region.name('en').removesuffix(' city')}" if region.city else "")
    return f"{place.name} city" if place.kind == "name" else place.name
