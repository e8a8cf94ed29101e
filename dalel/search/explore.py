"""The index in Datasette, on this machine only: tables with facets, the same search as `dalel find`, passports linked.

Nothing is written and nothing leaves the machine: the file is served immutable, on loopback.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import Markup

from dalel.errors import MissingExtra
from dalel.paths import SLUG
from dalel.search import schema
from dalel.search.finding import understood
from dalel.search.index import opened

HOST = "127.0.0.1"
REPORT = "report"  # under which the report of the home is served, where there is one
NOTHING = '""'  # the FTS5 expression that no row fits
FOUND = """
SELECT claims.* FROM claims_words JOIN claims ON claims.number = claims_words.rowid
WHERE claims_words MATCH dalel_words(:words) ORDER BY round(bm25(claims_words, {weights}), 4), claims.number
""".strip().format(weights=", ".join(map(str, schema.WEIGHTS)))
COLUMNS = {
    "claim_id": "id of the number; leads to its passport",
    "value": "exact, as text; low and high are the same as numbers to compare with",
    "unit": "ISO 4217 code, percent, unit of measure or counted noun",
    "as_of": "the date the number is about (EDTF); since and until are its first and last day",
    "verdict": "where it stands after all checks: verified never means true",
    "at": "where the quote begins in the sentence",
}


def application(index: Path, report: Path | None) -> Any:
    """A Datasette over the index; the report's folder, where there is one, is served beside it.

    MissingExtra without the extra `explore`.
    """
    try:
        from datasette import hookimpl
        from datasette.app import Datasette
        from datasette.plugins import pm
    except ImportError as error:
        raise MissingExtra("exploring needs the extra: pip install 'dalel[explore]'") from error
    shown = report if report is not None and report.is_dir() else None
    for known in [one for one in pm.get_plugins() if isinstance(one, _Plugin)]:
        pm.unregister(known)
    for hook in (_Plugin.prepare_connection, _Plugin.render_cell):
        hookimpl(hook)
    pm.register(_Plugin(index, shown))
    mounts = [(REPORT, str(shown))] if shown else []
    return Datasette(immutables=[str(index)], metadata=metadata(index), static_mounts=mounts).app()


def serve(index: Path, report: Path | None, port: int) -> None:
    """Serves the index on loopback until it is interrupted; says on standard error where. MissingExtra as above."""
    made = application(index, report)
    import uvicorn

    uvicorn.run(made, host=HOST, port=port, access_log=False)


def metadata(index: Path) -> dict[str, Any]:
    """What Datasette is told of the file: facets, columns in words, the search as a query, tables that serve it."""
    with opened(index) as base:
        sample = base.execute("SELECT value FROM about WHERE name = 'sample'").fetchone()[0] == "1"
    hidden = ("about", "subjects", "forms", "kinds", "facts", "names_words", "claims_words", "sentences_words")
    tables: dict[str, Any] = {name: {"hidden": True} for name in hidden}
    tables["claims"] = {
        "description": "Every number with what it is about, its verdict and its page.",
        "facets": list(schema.FACETS),
        "label_column": "quote",
        "columns": COLUMNS,
    }
    tables["sentences"] = {
        "description": "Every sentence of the pages, with how many of its numbers are claims.",
        "facets": ["source", "language"],
    }
    tables["names"] = {"description": "What the codes are called in kk, ru and en.", "facets": ["kind", "language"]}
    title = "dalel" + (" (SAMPLE: retold pages)" if sample else "")
    query = {
        "sql": FOUND,
        "title": "Find",
        "description": "Words in Kazakh, Russian or English, in any script; “…” a phrase, …* a beginning.",
        "params": ["words"],
    }
    return {"title": title, "databases": {index.stem: {"tables": tables, "queries": {"find": query}}}}


class _Plugin:
    """What Datasette asks of us: the function that understands a question, and cells that lead to passports."""

    def __init__(self, index: Path, report: Path | None) -> None:
        self.index, self.report = index, report
        self.__name__ = "dalel"  # Datasette lists its plugins by their names

    def prepare_connection(self, conn: Any) -> None:
        conn.create_function("dalel_words", 1, self._expression)

    def render_cell(self, value: Any, column: str) -> Any:
        """A claim id as a link to its passport, where the report has one."""
        if column != "claim_id" or not isinstance(value, str) or not SLUG.fullmatch(value) or self.report is None:
            return None
        if not (self.report / "passports" / f"{value}.html").is_file():
            return None
        return Markup('<a href="/{}/passports/{}.html">{}</a>').format(REPORT, value, value)

    def _expression(self, words: object) -> str:
        with opened(self.index) as base:
            return understood(base, str(words or "")) or NOTHING
