"""Who may import whom: one way, down. The table below is the floor plan."""

import ast
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
LIBRARY = PROJECT / "dalel"

TEXT = {"characters", "jsontext"}
FILES = {"paths", "homes", "settings", "files", "lines", "logbook", "sources", "proven", "chain"}
LEAVES = {"errors", "clock", "faults", "locks", "records", "marking"} | TEXT | FILES
GROUND = (
    LEAVES | {"languages", "transliteration", "dates", "regions", "topics", "vocabulary"} | {"identity", "declarations"}
)
COMMANDS = {
    "archive_commands", "row_commands", "topic_commands", "review_commands", "seal_commands", "bundle_commands",
    "find_commands",
}  # fmt: skip
STAGES = {"crawler", "archive", "readers", "claims", "checks", "origins", "review", "publishing", "versions", "seal"}

ALLOWED = {
    "errors": set(),
    "clock": set(),
    "records": {"characters"},
    "paths": {"errors"},
    "homes": {"errors", "files", "paths"},
    "settings": {"errors"},
    "files": {"errors"},
    "lines": {"errors", "faults", "files", "records"},
    "arguments": {"errors"},
    "marking": {"records"},
    "chain": {"files", "records"},
    "proven": {"errors", "files"},
    "logbook": {"chain", "paths", "records"},
    "sources": {"errors"},
    "characters": set(),
    "jsontext": set(),
    "faults": {"errors", "records"},
    "locks": {"clock", "errors", "files"},
    "languages": {"errors"},
    "transliteration": {"errors", "languages"},
    "vocabulary": {"errors", "records", "languages"},
    "dates": LEAVES | {"languages", "transliteration"},
    "regions": LEAVES | {"languages", "transliteration"},
    "topics": LEAVES | {"languages", "transliteration"},
    "declarations": LEAVES | {"topics"},
    "identity": LEAVES,
    "search": GROUND,
    "store": LEAVES,
    "quantities": LEAVES | {"languages", "transliteration", "regions", "vocabulary"},
    **{stage: GROUND | {"store"} for stage in STAGES},
    "claims": GROUND | {"quantities"},
    # what the web answers is archived as it arrives, or a crash would lose it; the archive knows nothing of the crawler
    "crawler": GROUND | {"archive"},
    "ledger": LEAVES | {"store"},
    "reach": GROUND,
    "reading": LEAVES | STAGES,
    "pipeline": GROUND | STAGES | {"store", "ledger", "reach", "reading"},
    "rereading": LEAVES | {"declarations", "pipeline", "ledger", "reading"},
    "edition": LEAVES | STAGES | {"declarations", "pipeline", "reading", "ledger", "store", "regions"},
    "proving": LEAVES | STAGES | {"declarations", "pipeline", "edition", "ledger"},
    "sealing": LEAVES | STAGES | {"pipeline", "proving", "ledger"},
    "bundling": LEAVES | STAGES | {"declarations", "pipeline", "desk", "ledger", "identity", "regions", "store"},
    "searching": LEAVES | STAGES | {"search", "declarations", "topics", "pipeline", "ledger", "regions", "vocabulary"},
    "reviewing": LEAVES | STAGES | {"declarations", "pipeline", "desk", "ledger"},
    "desk": LEAVES | STAGES | {"declarations", "pipeline", "ledger", "quantities"},
    "frontdoor": GROUND | {"pipeline", "ledger", "store", "publishing", "reviewing", "review", "searching", "search"},
    "display": LEAVES | {"ledger", "pipeline", "rereading", "crawler", "edition", "review", "sealing"},
    "cli": LEAVES
    | COMMANDS
    | {
        "arguments",
        "declarations",
        "pipeline",
        "rereading",
        "edition",
        "desk",
        "display",
        "crawler",
        "reach",
        "searching",
    },
    "row_commands": LEAVES | {"desk", "display"},
    "archive_commands": LEAVES | {"declarations", "display", "archive", "crawler"},
    "topic_commands": LEAVES | {"declarations", "topics", "claims"},
    "answers": LEAVES | {"search", "display"},
    "find_commands": LEAVES | {"searching", "search", "publishing", "answers", "display"},
    "bundle_commands": LEAVES | {"bundling", "display"},
    "review_commands": LEAVES | {"declarations", "reviewing", "display", "reach"},
    "seal_commands": LEAVES | {"sealing", "proving", "display", "searching"},
    "__init__": {"frontdoor"},
    "__main__": {"cli"},
}


def room(path: Path) -> str:
    return path.relative_to(LIBRARY).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """Rooms of dalel that a module imports, at its top or inside a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level:
            names = ["dalel." + room(path)]
        elif isinstance(node, ast.ImportFrom) and node.module == "dalel":
            names = [f"dalel.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        found |= {name.split(".")[1] for name in names if name.startswith("dalel.")}
    return found


def test_every_room_has_its_place_in_the_floor_plan():
    rooms = {room(path) for path in LIBRARY.rglob("*.py")}
    assert rooms - set(ALLOWED) == set(), "give it a place in ALLOWED and in the README"
    assert set(ALLOWED) - rooms == set(), "no such room is left"


def test_a_module_imports_only_what_lies_below():
    climbing = {
        path.relative_to(LIBRARY).as_posix(): above
        for path in sorted(LIBRARY.rglob("*.py"))
        if (above := imported_rooms(path) - {room(path)} - ALLOWED.get(room(path), set()))
    }
    assert climbing == {}


def test_a_scraper_imports_only_the_vocabulary_of_sources():
    scrapers = sorted((PROJECT / "scrapers").rglob("*.py"))
    assert scrapers
    assert {path.name: found for path in scrapers if (found := imported_rooms(path) - {"sources"})} == {}


def test_only_the_crawler_opens_connections():
    network = {
        "urllib.request",
        "http.client",
        "socket",
        "requests",
        "httpx",
        "aiohttp",
        "scrapy",
        "twisted",
        "urllib3",
    }
    for path in LIBRARY.rglob("*.py"):
        if room(path) != "crawler":
            names = {
                alias.name if isinstance(node, ast.Import) else node.module
                for node in ast.walk(ast.parse(path.read_text("utf-8")))
                if isinstance(node, ast.Import | ast.ImportFrom)
                for alias in node.names
            }
            assert not names & network, f"{path} imports {names & network}"


def test_the_guard_sees_a_planted_violation(tmp_path):
    planted = tmp_path / "planted.py"
    planted.write_text("def f():\n    from dalel.crawler import collect\n    from dalel import archive\n", "utf-8")
    names = {
        name
        for node in ast.walk(ast.parse(planted.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
        for name in ([node.module] if node.module != "dalel" else [f"dalel.{alias.name}" for alias in node.names])
    }
    assert names == {"dalel.crawler", "dalel.archive"}
