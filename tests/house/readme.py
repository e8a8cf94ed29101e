"""The parts of README.md that are generated: tables from the code, outputs from real runs on the sample.

`python tests/house/readme.py` writes them; tests/house/test_readme.py fails where they have gone stale.
"""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import typer

from dalel import cli, declarations, languages, paths, pipeline, topics
from dalel.publishing import parameters, runs

PROJECT = Path(__file__).resolve().parents[2]
README = PROJECT / "README.md"
BLOCK = re.compile(r"<!-- (table|output):(\w+) -->\n(.*?)<!-- /\1 -->\n", re.DOTALL)


def table(header, rows):
    lines = [f"| {' | '.join(header)} |", "|" + "---|" * len(header)]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"


def commands():
    listed = typer.main.get_command(cli.app).commands
    return table(["command", "what it does"], [[f"`dalel {name}`", item.help] for name, item in listed.items()])


def notebooks():
    rows = []
    for name in runs.notebooks(paths.workspace(paths.PROJECT)):
        path = paths.notebooks() / f"{name}.ipynb"
        first = next(cell for cell in json.loads(path.read_text("utf-8"))["cells"] if cell["cell_type"] == "markdown")
        title, summary = [line for line in "".join(first["source"]).split("\n") if line][:2]
        given = ", ".join(f"`{parameter}`" for parameter in parameters.declared(path))
        rows.append([f"[{name}](notebooks/{name}.ipynb)", f"{title.lstrip('# ')}: {summary}", given])
    return table(["notebook", "what it answers", "parameters"], rows)


def sources():
    declared = [source for source in declarations.sources(paths.workspace(paths.PROJECT)).values() if not source.sample]
    rows = [
        [f"`{item.id}`", item.names["en"], item.kind, " ".join(item.languages), " ".join(item.hosts)]
        for item in declared
    ]
    return table(["source", "name", "kind", "languages", "hosts"], rows)


def accuracy():
    floors = json.loads((PROJECT / "tests/floors/quantities.json").read_text("utf-8"))
    peers = tomllib.loads((PROJECT / "benchmarks/peers.toml").read_text("utf-8"))
    rows = [
        [name, f"{floors[name]:.3f}", f"{entry['value']:.3f} ({entry['peer']})" if "value" in entry else "none"]
        for name, entry in peers.items()
        if name in floors
    ]
    return table(["set and measure", "dalel, at least", "best other library tried"], rows)


LABELS = {
    "MONEY": "an amount with a currency word, sign or code",
    "PERCENT": "a share or change in percent, or in percentage points",
    "QUANTITY": "a unit of measure, МРП/АЕК among them",
    "CARDINAL": "counted things, or a bare number; a fraction in words is a CARDINAL in percent",
    "MULTIPLE": "so many times as much",
    "DURATION": "a length of time",
}


def labels():
    """Each label with the first example of each language file: text, and what it is read as."""
    rows = []
    for label, meaning in LABELS.items():
        shown = []
        for language in ("kk", "ru", "en"):
            examples = languages.load(language, "numbers")["EXAMPLES"]
            text, value, unit, *_ = next(row for row in examples if row[3] == label and row[4] != "range")
            shown.append(f"{text} → {f'{value} {unit}'.strip()}")
        rows.append([f"`{label}`", meaning, *shown])
    return table(["label", "what it is", "kk", "ru", "en"], rows)


def topic_fields():
    """What a topic file may write, one field a row."""
    fields = [(name, *told) for name, told in topics.TOPIC_FIELDS.items()]
    fields += [(f"indicators.{name}", *told) for name, told in topics.INDICATOR_FIELDS.items()]
    rows = [
        [f"`{name}`", what, "<br>".join(f"`{line}`" for line in example.split("\n"))] for name, what, example in fields
    ]
    return table(["field", "what it says", "example"], rows)


TABLES = {
    "commands": commands, "notebooks": notebooks, "sources": sources, "labels": labels, "accuracy": accuracy,
    "topic-fields": topic_fields,
}  # fmt: skip


def example_claim(run):
    """The share of the sample that a check has found truncated: the README's example."""
    told = [
        finding for finding in run.findings if finding.check == "share_matches_ratio" and finding.severity == "note"
    ]
    shares = {claim.claim_id: claim for claim in run.claims if claim.measure == "share"}
    known = [shares[claim_id] for finding in told for claim_id in finding.claim_ids if claim_id in shares]
    return min(known, key=lambda claim: (claim.region, claim.claim_id)).claim_id


