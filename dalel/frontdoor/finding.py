"""The verb of a desk that searches."""

from __future__ import annotations

from typing import TypedDict, Unpack

from dalel import searching
from dalel.frontdoor.tables import Asking
from dalel.publishing import tables
from dalel.publishing.frames import Table


class Filters(TypedDict, total=False):
    """What the numbers must be: names as everywhere, values and days as text ("2500000", "2020-10-08")."""

    topic: str
    indicator: str
    unit: str
    least: str
    most: str
    since: str
    until: str
    status: str
    verdict: str
    source: str


class Finding(Asking):
    """Verbs that search."""

    def find(self, words: str = "", **filters: Unpack[Filters]) -> Table:
        """The claims of `claims` that answer, the best first: words in any language and script, "…" a phrase, …* a
        beginning. `attrs["searched"]` says in one line what was searched, also where nothing is found.

        UnknownName or InvalidValue for a filter that does not exist or is written otherwise.
        """
        given = {name: str(value) for name, value in filters.items()}
        asked = searching.question(self.space, words, given | {"region": self.region})
        answer, _ = searching.find(self.space, asked)
        rows = self._claims().set_index("claim_id", drop=False)
        chosen = rows.loc[[hit.claim_id for hit in answer.hits if hit.claim_id in rows.index]].reset_index(drop=True)
        shown = tables.claims_table(chosen, self.language, self.evidence).set_index("claim_id", drop=False)
        typed = self._typed(chosen)
        found = self._table(typed, lambda picked: shown.loc[picked])
        found.attrs["searched"] = answer.summary()
        return found

    def facets(self, words: str = "", **filters: Unpack[Filters]) -> Table:
        """What the answers could be narrowed to: facet, value (code; None where no page tells) and claims (int), the
        commonest first; the arguments are those of `find`.
        """
        import pandas as pd

        given = {name: str(value) for name, value in filters.items()}
        asked = searching.question(self.space, words, given | {"region": self.region})
        answer, _ = searching.find(self.space, asked, 1)
        rows = [(name, value, count) for name, counts in answer.facets.items() for value, count in counts]
        return self._plain(pd.DataFrame(rows, columns=["facet", "value", "claims"], dtype=object))
