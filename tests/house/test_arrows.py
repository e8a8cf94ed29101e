"""Who may import whom: one way, down. The table below is the floor plan."""

import ast
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
LIBRARY = PROJECT / "dalel"

TEXT = {"characters", "jsontext"}
FILES = {"paths", "homes", "settings", "files", "lines", "logbook", "sources", "proven", "chain", "watchlog"}
LEAVES = {"errors", "clock", "faults", "locks", "records", "marking"} | TEXT | FILES
GROUND = (
    LEAVES | {"languages", "transliteration", "dates", "regions", "topics", "vocabulary"} | {"identity", "declarations"}
)
STAGES = {
    "crawler",
    "archive",
    "readers",
    "claims",
    "checks",
    "origins",
    "review",
    "publishing",
    "versions",
    "seal",
    "promises",
}

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
    "watchlog": {"chain", "files", "paths", "records"},
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
    # the rooms of its two stages are asked for by the page; what looks across pages stays in the pipeline
    "stages": GROUND | {"readers", "claims", "archive"},
    "reading": LEAVES | STAGES | {"stages"},
    "pipeline": GROUND | STAGES | {"store", "ledger", "reach", "reading", "stages"},
    "rereading": LEAVES | {"declarations", "pipeline", "ledger", "reading"},
    "promising": LEAVES | STAGES | {"declarations", "ledger", "topics"},
    "edition": LEAVES | STAGES | {"declarations", "pipeline", "reading", "ledger", "store", "regions", "promising"},
    "proving": LEAVES | STAGES | {"declarations", "pipeline", "edition", "ledger"},
    "news": LEAVES | {"identity"},
    "watching": LEAVES | STAGES | {"declarations", "identity", "ledger", "news", "pipeline", "reach", "reading"},
    "sealing": LEAVES | STAGES | {"pipeline", "proving", "ledger"},
    "bundling": LEAVES | STAGES | {"declarations", "pipeline", "desk", "ledger", "identity", "regions", "store"},
    "searching": LEAVES | STAGES | {"search", "topics", "declarations", "pipeline", "ledger", "regions", "vocabulary"},
    # reads texts as pages are read, and judges their numbers as the checks do
    "proofreading": GROUND | STAGES,
    "checked": LEAVES | {"declarations", "pipeline", "ledger", "proofreading", "publishing"},
    "reviewing": LEAVES | STAGES | {"declarations", "pipeline", "desk", "ledger"},
    "citing": LEAVES | STAGES | {"pipeline", "ledger", "regions"},
    "desk": LEAVES | STAGES | {"declarations", "pipeline", "ledger", "quantities"},
    "frontdoor": GROUND
    | {"desk", "pipeline", "ledger", "store", "publishing", "reviewing", "review", "promising", "searching", "search"}
    | {"checked", "proofreading"},
    "display": LEAVES
    | {"ledger", "pipeline", "rereading", "crawler", "edition", "review", "sealing", "publishing", "watching"},
    "cli": LEAVES
    | {"commands"}
    | {
        "arguments",
        "citing",
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
    "starting": LEAVES,
    "commands": LEAVES
    | STAGES
    | {
        "answers",
        "archive",
        "arguments",
        "bundling",
        "checked",
        "citing",
        "claims",
        "crawler",
        "declarations",
        "desk",
        "display",
        "edition",
        "pipeline",
        "promising",
        "proofreading",
        "proving",
        "publishing",
        "reach",
        "reviewing",
        "sealing",
        "search",
        "searching",
        "stages",
        "starting",
        "topics",
        "watching",
    },
    "answers": LEAVES | {"search", "display"},
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