def outputs(home):
    """Command lines as a reader would type them, by the name of their block; `home` is an empty workspace."""
    claim = example_claim(pipeline.refresh(paths.workspace()))
    page = home / "page.txt"
    page.write_text("Техника для школ\n\nОбласть получила 1 200 ноутбуков на 240 млн тенге.\n", "utf-8")
    later = home / "later.txt"
    later.write_text("Техника для школ\n\nОбласть получила 1 200 ноутбуков на 260 млн тенге.\n", "utf-8")
    told = {"promise": "В Кызылординской области до 1 октября закупят 22 870 компьютеров.",
            "result": "As of October 1, 2020, Kyzylorda Region bought 9,478 computers."}  # fmt: skip
    for name, text in told.items():
        (home / f"{name}.txt").write_text(text + "\n", "utf-8")
    rows = home / "rows.jsonl"
    rows.write_text(
        json.dumps({"id": "1", "text": "жабдықталған 373 мектептің 91-і"}, ensure_ascii=False) + "\n", "utf-8"
    )
    return {
        "report": ["make report"],
        "verify": ["dalel verify | grep -E '^conflict|share_matches_ratio|claims:'"],
        "show": [f"dalel show {claim}"],
        "find": ["dalel find бейнебақылау --verdict adds-up --region Жамбыл --limit 3"],
        "cite": [f"dalel cite {claim}"],
        "add": [
            f"dalel --home {home.name} add {home.name}/page.txt --url https://news.example/1 --published 2020-10-08",
            f"dalel --home {home.name} extract",
        ],
        "watch": [
            f"dalel --home {home.name} watch --offline | head -1",
            f"dalel --home {home.name} add {home.name}/later.txt --url https://news.example/1 --published 2020-10-08",
            f"dalel --home {home.name} watch --offline | head -3",
        ],
        "promises": [
            f"dalel --home {home.name} add {home.name}/promise.txt --url https://news.example/2 --published 2020-08-10",
            f"dalel --home {home.name} add {home.name}/result.txt --url https://news.example/3 --published 2020-10-19",
            f"dalel --home {home.name} promises",
        ],
        "quantities": [f"dalel quantities --in {home.name}/rows.jsonl --out -"],
    }


COMMAND = f"""#!{sys.executable}
from datetime import UTC, datetime
from dalel import cli, clock

clock.now = lambda: datetime(2026, 11, 28, 9, tzinfo=UTC)
if __name__ == "__main__":  # kernels are started by processes that import this file
    cli.main()
"""


def command(folder):
    """A folder with the real command, for which the clock stands still: what it prints is printed on any day."""
    (place := folder / "bin").mkdir()
    (place / "dalel").write_text(COMMAND, "utf-8")
    (place / "dalel").chmod(0o755)
    return place


def run_block(lines, folder, place):
    shown = []
    given = {name: value for name, value in os.environ.items() if "MAKE" not in name and name != "MFLAGS"}
    settings = {**given, "COLUMNS": "118", "NO_COLOR": "1", "PATH": f"{place}:{os.environ['PATH']}"}
    for line in lines:
        if line.startswith("make "):  # once unseen, so that it has nothing left to do but to say where all is
            subprocess.run(["bash", "-c", line], capture_output=True, cwd=folder, env=settings, check=False)
        done = subprocess.run(
            ["bash", "-c", line], capture_output=True, text=True, cwd=folder, env=settings, check=False
        )
        shown.append(f"$ {line}\n{(done.stdout + done.stderr).strip()}\n")
    return "```console\n" + "\n".join(shown) + "```\n"


def rendered(text, made):
    """The README with every block for which `made` has content replaced."""
    return BLOCK.sub(
        lambda found: f"<!-- {found[1]}:{found[2]} -->\n{made.get(found[2], found[3])}<!-- /{found[1]} -->\n", text
    )


def block(name):
    return next(found[3] for found in BLOCK.finditer(README.read_text("utf-8")) if found[2] == name)


def main():
    import tempfile

    made = {name: make() for name, make in TABLES.items()}
    with tempfile.TemporaryDirectory(prefix="dalel-readme-") as folder:
        home = Path(folder) / "mine"
        home.mkdir()
        (Path(folder) / "data").symlink_to(PROJECT / "data")
        place = command(Path(folder))
        for name, lines in outputs(home).items():
            where = Path(folder) if home.name in " ".join(lines) else PROJECT
            made[name] = run_block(lines, where, place)
    README.write_text(rendered(README.read_text("utf-8"), made), "utf-8")


if __name__ == "__main__":
    main()
