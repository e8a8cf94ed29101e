"""Words of a language are data: none stands in the rules of the grammar, and no rule asks which language it reads."""

import ast
import re
from pathlib import Path

ROOM = Path(__file__).resolve().parents[2] / "dalel" / "quantities"
CYRILLIC = re.compile("[\u0400-\u04ff]")
GUESSING = {"prepared.py"}  # asks the text for its language, where none is given
HOMES = (ast.Module, ast.FunctionDef, ast.ClassDef)


def nodes() -> list[tuple[Path, ast.AST]]:
    """Every node of every module of the room."""
    return [
        (path, node) for path in sorted(ROOM.rglob("*.py")) for node in ast.walk(ast.parse(path.read_text("utf-8")))
    ]


def test_no_letter_of_kazakh_or_russian_stands_in_a_rule():
    found = nodes()
    docs = {
        id(node.body[0].value) for _, node in found if isinstance(node, HOMES) and isinstance(node.body[0], ast.Expr)
    }
    told = [
        f"{path.name}:{node.lineno}"
        for path, node in found
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
        if CYRILLIC.search(node.value)
    ]
    assert told == [] and len(docs) > 300


def test_no_rule_compares_the_name_of_a_language():
    told = [
        f"{path.name}:{node.lineno}"
        for path, node in nodes()
        if isinstance(node, ast.Compare) and path.name not in GUESSING
        if {"kk", "ru", "en"} & {side.value for side in node.comparators if isinstance(side, ast.Constant)}
    ]
    assert told == []
