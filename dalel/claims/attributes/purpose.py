"""What money is for, in the page's words: "на оснащение школ …", "for the repair of …", «…құрылысына».

In this order: what a preposition (or, in Kazakh, a dative before the verb) of the sum's own clause names; the thing
whose price, budget or arrears the word for the sum names ("стоимость партии", "budget of the road industry"); the words
before the dash of a list; and for "на эти цели", «оған» what the number before counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dalel.claims.attributes.purpose_words import closing, datives, joining, not_for, opening, table
from dalel.claims.clauses.by_dictionary import genitive
from dalel.claims.clauses.reading import predicates
from dalel.claims.drafts import Draft, earlier
from dalel.claims.frames.words import listed, spelling
from dalel.claims.nominative import nominative
from dalel.claims.page import Passage
from dalel.vocabulary import of_kind

WORD = re.compile(r"[^\W\d_][\w’'-]*")
NUMBERED = re.compile(r"\s*[\d][\d\s,.]*\s*")
STOP = re.compile(r"(?<!\d),|,(?!\d)|[;:()«»“”\"\n]|\s[—–-]\s|\.\s|\.$")
ASIDE = re.compile(r"\s*\([^()\n]{0,60}\)")  # the sum in another currency
REACH = 150  # characters before a sum in which the clause that says what it is for begins
MEASURED = of_kind("length", "area", "measure")  # units behind which the thing itself is named
MOST = 8  # words of a purpose
ITEM = re.compile(r"^\s*(?:[-–—•*]\s*|\(?\d{1,2}[).]\s*)?")
SHORTEST = 4
FEW = 3  # words that stand for what a sum is, right behind it
COSTING = ("cost", "need", "spend", "price")
NAMING = (
    "budget",
    "income",
    "expense",
    "cost",
    "price",
    "need",
    "fine",
    "damage",
    "violate",
    "save",
    "pay",
    "plan",
    "allocate",
)


def assign_purpose(drafts: Sequence[Draft]) -> None:
    """Gives every sum of money what it is for, where the page says so; measures and what is counted are known."""
    for draft in drafts:
        if not (draft.is_money or draft.rate):
            continue
        told = (rule(draft) for rule in (_said, _apposed, _named, _item, _subject))
        if not next(filter(None, told), False):
            _meant(draft, drafts)


def _said(draft: Draft) -> bool:
    """What a preposition, or a case, of the clause says the sum is for."""
    passage = draft.passage
    end = _clause_end(draft)
    for start, stop in ((_after(draft), end), (_clause_start(draft), draft.low)):
        span = _phrase(draft, start, stop)
        if span is not None:
            _put(draft, passage, *span, "what it is said to be for")
            return True
    return False


def _put(draft: Draft, passage: Passage, start: int, end: int, rule: str) -> None:
    draft.told("purpose", nominative(passage.printed(start, end), passage.language), start, end, rule)


def _after(draft: Draft) -> int:
    end = max(draft.high, draft.passage.folded.folded(draft.quantity.end - 1) + 1)
    aside = ASIDE.match(draft.passage.low, end, draft.sentence.high)
    return aside.end() if aside else end


def _clause_end(draft: Draft) -> int:
    stop = STOP.search(draft.passage.low, _after(draft), draft.sentence.high)
    return stop.start() if stop else draft.sentence.high


def _clause_start(draft: Draft) -> int:
    begin = max(draft.sentence.low, draft.low - REACH)
    stops = [mark.end() for mark in STOP.finditer(draft.passage.low, begin, draft.low)]
    return stops[-1] if stops else begin


def _phrase(draft: Draft, start: int, stop: int) -> tuple[int, int] | None:
    return (
        _by_case(draft, start, stop)
        if "cases" in table(draft.passage.language)
        else _by_preposition(draft, start, stop)
    )


def _by_preposition(draft: Draft, start: int, stop: int) -> tuple[int, int] | None:
    """The words behind "на", "for" up to the verb, another preposition or the end of the clause."""
    passage = draft.passage
    verbs = {one.start for one in predicates(passage, draft.sentence) if one.finite}
    for before in opening(passage.language).finditer(passage.low, start, stop):
        first = before.end()
        end = first
        for count, word in enumerate(WORD.finditer(passage.low, first, stop)):
            between = passage.low[end : word.start()]
            if (
                (count and word.start() in verbs)
                or count == MOST
                or (between.strip() and not NUMBERED.fullmatch(between))
            ):
                break
            if count == 0 and (between.strip() or not_for(passage.language).match(passage.low, word.start())):
                break
            if count and closing(passage.language).match(passage.low, word.start()):
                break
            end = word.end()
        if end > first:
            return first, end
    return None


def _by_case(draft: Draft, start: int, stop: int) -> tuple[int, int] | None:
    """The last noun or verbal noun in the dative of the clause, with the words before it that belong to it."""
    passage = draft.passage
    words = list(WORD.finditer(passage.low, start, stop))
    ends = datives(passage.language)
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        following = words[index + 1][0] if index + 1 < len(words) else ""
        aimed = following == spelling(passage.language)(table(passage.language)["purpose"]["postposition"])
        if not (aimed or word[0].endswith(ends)) or len(word[0]) < SHORTEST:
            continue
        if not_for(passage.language).match(passage.low, word.start()):
            continue
        first = _begins(passage, words, index)
        return words[first].start(), word.end()
    return None


def _begins(passage: Passage, words: list[re.Match[str]], index: int) -> int:
    """The first word of the phrase: up to three words before its last, as long as no mark, number, case or verb parts
    them.
    """
    first = index
    parting = tuple(map(spelling(passage.language), table(passage.language)["purpose"]["parting"]))
    while first > 0 and index - first < 3:
        between = passage.low[words[first - 1].end() : words[first].start()]
        joined = words[first - 1][0] in joining(passage.language)
        if between.strip() or (words[first - 1][0].endswith(parting) and not joined):
            break
        first -= 1
    return first


def _apposed(draft: Draft) -> bool:
    """The noun right behind the sum: "2 млн теңге өтемақы", "3,5 млн тенге морального вреда"."""
    passage = draft.passage
    verbs = {one.start for one in predicates(passage, draft.sentence) if one.finite}
    end = start = _after(draft)
    for count, word in enumerate(WORD.finditer(passage.low, start, _clause_end(draft))):
        if passage.low[end : word.start()].strip() or word.start() in verbs or count == FEW:
            break
        if closing(passage.language).match(passage.low, word.start()) or not _apposable(passage, word, count):
            break
        end = word.end()
    if end == start:
        return False
    first = WORD.search(passage.low, start, end)
    assert first is not None
    _put(draft, passage, first.start(), end, "the noun right behind the sum")
    return True


def _apposable(passage: Passage, word: re.Match[str], count: int) -> bool:
    """Whether a word behind a sum can name it: in a language of cases, by the dictionary or the table of endings."""
    apposed = table(passage.language)["purpose"].get("apposed")
    if apposed is None:
        return False
    if apposed == ["dictionary"]:
        return genitive(passage.printed(word.start(), word.end()).lower())
    return not word[0].endswith(tuple(map(spelling(passage.language), apposed)))


def _subject(draft: Draft) -> bool:
    """What costs, needs or eats up the sum: the words before the verb that says so."""
    one = draft.predicate
    if one is None or one.frame is None or not one.finite or one.frame.id not in COSTING or one.end > draft.low:
        return False
    passage = draft.passage
    begin = max(draft.sentence.low, one.start - REACH)
    stops = [mark.end() for mark in STOP.finditer(passage.low, begin, one.start)]
    words = list(WORD.finditer(passage.low, stops[-1] if stops else begin, one.start))
    while words and closing(passage.language).match(passage.low, words[-1].start()):
        words.pop()
    if not 0 < len(words) <= MOST or listed(passage.language, "purpose", "meant").match(passage.low, words[0].start()):
        return False
    if len(words) == 1 and len(words[0][0]) <= SHORTEST:
        return False  # "it", "они"
    if any(letter.isdigit() for letter in passage.low[words[0].start() : words[-1].end()]):
        return False
    _put(draft, passage, words[0].start(), words[-1].end(), "what the sum is said to be the cost of")
    return True


def _named(draft: Draft) -> bool:
    """The thing that the word for the sum is of: "стоимость партии", "budget of the road industry"."""
    one = draft.predicate
    if one is None or one.frame is None or one.form != "noun" or one.frame.id not in NAMING or one.end > draft.low:
        return False
    passage = draft.passage
    stop = STOP.search(passage.low, one.end, draft.low)
    span = _noun_run(draft, one.start, one.end, stop.start() if stop else draft.low)
    if span is None:
        return False
    _put(draft, passage, *span, "what the word for the sum is of")
    return True


def _noun_run(draft: Draft, start: int, end: int, stop: int) -> tuple[int, int] | None:
    passage = draft.passage
    verbs = {one.start for one in predicates(passage, draft.sentence) if one.finite}
    last = end
    for count, word in enumerate(WORD.finditer(passage.low, end, stop)):
        if word.start() in verbs or count == MOST or closing(passage.language).match(passage.low, word.start()):
            break
        last = word.end()
    first = start
    before = list(WORD.finditer(passage.low, draft.sentence.low, start))[-2:]
    for word in reversed(before):
        if passage.low[word.end() : first].strip() or word.start() in verbs:
            break
        if closing(passage.language).match(passage.low, word.start()):
            break
        first = word.start()
    return (first, last) if last > end or first < start else (start, end)


def _item(draft: Draft) -> bool:
    """The words of a list's item before its dash: "3) чистое бюджетное кредитование – 65 243 тысяч тенге"."""
    passage, sentence = draft.passage, draft.sentence
    if passage.lead_in(sentence) is None:
        return False
    line = passage.low[sentence.low : draft.low]
    begin = ITEM.match(line)
    words = line[begin.end() if begin else 0 :].rstrip(" —–-:")
    named = WORD.findall(words)
    if not 0 < len(named) <= MOST or any(True for _ in passage.places_in(sentence)):
        return False
    start = sentence.low + (begin.end() if begin else 0)
    _put(draft, passage, start, start + len(words), "the item of the list")
    return True


