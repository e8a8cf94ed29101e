"""An executed notebook (nbformat 4) -> what its reader reads: prose, and the printed results of its cells."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from dalel.errors import UnreadableDocument
from dalel.proofreading import written
from dalel.proofreading.manuscripts import Paragraph

PRINTED = ("text/markdown", "text/plain")  # of a result's forms the first that it has


def paragraphs(source: str) -> tuple[str, bool, list[Paragraph]]:
    """The words of a notebook as one text, whether it begins with a heading, and its paragraphs.

    UnreadableDocument where it is no notebook, or a cell of it was never executed: its numbers are not there yet.
    """
    try:
        notebook = json.loads(source)
        cells = list(notebook["cells"])
        texts = [text for number, cell in enumerate(cells, start=1) for text in _said(cell, number)]
    except UnreadableDocument:
        raise
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableDocument("it is no notebook of nbformat 4; save it again in Jupyter") from error
    given = "\n\n".join(texts)
    return given, *written.markdown(given)


def _said(cell: Mapping[str, Any], number: int) -> Iterator[str]:
    source = _joined(cell.get("source", ""))
    if cell["cell_type"] == "markdown":
        yield source
    elif cell["cell_type"] == "code":
        if source.strip() and cell.get("execution_count") is None:
            raise UnreadableDocument(
                f"its cell {number} was never executed: run the notebook to its end, then check it"
            )
        for output in cell.get("outputs", ()):
            yield from filter(None, [_printed(output)])


def _printed(output: Mapping[str, Any]) -> str:
    if output.get("output_type") == "stream":
        return _joined(output.get("text", "")) if output.get("name") == "stdout" else ""
    data = output.get("data", {})
    return next((_joined(data[kind]) for kind in PRINTED if kind in data), "")


def _joined(text: Any) -> str:
    return text if isinstance(text, str) else "".join(map(str, text))
