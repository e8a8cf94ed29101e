"""The verb of a desk that checks one's own text."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from dalel import checked
from dalel.frontdoor.tables import Asking
from dalel.marking import marked
from dalel.proofreading import explaining, opening
from dalel.proofreading.marks import Mark
from dalel.proofreading.report import Checked
from dalel.publishing.frames import Table

COLUMNS = ("quote", "finding", "differs", "sentence", "said", "arithmetic", "claim_ids")


class Checking(Asking):
    """Verbs about a text of one's own."""

    def check(self, text: str | Path) -> Table:
        """One row a number of a text (a `Path`, or the text itself, read as Markdown), in its order: the number, what
        was found of it, what differs, the sentence with the number in ⟦…⟧, what the claims say, the arithmetic, and the
        claims' ids, in the desk's language. Errors as `dalel check` has them.
        """
        manuscript = opening.manuscript(text) if isinstance(text, Path) else opening.written_text(text)
        one = checked.compared(self.space, [manuscript])[0]
        rows = [self._checked_row(one, mark) for mark in one.marks]
        table = pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)
        table.attrs["sample"] = one.archive.sample
        return self._plain(table)

    def _checked_row(self, one: Checked, mark: Mark) -> tuple[str, ...]:
        said = explaining.words(self.language)
        return (
            mark.text,
            str(said["findings"][mark.finding]),
            explaining.differing(mark, self.language),
            marked(mark.sentence, mark.quote, mark.at),
            "; ".join(one.says(claim, page, self.language) for claim, page, _ in one.evidence(mark)),
            mark.arithmetic or "",
            " ".join(mark.claims),
        )
