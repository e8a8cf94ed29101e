"""What is killed: a command of every stage, the home it works in, and what must be the same in the end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dalel import archive, paths

PAGES = {
    "kyzylorda.txt": "Камеры в школах\n\nВ Кызылординской области 290 из 304 школ оснащены камерами: 95,4 %.\n",
    "turkistan.html": "<html><meta charset=utf-8><title>Компьютеры</title><h1>Компьютеры для школ</h1><p>Түркістан "
    "облысына 500-ге жуық компьютер алынды, оған 120 млн теңге бөлінді.</p></html>",
}
LATER = ("later.txt", "Школа\n\nВ Актобе построили 3 школы на 900 мест за 2,4 млрд тенге.\n")
REVIEW = """
import sys
from datetime import date
from pathlib import Path
from dalel import paths, pipeline, review
space = paths.workspace(Path(sys.argv[1]))
run = pipeline.refresh(space)
documents = {document.document_id: document for document in run.documents}
decided = review.Decided(decision="accepted", reviewer="A. Editor", decided=date(2026, 11, 20), reason="asked them")
known = {line.claim_id for line in review.read(space.reviews)[0]}
claim = min(run.claims, key=lambda claim: claim.claim_id)
if claim.claim_id not in known:
    review.decide(space.reviews, claim, documents[claim.document_id], decided)
pipeline.refresh(space)
"""


Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True, slots=True)
class Stage:
    """One command: its words after the home, what is asked of the finished home, and whether its archive is new."""

    words: Callable[[Path], list[str]]
    archives: bool = False  # it adds to the archive: times and ids differ, so pages are compared and not bytes
    script: str = ""  # a program in place of `dalel`


STAGES: dict[str, Stage] = {
    "add": Stage(
        lambda home: ["add", str(home.parent / LATER[0]), "--url", "https://news.example/later"], archives=True
    ),
    "read": Stage(lambda home: ["read"]),
    "extract": Stage(lambda home: ["extract"]),
    "verify": Stage(lambda home: ["verify"]),
    "run": Stage(lambda home: ["run", "region"]),
    "publish": Stage(lambda home: ["publish"]),
    "import": Stage(lambda home: ["archive", "import", str(home.parent / "theirs.wacz")], archives=True),
    "export": Stage(lambda home: ["archive", "export", str(home / "handed-on.wacz")]),
    "review": Stage(lambda home: [str(home)], script=REVIEW),
    "collect": Stage(
        lambda home: ["collect", "--source", "sample-portal", "--through", os.environ["NEWSROOM"]], archives=True
    ),
}


def prepare(folder: Path) -> Path:
    """A home with two pages and nothing made of them, and beside it the files that commands are given."""
    home = folder / "home"
    home.mkdir(parents=True)
    (home / paths.SETTINGS).write_text("delay_seconds = 0.01\n", "utf-8")
    for name, text in PAGES.items():
        (folder / name).write_text(text, "utf-8")
        added = ["add", str(folder / name), "--url", f"https://news.example/{name}", "--published", "2022-05-04"]
        run(home, added).check_returncode()
    (folder / LATER[0]).write_text(LATER[1], "utf-8")
    other = folder / "other"
    run(other, ["add", str(folder / LATER[0]), "--url", "https://other.example/1"]).check_returncode()
    run(other, ["archive", "export", str(folder / "theirs.wacz")]).check_returncode()
    return home


def run(home: Path, words: list[str], script: str = "", watched: Mapping[str, str] | None = None) -> Done:
    """The command in a process group of its own; `watched` are the variables of the hook."""
    hook = str(Path(__file__).parent / "hook")
    program = ["-c", script] if script else ["-m", "dalel", "--home", str(home)]
    command = [sys.executable, *program, *words]
    environment = os.environ | {"NO_COLOR": "1", **(watched or {})}
    if watched:
        environment["PYTHONPATH"] = os.pathsep.join([hook, environment.get("PYTHONPATH", "")])
    return subprocess.run(command, capture_output=True, text=True, env=environment, start_new_session=True, check=False)


def pages(home: Path) -> list[tuple[str, str]]:
    """What the archive holds, whenever it was captured: addresses and digests of their bytes."""
    return sorted((capture.url, capture.sha256) for capture in archive.load_captures(paths.workspace(home).raw)[0])


def tree(home: Path) -> dict[str, bytes]:
    """Every file of a home by its name."""
    found = {path.relative_to(home).as_posix(): path for path in sorted(home.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items()}
