"""Offices that speak: "пресс-служба Агентства по финансовому мониторингу", "Оқу-ағарту министрлігінің дерегінше".

In Russian and English the name of an office runs on after its first word, in Kazakh it stands before its last one.
"""

from __future__ import annotations

import re

from dalel.claims.lexicon import Cue
from dalel.claims.page import Passage, Sentence

STOP = re.compile(r"[,.;:«»“”\"()\n]|\s[—–-]\s|\s(?:и|а|но|что|and|that|деп|де|да)\s|\d")
SAID = re.compile(r"(?:хабарл|мәлімде|жазды|habarl|málimde|حابارل|مالىمدە)\w*\s", re.IGNORECASE)
ABOUT = re.compile(r"(?:бұл|осы|bul|osy|بۇل)?\s*(?:туралы|жөнінде|týraly|jóninde|تۋرالى|جونىندە)\s", re.IGNORECASE)
VERB = re.compile(r"(?:[^о]ла|ло|ли|ил|[^иа]ал|ает|яет|ит|ют|ят|said|told|has|have|is|was)$")
SERVICE = ("баспасөз", "қызмет", "baspasóz", "qyzmet", "ءباسپاسوز", "قىزمەت")
LEADING = re.compile(r"^(?:.*\baccording to )?(?:the )?", re.IGNORECASE)
WORDS_AFTER, WORDS_BEFORE = 7, 3
FAR = 400  # characters on either side in which so many words stand


def office(passage: Passage, sentence: Sentence, cue: Cue) -> str:
    """The name of the office that the cue is a word of, as printed."""
    start, end = passage.folded.original(cue.start), passage.folded.original(cue.end - 1) + 1
    while end < len(passage.text) and (passage.text[end].isalnum() or passage.text[end] in "-’'"):
        end += 1
    if passage.language == "kk":
        return _before(passage.text, sentence.start, start, end)
    if passage.language == "en" and not passage.text[end : end + 5].startswith((" of ", " for")):
        return LEADING.sub("", _before(passage.text, sentence.start, start, end))
    limit = min(sentence.end, end + FAR)
    stop = STOP.search(passage.text, end, limit)
    rest = passage.text[end : stop.start() if stop else limit].split()
    return " ".join([passage.text[start:end], *_noun_phrase(rest, passage.words.office_ends)])


def _before(text: str, begin: int, start: int, end: int) -> str:
    begin = max(begin, start - FAR)
    stops = [match.end() for pattern in (STOP, ABOUT, SAID) for match in pattern.finditer(text, begin, start)]
    words = text[max(stops, default=begin) : start].split()
    tail = [word for word in text[end : end + FAR].split(None, 2)[:2] if word.lower().startswith(SERVICE)]
    return " ".join([*words[-WORDS_BEFORE:], text[start:end], *tail])


def _noun_phrase(words: list[str], ends: frozenset[str]) -> list[str]:
    """Words up to the first that looks like a verb of the clause."""
    kept: list[str] = []
    for word in words[:WORDS_AFTER]:
        if word in ends or (VERB.search(word) and word.islower()):
            break
        kept.append(word)
    return kept
