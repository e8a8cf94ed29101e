"""Predicates of a language by how a word ends and what stands around it: Kazakh and English, by tables of forms.

A form is said by what stands right before the word ("will be", "plans to"), by its ending, by the beginning of a word
behind it ("… салу жоспарланып отыр"), or by several of them; the first row of the table that fits counts. Some rows
name what only the clause can settle: a converb is told as the next predicate, a perfect inside its clause is a
participle, a present of something that happens once tells what will be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from dalel.claims.clauses.forms import Final, Forms, Row, forms_of
from dalel.claims.clauses.predicate import Form, Predicate
from dalel.claims.frames.declared import Frame, frames
from dalel.claims.frames.words import frame_words
from dalel.claims.nouns import nouns
from dalel.claims.page import Passage, Sentence

TOKEN = re.compile(r"\d[\d.,]*|[^\W\d_][\w’'-]*")
NUMBER = 12  # characters of a number that ends a sentence
WORD = re.compile(r"[^\W\d_][\w’'-]*")
STOP = re.compile(r"[;:,.()«»“”\"]|\s[—–-]\s")
BEFORE, AFTER = 4, 2  # words before and behind a predicate that may belong to it
SHORTEST = 4  # letters of a verb that no frame has, in a language whose endings alone tell it
HABIT = 60  # characters before a present in which a word tells that it is a habit
OPEN = ("joined", "toward")  # settled by the predicates behind: a converb, works that money may go to


@dataclass(frozen=True, slots=True)
class Word:
    """A word or phrase of a sentence, tokens[first] to tokens[last], and the frame that it is a word of."""

    passage: Passage
    tokens: list[re.Match[str]]
    first: int
    last: int
    frame: Frame | None

    @property
    def end(self) -> int:
        return self.tokens[self.last].end()

    @property
    def text(self) -> str:
        """Its last token, which carries the form."""
        return self.tokens[self.last][0]


def predicates(passage: Passage, sentence: Sentence) -> list[Predicate]:
    """The predicates of a sentence, and the nouns of its frames, in order."""
    forms = forms_of(passage.language)
    found: list[tuple[Word, str]] = []
    covered = sentence.low
    for word in _words(passage, sentence, forms):
        if word.tokens[word.first].start() < covered:
            continue
        form = _form(word, forms)
        if form is not None:
            found.append((word, form))
            covered = word.end
    told = _settled(found, forms)
    return told if forms.final is not None else _without_helpers(passage, told, forms)


def _words(passage: Passage, sentence: Sentence, forms: Forms) -> list[Word]:
    """Every word that may be a predicate: alone, or the phrase of a frame with the light verb behind it."""
    low = passage.low
    tokens = list(WORD.finditer(low, sentence.low, sentence.high))
    hits = {
        hit.start: hit for hit in frame_words(passage.language).hits(low, sentence.low, sentence.high, passage.letters)
    }
    found = []
    for index, token in enumerate(tokens):
        hit = hits.get(token.start())
        last = index
        while hit and last + 1 < len(tokens) and tokens[last + 1].start() < hit.end:
            last += 1
        light = forms.final.light if hit and forms.final is not None else None
        if light is not None and last + 1 < len(tokens) and light.fullmatch(tokens[last + 1][0]):
            last += 1
        found.append(Word(passage, tokens, index, last, frames()[hit.frame] if hit else None))
    return found


def _form(word: Word, forms: Forms) -> str | None:
    before, after = _before(word, forms), _after(word)
    row = next((row for row in forms.rows if row.fits(word.text, before, after)), None)
    if row is None or (word.frame is None and not _verb(word, row, forms)):
        return None
    return _in_clause(word, row.form, forms.final) if forms.final is not None else row.form


def _verb(word: Word, row: Row, forms: Forms) -> bool:
    """Whether a word of no frame is taken for a verb: by the words beside it, or as the last of its clause."""
    token = word.tokens[word.last]
    if forms.final is not None and (len(token[0]) < SHORTEST or _capital(word)):
        return False
    if token[0] in forms.plain:
        return False
    named = row.before is None and nouns(word.passage, token.start(), token.end())
    if named or row.form in ("aim", "noun"):
        return False
    last = forms.final is not None and (row.after is not None or _closes(word, forms.final))
    return row.before is not None or last


def _capital(word: Word) -> bool:
    """Whether it is printed with a capital letter: a name, where verbs end their clauses."""
    return word.passage.printed(word.tokens[word.last].start(), word.end)[:1].isupper()


def _in_clause(word: Word, form: str, final: Final) -> str:
    """The form, where the language says more by the place of the word in its clause, or by its frame."""
    if form == "present":
        return _present(word, final)
    if form == "noun":
        frame = word.frame
        works = frame is not None and frame.event and frame.money != "damage"
        return "toward" if works and word.text.endswith(final.datives) else form
    inside = {"perfect": "attribute", "ahead": "possible"}
    closing = {"perfect": "done", "ahead": "now"}
    return (closing if _closes(word, final) else inside).get(form, form)


def _present(word: Word, final: Final) -> Form:
    first = word.tokens[0].start()
    if final.coming.search(word.passage.low, first, word.end) and not final.being.match(word.text):
        return "future"
    start = max(first, word.tokens[word.last].start() - HABIT)
    habit = final.habitual.search(word.passage.low[start : word.end])
    ahead = word.frame.event if word.frame is not None else word.text.endswith(final.passive)
    return "future" if ahead and not habit else "now"


def _closes(word: Word, final: Final) -> bool:
    """Whether nothing but an auxiliary stands between the word and the end of its clause."""
    if word.last + 1 >= len(word.tokens):
        return True
    following = word.tokens[word.last + 1]
    return STOP.search(word.passage.low[word.end : following.start()]) is not None or following[0] in final.closers


def _settled(found: list[tuple[Word, str]], forms: Forms) -> list[Predicate]:
    """A converb is told as the next predicate that is none ("салынып, пайдалануға берілді"); works that money goes to
    are an aim ("құрылысына бөлінді"), others only named.
    """
    told: list[Predicate] = []
    following, paid = "done", False
    for word, form in reversed(found):
        settled = {"joined": following, "toward": "aim" if paid else "noun"}.get(form, form)
        start = word.tokens[word.first].start()
        one = Predicate(start, word.end, word.frame, settled, _negated(word, forms))  # type: ignore[arg-type]
        told.append(one)
        paid = paid or (one.frame is not None and one.frame.money is not None and not one.frame.works_only)
        if one.finite and form not in OPEN:
            following = settled
    return told[::-1]


def _without_helpers(passage: Passage, found: list[Predicate], forms: Forms) -> list[Predicate]:
    """The predicates but those that only help the next one: the "have" and "been" of "have been built"."""
    kept = []
    for one, following in zip_longest(found, found[1:]):
        helps = passage.low[one.start : one.end] in forms.helpers
        between = passage.low[one.end : following.start] if following else ""
        if helps and (
            (one.frame is None and not one.ahead)
            or (following and len(between.split()) <= 1 and not STOP.search(between))
        ):
            continue
        kept.append(one)
    return kept


def _before(word: Word, forms: Forms) -> str:
    """The words before, adverbs stepped over, up to a mark; one blank between."""
    kept: list[str] = []
    edge = word.tokens[word.first].start()
    for token in reversed(word.tokens[max(0, word.first - BEFORE - 3) : word.first]):
        if STOP.search(word.passage.low, token.end(), edge):
            break
        edge = token.start()
        if token[0] not in forms.skipped and not token[0].endswith("ly"):
            kept.append(token[0])
        if len(kept) == BEFORE:
            break
    return " ".join(reversed(kept))


def _after(word: Word) -> str:
    """The words behind, up to a mark; one blank between. A number is "0"."""
    kept: list[str] = []
    edge, low = word.end, word.passage.low
    for token in TOKEN.finditer(low, word.end, word.tokens[-1].end() + NUMBER):
        if len(kept) == AFTER or STOP.search(low, edge, token.start()):
            break
        edge = token.end()
        kept.append("0" if token[0][0].isdigit() else token[0])
    return " ".join(kept)


def _negated(word: Word, forms: Forms) -> bool:
    first, last = word.first, word.last
    beside = (*word.tokens[max(0, first - 2) : first], *word.tokens[last + 1 : last + 2])
    return any(token[0] in forms.negations for token in beside) or word.text.endswith(forms.denying)
