"""Every regular expression of the library against strings made for its repeats: prints those that grow with the cube.

    python tests/house/expressions.py            [{"where": file, "pattern": …, "pump": …}, …] as JSON

Run in a process of its own: it notes what is compiled while all modules are imported and some pages are read. With
SIZE characters a square takes about a hundredth of a second, a cube some four, and what grows by doubling never ends:
LIMIT lies far from all of them.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import re._parser as parser
import signal
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
SIZE = 600
LIMIT = 0.5  # seconds of processor time for one expression and one string
PUMPS = [
    " ", "\n", "a", "а", "А", "1", "0", "1 ", " 1", "a ", "а ", "-", "—", ".", ",", "1,", "1.", "<", "<a ", "<!---->",
    "&", '"', "'", "/", ":", "\\", "]", "(", "\t ", "и ", "a.", "а, ",
]  # fmt: skip
PAGES = (
    "В Жамбылской области на ремонт 12 школ направят 2,4 млрд тенге. Об этом 5 мая 2021 г. сообщил аким.",
    "Биыл облыста 12 мектеп салынды, оған 2,4 млрд теңге бөлінді. Бұл туралы 2021 жылғы 5 мамырда айтылды.",
    "The region will spend 2.4 billion tenge on 12 schools, the minister said on May 5, 2021.",
)


class Slow(Exception):
    """The processor time is up."""


def found() -> dict[tuple[str, int], str]:
    """Pattern and flags of every expression that the library compiles -> the file that does."""
    sys.path.insert(0, str(PROJECT))
    noted: dict[tuple[str, int], str] = {}
    original = re._compile

    def noting(pattern, flags):
        if isinstance(pattern, str | bytes):
            caller = Path(sys._getframe(2).f_code.co_filename)
            if caller.is_relative_to(PROJECT / "dalel"):
                noted[pattern, int(flags)] = str(caller.relative_to(PROJECT))
        return original(pattern, flags)

    re._compile = noting
    import dalel

    for module in pkgutil.walk_packages(dalel.__path__, "dalel."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    read_pages()
    re._compile = original
    return noted


def read_pages() -> None:
    """Meets the expressions that are made of word files."""
    from dalel.claims.finding import find_claims
    from dalel.readers.rows import read_file
    from dalel.topics import load_topics

    with tempfile.TemporaryDirectory() as folder:
        pages = []
        for number, text in enumerate(PAGES):
            page = Path(folder) / f"{number}.html"
            page.write_text(f"<html><body><h1>Школы и 12 садов</h1><p>{text}</p><p>{text}</p></body></html>", "utf-8")
            pages.append(read_file(page))
    topics = load_topics()
    assert all(list(find_claims(page, topics)) for page in pages)


def repeats(tree) -> list:
    """Bodies of all repeats without a bound in a parsed pattern."""
    bodies = []
    for operation, given in tree:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _, most, body = given
            if most == parser.MAXREPEAT or most > 50:
                bodies.append(body)
            bodies += repeats(body)
        elif name == "SUBPATTERN":
            bodies += repeats(given[3])
        elif name == "BRANCH":
            bodies += [body for branch in given[1] for body in repeats(branch)]
        elif name in ("ASSERT", "ASSERT_NOT"):
            bodies += repeats(given[1])
        elif name == "ATOMIC_GROUP":
            bodies += repeats(given)
    return bodies


def sample(tree, depth: int = 0) -> str:
    """A short string that a parsed pattern is likely to take."""
    text = ""
    for operation, given in tree:
        name = str(operation)
        if name == "LITERAL":
            text += chr(given)
        elif name == "NOT_LITERAL":
            text += "a" if given != ord("a") else "b"
        elif name == "ANY":
            text += "a"
        elif name == "IN":
            text += member(given)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            text += sample(given[2], depth + 1) * max(given[0], 1)
        elif name == "SUBPATTERN":
            text += sample(given[3], depth + 1)
        elif name == "BRANCH":
            text += sample(given[1][0], depth + 1)
        elif name == "ATOMIC_GROUP":
            text += sample(given, depth + 1)
    return text


def member(kinds) -> str:
    if str(kinds[0][0]) == "NEGATE":
        refused = re.compile("[^a]") if kinds[1:] == [] else None
        barred = {chr(given) for kind, given in kinds[1:] if str(kind) == "LITERAL"}
        return next((c for c in "aа1 -\n" if c not in barred), "a") if refused is None else "a"
    kind, given = kinds[0]
    if str(kind) == "LITERAL":
        return chr(given)
    if str(kind) == "RANGE":
        return chr(given[0])
    return {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}.get(str(given), "a")


def slow(pattern: str | bytes, flags: int) -> str | None:
    """The pump on which the expression takes too long; None where there is none."""
    tree = parser.parse(pattern, flags)
    bodies = repeats(tree)
    if not bodies:
        return None
    own = list(dict.fromkeys(filter(None, (sample(body) for body in bodies))))
    begin = sample(tree)[:60]
    compiled = re.compile(pattern, flags)
    for pump in dict.fromkeys([*own[:12], *PUMPS]):
        long = pump * (SIZE // len(pump) + 1)
        for text in (long + "\x00", begin + long + "\x00", begin[:3] + long + "\x00"):
            given = text.encode("latin-1", "ignore") if isinstance(pattern, bytes) else text
            signal.setitimer(signal.ITIMER_PROF, LIMIT)
            try:
                for _ in compiled.finditer(given):
                    pass
            except Slow:
                return pump
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
    return None


def stop(*_: object) -> None:
    raise Slow


if __name__ == "__main__":
    signal.signal(signal.SIGPROF, stop)
    noted = found()
    wrong = [
        {"where": where, "pattern": str(pattern)[:200], "pump": pump}
        for (pattern, flags), where in sorted(noted.items(), key=lambda one: (one[1], str(one[0])))
        if (pump := slow(pattern, flags)) is not None
    ]
    print(json.dumps({"expressions": len(noted), "slow": wrong}, ensure_ascii=False))
