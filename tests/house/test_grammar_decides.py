"""How far the rules of the number grammar decide and leave a draft alone: counts that may only fall.

`python -m tests.house.test_grammar_decides` prints them by room.
"""

from __future__ import annotations

import ast
import sys
from collections import Counter
from pathlib import Path

import pytest

from dalel.quantities.finding import find_quantities
from dalel.quantities.words.draft import Draft

ROOM = Path(__file__).resolve().parents[2] / "dalel" / "quantities"
SETTLES = "draft.py"  # the one module that may write to a draft
OTHERS = {"self", "reading", "record"}  # have fields of the same names
BOOLEANS, WRITES = 62, 228
ENTERED = {"1,2 млрд теңге": ("kk", 25), "5 т. тенге": ("ru", 24)}


def booleans(tree: ast.AST) -> list[str]:
    """Functions that take a draft and return `bool`: a caller cannot tell whether they look or write."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return [
        node.name
        for node in found
        if node.returns is not None and ast.unparse(node.returns) == "bool"
        if any("Draft" in ast.unparse(arg.annotation) for arg in node.args.args if arg.annotation)
    ]


def writes(tree: ast.AST) -> list[str]:
    """Fields of a draft that are set, one for each field and place."""
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)]
    return [node.attr for node in found if node.attr in Draft.__slots__ and ast.unparse(node.value) not in OTHERS]


def by_room() -> dict[str, tuple[int, int]]:
    """Both counts by sub-room, or module of the room itself."""
    told: Counter[str] = Counter()
    written: Counter[str] = Counter()
    for path in sorted(ROOM.rglob("*.py")):
        tree, room = ast.parse(path.read_text("utf-8")), path.relative_to(ROOM).parts[0]
        told[room] += len(booleans(tree))
        written[room] += 0 if path.name == SETTLES else len(writes(tree))
    return {room: (told[room], written[room]) for room in told}


def entered(text: str, language: str) -> set[str]:
    """The modules of the grammar that run from a text to its quantities, the words being known already."""
    seen: set[str] = set()

    def note(frame: object, event: str, _: object) -> None:
        name = frame.f_globals.get("__name__", "")  # type: ignore[attr-defined]
        if event == "call" and name.startswith("dalel.quantities"):
            seen.add(name)

    find_quantities(text, language)
    sys.setprofile(note)
    try:
        find_quantities(text, language)
    finally:
        sys.setprofile(None)
    return seen


def test_fewer_functions_answer_yes_or_no_about_a_draft():
    assert sum(told for told, _ in by_room().values()) <= BOOLEANS


def test_fewer_places_write_to_a_draft():
    assert sum(written for _, written in by_room().values()) <= WRITES


def test_the_rules_that_exclude_a_number_only_look():
    assert by_room()["excluded"] == (0, 0)


def test_the_rules_that_lend_a_unit_write_nothing():
    assert by_room()["lent"][1] == 0


@pytest.mark.parametrize("text", ENTERED)
def test_a_plain_amount_enters_few_modules(text):
    language, most = ENTERED[text]
    assert len(entered(text, language)) <= most


if __name__ == "__main__":
    for room, (told, written) in by_room().items():
        print(f"{room:16} {told:4} {written:4}")
    print("entered", {text: len(entered(text, language)) for text, (language, _) in ENTERED.items()})
