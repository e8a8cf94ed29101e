"""One input -> another like it: bytes changed, cut, doubled, moved, joined with another input's, or words put in."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

LARGEST = 60_000  # bytes: time goes into many small inputs, growth is measured elsewhere
_NUMBERS = ("0", "-1", "2147483648", "9" * 40, "1e999", "00", "4 000", "1,5", "٣", "½", "NaN")
_LETTERS = ("\x00", "\x05", "\x1b[31m", "\u202e", "\u200b", "\ud7ff", "\ufeff", "і", "ё", "ﷲ", "\u0301", "😀", "\u2028")
WORDS = tuple(word.encode("utf-8", "surrogatepass") for word in (*_NUMBERS, *_LETTERS))

Mutation = Callable[[bytes, random.Random, Sequence[bytes], Sequence[bytes]], bytes]


def mutated(data: bytes, chance: random.Random, corpus: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    """`data` changed one to five times; `words` are of the format, `corpus` other inputs to take pieces from."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5))):
        data = chance.choice(MUTATIONS)(data, chance, corpus, words)
    return data[:LARGEST]


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randrange(len(data) + 1)


def _flip(data: bytes, chance: random.Random, corpus: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _overwrite(data: bytes, chance: random.Random, corpus: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    at, piece = _place(data, chance), chance.randbytes(chance.randrange(1, 9))
    return data[:at] + piece + data[at + len(piece) :]


def _cut(data: bytes, chance: random.Random, corpus: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    at = _place(data, chance)
    return data[:at] if chance.random() < 0.3 else data[:at] + data[at + chance.randrange(1, 60) :]


def _repeat(data: bytes, chance: random.Random, corpus: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    at = _place(data, chance)
    return data[:at] + data[at : at + chance.randrange(1, 40)] * chance.choice((2, 3, 40)) + data[at:]


def _move(data: bytes, chance: random.Random, corpus: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    at, length = _place(data, chance), chance.randrange(1, 60)
    rest = data[:at] + data[at + length :]
    to = _place(rest, chance)
    return rest[:to] + data[at : at + length] + rest[to:]


def _word(data: bytes, chance: random.Random, corpus: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    at, word = _place(data, chance), chance.choice((*WORDS, *words))
    return data[:at] + word + data[at + (len(word) if chance.random() < 0.3 else 0) :]


def _splice(data: bytes, chance: random.Random, corpus: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    other = chance.choice(corpus)
    return data[: _place(data, chance)] + other[_place(other, chance) :]


def _number(data: bytes, chance: random.Random, corpus: Sequence[bytes], words: Sequence[bytes]) -> bytes:
    """A digit becomes another number: lengths, offsets and counts lie."""
    places = [at for at, byte in enumerate(data[:LARGEST]) if 48 <= byte <= 57]
    if not places:
        return _word(data, chance, corpus, words)
    at = chance.choice(places)
    return data[:at] + chance.choice(_NUMBERS).encode() + data[at + 1 :]


MUTATIONS: tuple[Mutation, ...] = (_flip, _overwrite, _cut, _repeat, _move, _word, _word, _splice, _number)
