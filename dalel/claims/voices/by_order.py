"""Mentions in a language without cases: a row of words around a head, what follows it with "of", a name at its end.

"construction department head Kuanysh Mukanov", "the Minister of Healthcare of the Republic, Akmaral Alnazarova",
"Serik Aubakirov, head of the Roads Committee", "Rustem Zhakupov of the city water utility".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dalel.claims.page import Passage, Sentence
from dalel.claims.voices import names
from dalel.claims.voices.mentions import Mention, Said, Word, places_of, words_of
from dalel.claims.voices.tables import Tables, tables

HEADS = frozenset({"roles", "organisations"})
LONGEST = 16  # words behind a head
BEFORE = 5  # words before it
SMALL = 4  # letters up to which a word is told by no ending
POSTS = 3  # words of a post that has no head we know: "watchdog activist Dinara Salykova"


def mentions(passage: Passage, sentence: Sentence) -> Iterator[Mention]:
    """The mentions of a sentence, in order, none within another."""
    words, told = words_of(passage, sentence), tables(passage.language)
    row = _Row(passage, words, places_of(passage, sentence), told)
    at = 0
    while at < len(words):
        stop = row.end(at)
        if stop == at:
            yield from row.single(at)
            at += 1
            continue
        mention, after = row.read(at, stop)
        if mention is None:
            for index in range(at, after):
                yield from row.single(index)
        else:
            yield mention
        at = after


class _Row:
    """The words of one sentence and what is known of them."""

    def __init__(self, passage: Passage, words: Sequence[Word], places: frozenset[int], told: Tables) -> None:
        self.passage, self.words, self.places, self.told = passage, words, places, told

    def end(self, at: int) -> int:
        """The index behind the row of words that begins here: none of them a verb of saying or a word of structure."""
        end = at
        while end < len(self.words) and (end == at or self.words[end].follows) and self._inner(self.words[end]):
            end += 1
        return end

    def _inner(self, word: Word) -> bool:
        return not (
            word.labels & {"verbs", "according", "itself"}
            or ("anaphora" in word.labels and not word.labels & HEADS)
            or word.low in self.told.stops
            or word.low in self.told.joins
            or word.low in self.told.determiners
            or word.low in self.told.prepositions
            or (
                not word.capital and not word.labels and len(word.low) > SMALL and word.low.endswith(self.told.not_ends)
            )
        )

    def single(self, at: int) -> Iterator[Mention]:
        """A pronoun, an outlet, or a word with a capital that may be a surname."""
        word = self.words[at]
        for label, kind in (("anaphora", "pronoun"), ("itself", "pronoun"), ("outlets", "outlet")):
            if label in word.labels:
                yield Mention(word.start, word.end, kind, {"": Said("", word.printed)})  # type: ignore[arg-type]
                return
        if word.capital and self._may(word):
            shown = self.told.plain(word.printed)
            yield Mention(word.start, word.end, "surname", {"": Said(shown, "")}, names.stem(word))

    def read(self, at: int, stop: int) -> tuple[Mention | None, int]:
        """The mention in the row of words[at:stop], and the index from which to read on."""
        words = self.words
        if any("outlets" in word.labels for word in words[at:stop]):
            return Mention(words[at].start, words[stop - 1].end, "outlet", {"": Said("", "")}), stop
        heads = [index for index in range(at, stop) if words[index].labels & HEADS]
        first = next((i for i in range(at, stop) if self._name(i) > i), stop)
        heads = [index for index in heads if index < first] if first < stop and heads and heads[0] < first else heads
        if not heads or heads[0] > first:
            return self._nameless(at, first, stop)
        head = heads[0]
        while head + 1 in heads or (head + 2 in heads and not self._name(head + 1) > head + 1):
            head = head + 1 if head + 1 in heads else head + 2
        begin = max(at, head - BEFORE)
        post = "roles" in words[head].labels and "organisations" not in words[head].labels
        tail, end = self._behind(head, stop, post)
        start = words[begin].start
        if post:
            named = self._inside(head, tail)
            if named is not None:
                text = self._printed(begin, named)
                end = self._name(named)
                return self._person(named, end, text, start), end
            comma = self._comma_name(tail)
            if comma > tail:
                return self._person(tail, comma, self._printed(begin, tail), start, comma=True), comma
            if (both := self._both(begin, tail)) is not None:
                return both
        bare = begin == head and tail == head + 1
        return Mention(
            start,
            words[tail - 1].end,
            "post" if post else "office",
            {"": Said("", self._printed(begin, tail))},
            bare=bare,
        ), tail

    def _both(self, begin: int, tail: int) -> tuple[Mention, int] | None:
        """A person of two posts: "Deputy Prime Minister and Minister of National Economy Serik Zhumangarin"."""
        words = self.words
        if tail + 1 >= len(words) or words[tail].low not in self.told.ands or not words[tail].follows:
            return None
        second = self.words[tail + 1]
        if "roles" not in second.labels or not (second.follows and second.capital):
            return None
        mention, end = self.read(tail + 1, self.end(tail + 1))
        if mention is None or mention.kind != "person":
            return None
        name, post = mention.forms[""]
        said = Said(name, f"{self._printed(begin, tail)} and {post}")
        return Mention(words[begin].start, mention.end, "person", {"": said}, mention.stem, comma=mention.comma), end

    def _nameless(self, at: int, first: int, stop: int) -> tuple[Mention | None, int]:
        """A person whose post has no head we know, stands behind a comma, or is told with "of"."""
        words = self.words
        if first >= stop:
            return self._letters(at, stop)
        end = self._name(first)
        while end < stop and self._may(words[end]) and words[end].capital:
            first, end = first + 1, end + 1
        start = words[at].start
        post = self._printed(at, first) if 0 < first - at <= POSTS and self._plain(at, first) else ""
        if not post:
            start = words[first].start
            apposed = self._apposed(end)
            if apposed > end:
                begin = end
                while words[begin].low in self.told.determiners or words[begin].low in self.told.joins:
                    begin += 1
                text = self._printed(begin, apposed)
                mention = self._person(first, end, text, start, comma=True, until=apposed)
                return mention, apposed
        return self._person(first, end, post, start), end

    def _letters(self, at: int, stop: int) -> tuple[Mention | None, int]:
        """An office in letters, alone at the beginning of a row: "MES RK"."""
        words, end = self.words, at
        while end < stop and words[end].acronym and words[end].low not in self.told.not_names:
            end += 1
        if end == at:
            return None, stop
        said = Said("", self._printed(at, end))
        return Mention(words[at].start, words[end - 1].end, "office", {"": said}), end

    def _apposed(self, end: int) -> int:
        """The index behind the post that follows a name with a comma, or with "of the"."""
        words = self.words
        if end >= len(words):
            return end
        if words[end].gap.strip() == ",":
            begin = end + (words[end].low in self.told.determiners)
            stop = self.end(begin) if begin < len(words) else begin
            heads = [index for index in range(begin, stop) if words[index].labels & HEADS]
            if not heads or any(self._name(index) > index for index in range(begin, heads[0])):
                return end
            return self._behind(heads[-1] if heads[-1] - heads[0] < BEFORE else heads[0], stop, False)[0]
        if words[end].low in self.told.joins - self.told.ands and words[end].follows and end + 1 < len(words):
            begin = end + 1 + (words[end + 1].low in self.told.determiners)
            stop = self.end(begin) if begin < len(words) else begin
            return stop if stop > begin and words[end + 1].low in self.told.determiners else end
        return end

    def _plain(self, at: int, first: int) -> bool:
        return all(
            word.low not in self.told.not_names and word.start not in self.places for word in self.words[at:first]
        ) and all(not word.capital for word in self.words[at + 1 : first])

    def _name(self, at: int) -> int:
        if at >= len(self.words):
            return at
        return names.name_end(self.words, at, self._may, self.told)

    def _may(self, word: Word) -> bool:
        return not (
            word.start in self.places
            or word.labels & (HEADS | {"outlets", "verbs", "anaphora"})
            or not self._inner(word)
            or self.told.plain(word.low) in self.told.not_names
        )

    def _comma_name(self, tail: int) -> int:
        words = self.words
        return self._name(tail) if tail < len(words) and words[tail].gap.strip() == "," else tail

    def _inside(self, head: int, tail: int) -> int | None:
        """Where the person's name begins among the words behind a post: at their end."""
        words = self.words
        for first in range(head + 1, tail):
            at, end = first, self._name(first)
            if end <= at:
                continue
            while end < tail and words[end].capital and self._may(words[end]):
                at, end = at + 1, end + 1
            before = words[at - 1].low
            linked = before in self.told.joins or before in self.told.determiners
            if end == tail and not (linked and at - 1 != head):
                return at
        return None

    def _behind(self, head: int, stop: int, post: bool) -> tuple[int, int]:
        """The index behind what belongs to a head: a name, and what is joined with "of", "for", "and"."""
        words, told = self.words, self.told
        at = head + 1
        if post:
            while at < stop and words[at].capital and words[at].follows:
                at += 1
        while at < min(len(words), head + 1 + LONGEST):
            word = words[at]
            if not word.follows:
                break
            if word.low in told.joins and not (word.low in told.ands and at == head + 1):
                following = at + 1
                if following < len(words) and words[following].low in told.determiners and words[following].follows:
                    following += 1
                end = self.end(following) if following < len(words) and words[following].follows else following
                if end <= following:
                    break
                at = self._cut(following, end)
                continue
            break
        return at, at

    def _cut(self, begin: int, end: int) -> int:
        """The index up to which a row belongs to what is before it: behind words with capitals no small ones follow but
        a head or a kind of place ("Almaty city").
        """
        capital = False
        for at in range(begin, end):
            word = self.words[at]
            if capital and not word.capital and not word.labels & HEADS and word.low not in self.told.own:
                return at
            capital = capital or word.capital
        return end

    def _printed(self, begin: int, end: int) -> str:
        text = self.passage.printed(self.words[begin].start, self.words[end - 1].end)
        return self.told.plain(text.rstrip(" ,"))

    def _person(
        self, first: int, end: int, post: str, start: int, comma: bool = False, until: int | None = None
    ) -> Mention:
        words = self.words
        name = self.told.plain(names.printed(words[first:end]))
        last = words[(until or end) - 1].end
        surname = words[end - 1]
        low = self.told.plain(surname.low)
        return Mention(start, last, "person", {"": Said(name, post)}, low[: max(names.STEM, len(low) - 2)], comma=comma)
