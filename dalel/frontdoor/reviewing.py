"""What waits for an editor, as a desk to decide at, or as a table where nobody can press a key."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dalel import reviewing
from dalel.frontdoor.opened import Opened
from dalel.publishing.parameters import check_value

COLUMNS = ("claim_id", "verdict", "at_stake", "charts", "quote", "sentence")


class Reviewing(Opened):
    """Verbs of an editor."""

    @property
    def _alone(self) -> bool:
        """Whether Papermill runs the notebook: nobody is there, and other notebooks are still drawing their charts."""
        return "DALEL_PRODUCED" in os.environ

    def waiting(self, topic: str | None = None) -> pd.DataFrame:
        """What no rule could settle, the most urgent first: claim_id, verdict, at_stake (tenge, Decimal), charts that
        draw it (int), quote, sentence.
        """
        chosen = check_value("topic", topic) if topic else ""
        rows = [
            (one.claim.claim_id, one.verdict.verdict, one.money, one.charts, one.claim.quote, one.claim.sentence)
            for one in reviewing.waiting(self.space, self.region, chosen, drawn=not self._alone)
        ]
        return pd.DataFrame(rows, columns=list(COLUMNS), dtype=object)

    def review(self, topic: str | None = None, name: str = "") -> Any:
        """A desk to decide at, in JupyterLab: keys a, r, c, w, n, p. In a notebook that is run without anybody, the
        table of `waiting`. MissingExtra without the extra `review`.
        """
        table = self.waiting(topic)
        if self._alone:
            return table
        from dalel.review.widget import review_desk, shown

        def load(claim_id: str) -> dict[str, Any]:
            return shown(reviewing.item(self.space, claim_id))

        return review_desk(list(table["claim_id"]), load, lambda said: self._noted(said, name))

    def _noted(self, said: Mapping[str, Any], name: str) -> str:
        written = str(said.get("correction") or "")
        attribute, _, value = written.partition("=")
        corrected = {attribute.strip(): value.strip() or None} if said["decision"] == "corrected" and written else {}
        given = reviewing.Said(
            decision=str(said["decision"]),
            reason=str(said.get("reason") or ""),
            reviewer=str(said.get("name") or name),
            corrections=corrected,
        )
        review = reviewing.decide(self.space, str(said["claim_id"]), given)
        return f"{review.claim_id} {review.decision} by {review.reviewer}"
