"""The verb of a desk that tells what is new since last time."""

from __future__ import annotations

from dalel import watchlog
from dalel.frontdoor.tables import Asking
from dalel.publishing import digest, frames, tables
from dalel.publishing.frames import Table
from dalel.records.news import News
from dalel.regions import COUNTRY


class Watching(Asking):
    """Verbs about what `dalel watch` noted."""

    def new(self, topic: str | None = None, watch: int | None = None) -> Table:
        """What the last watch that found news of this region found, or the watch with this number: `frames.NEWS`.

        Shown with what is contradicted first. Empty where nobody watched twice, or nothing was new.
        """
        wanted = self._topic(topic) if topic else None
        told = [one for one in watchlog.read(self.space).news if one.kind in digest.KINDS and self._here(one)]
        told = [one for one in told if wanted in (None, one.topic)]
        number = watch if watch is not None else max((one.watch for one in told), default=0)
        chosen = sorted(
            (one for one in told if one.watch == number),
            key=lambda one: (digest.KINDS.index(one.kind), one.region or "~", one.topic or "~", one.claim_id),
        )
        known = {claim.claim_id for claim in self._run.claims}
        shown = tables.news_table(chosen, self.language, known, self._run.sample)
        return self._table(frames.of_news(chosen), lambda rows: shown.loc[rows])

    def _here(self, one: News) -> bool:
        """News of the country is that of all its parts, and of what no page places; never of another country."""
        if self.region != COUNTRY:
            return one.region == self.region
        return one.region is None or one.region.partition("-")[0] == COUNTRY