def _told_of(other: Draft) -> tuple[int, int] | None:
    """The words behind a number up to the predicate of its clause: "365 шақырым жол жөнделеді"."""
    low = other.passage.low
    ends = [one.end for one in predicates(other.passage, other.sentence) if one.start >= other.high]
    stop = STOP.search(low, other.high, other.sentence.high)
    end = min([*ends, stop.start() if stop else other.sentence.high])
    words = list(WORD.finditer(low, other.high, end))
    return (words[0].start(), words[-1].end()) if 0 < len(words) <= MOST else None


def _meant(draft: Draft, drafts: Sequence[Draft]) -> None:
    """What the number before counts, for "на эти цели", «оған», "for this"."""
    passage = draft.passage
    meant = listed(passage.language, "purpose", "meant").search(passage.low, draft.sentence.low, draft.sentence.high)
    if meant is None:
        return
    for other in earlier(drafts, draft):
        if draft.sentence.number - other.sentence.number > 1:
            return
        if not other.is_money and other.measure != "duration" and (other.counted is None or other.unit in MEASURED):
            span = _told_of(other)
            if span is not None:
                _put(draft, passage, *span, "what the number before is told of, meant by a word of this sentence")
                return
        if other.counted and not other.is_money and "counted" in other.grounds:
            draft.purpose = other.counted
            rule = "what the number before counts, meant by a word of this sentence"
            draft.grounds["purpose"] = [
                replace(one, attribute="purpose", rule=rule) for one in other.grounds["counted"]
            ]
            return
