"""A word -> the one form under which it is kept and looked for, in each language that may have it.

    kk   folded to Cyrillic, letters that the other alphabets do not tell apart made equal, without the
         suffixes of nouns (numbers.toml, [cases]) and of some verb forms, the last consonant as before no vowel
    ru   the normal form of the likeliest reading in the dictionary (pymorphy3)
    en   irregular forms by list; the rest is stemmed by FTS5 itself (Porter, 1980), in the index as in the query

What is done is in languages/<code>/search.toml; no rule here knows a language by its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from dalel import languages
from dalel.transliteration import fold

Stem = Callable[[str], str]
PARTS = ("plural", "adjective", "possessive")  # of a Kazakh noun, in this order; then a case
CASES = ("dative", "ablative", "genitive", "accusative", "locative", "instrumental")
LONGEST = 64  # letters of a word; what is longer is no word of a language
WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """The words and numbers of a text in lower case, in order, none longer than LONGEST."""
    return [word[:LONGEST] for word in WORD.findall(text.lower().replace("_", " "))]


@lru_cache(maxsize=20_000)  # headlines and speakers come again with every number of a page
def kept(text: str, language: str) -> str:
    """A text in `language` as the index keeps it: its words in their forms, with blanks between; those of a language
    that has no rules here as they stand.
    """
    if language not in languages.known():
        return " ".join(words(text))
    stem = stemmer(language)
    return " ".join(stem(word) for word in words(fold(text).text if folded(language) else text))


def forms(word: str, known: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Under which forms a word of an unknown language may be kept: as it stands, then in each language; no form twice.

    `known` are forms that the dictionary has told already: see `looked_up`.
    """
    found = [word]
    for language in languages.known():
        if known and word in known and _rules(language)["reader"] == "dictionary":
            found.append(known[word])
        else:
            spellings = _typed(word, _rules(language)) if folded(language) else [word]
            found += [stemmer(language)(spelling) for spelling in spellings]
    return tuple(dict.fromkeys(form for form in found if form))


def looked_up(text: str, language: str | None) -> dict[str, str]:
    """The words of a text with what the dictionary of its language says of them; none where it has no dictionary."""
    if language not in languages.known() or _rules(language)["reader"] != "dictionary":
        return {}
    return {word: stemmer(language)(word) for word in words(text)}


def _typed(word: str, rules: dict[str, Any]) -> list[str]:
    """A word folded to Cyrillic; and, typed in plain Latin letters, as its vowels may have been meant."""
    cyrillic = fold(word).text.lower()
    if not word.isascii() or not any(letter in cyrillic for letter in rules["front"]):
        return [cyrillic]
    return [cyrillic, cyrillic.translate(str.maketrans(dict(rules["fronted"])))]


def spellings(beginning: str) -> tuple[str, ...]:
    """The beginning of a word as it may stand at the beginning of forms: as typed, and folded and spelled alike."""
    found = [beginning]
    for language in languages.known():
        if folded(language):
            alike = str.maketrans(dict(_rules(language)["alike"]))
            found += [one.translate(alike) for one in _typed(beginning, _rules(language))]
    return tuple(dict.fromkeys(found))


def phrases(text: str) -> tuple[str, ...]:
    """Words that follow each other, in the forms of each language in turn; as typed first."""
    return tuple(dict.fromkeys([" ".join(words(text)), *(kept(text, language) for language in languages.known())]))


@cache
def stopped() -> frozenset[str]:
    """Words that tell nothing of what is looked for, of all languages, as they are typed."""
    return frozenset(word for language in languages.known() for word in _rules(language)["stop"])


@cache
def stemmer(language: str) -> Stem:
    """Word in lower case (folded, where the language is) -> its form."""
    rules = _rules(language)
    return lru_cache(maxsize=200_000)(_READERS[rules["reader"]](rules, language))


def folded(language: str) -> bool:
    """Whether the language is written in several scripts, which are folded to one."""
    return bool(_rules(language)["reader"] == "endings")


def _rules(language: str) -> dict[str, Any]:
    return languages.load(language, "search")


def _by_endings(rules: dict[str, Any], language: str) -> Stem:
    cases = languages.load(language, "numbers")["cases"]
    left = set(rules["leave"])
    alike = str.maketrans(dict(rules["alike"]))

    def spelled(word: str) -> str:
        return word.translate(alike)

    def any_of(endings: Sequence[str]) -> str:
        known = {spelled(one) for one in endings if one not in left}
        return "|".join(sorted(known, key=lambda one: (-len(one), one)))

    noun = "".join(f"(?:{any_of(cases[part])})?" for part in PARTS)
    case = any_of([*rules["more"], *(one for name in CASES for one in cases[name])])
    chain = f"(?:{noun}(?:{case})?|{any_of(rules['verbs'])})"
    suffixes = re.compile(rf"(.{{{rules['shortest']},}}?){chain}")
    softened = {spelled(hard): spelled(soft) for soft, hard in rules["ends"]}
    wholes = {_softer(spelled(one), softened): spelled(one) for one in rules["whole"]}
    wholes |= {one: one for one in wholes.values()}
    whole = re.compile(rf"({any_of(list(wholes))}){chain}")
    ends = {spelled(end): spelled(instead) for end, instead in rules["ends"]}

    def stem(word: str) -> str:
        low = spelled(word)
        if known := whole.fullmatch(low):
            return wholes[known[1]]
        while not low.isdigit() and (match := suffixes.fullmatch(low)) and match[1] != low:
            low = match[1][:-1] + ends.get(match[1][-1], match[1][-1])
        return low

    return stem


def _by_dictionary(rules: dict[str, Any], language: str) -> Stem:
    alphabet = frozenset(rules["alphabet"])

    def stem(word: str) -> str:
        from dalel.languages.dictionary import dictionary

        if not alphabet.issuperset(word):
            return word
        normal = str(dictionary().parse(word)[0].normal_form)
        for letter, plain in rules["ends"]:
            normal = normal.replace(letter, plain)
        return normal

    return stem


def _by_list(rules: dict[str, Any], language: str) -> Stem:
    return lambda word: str(rules["irregular"].get(word, word))


def _softer(word: str, softened: dict[str, str]) -> str:
    """The word with its last consonant as before a vowel: көлік, көліг."""
    return word[:-1] + softened.get(word[-1], word[-1])


_READERS: dict[str, Callable[[dict[str, Any], str], Stem]] = {
    "endings": _by_endings,
    "dictionary": _by_dictionary,
    "listed": _by_list,
}
