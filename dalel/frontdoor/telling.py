"""The verbs of a desk about single claims: a passport, and sentences to write with."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from dalel import desk, review
from dalel.frontdoor.tables import Asking
from dalel.publishing import gate, passports, prose, site
from dalel.publishing.evidence import find_claim
from dalel.publishing.linked import Linked
from dalel.publishing.tables.joining import Row, by_id
from dalel.publishing.told import Card, Told
from dalel.publishing.wording import label
from dalel.records import Claim
from dalel.regions import COUNTRY


class Telling(Asking):
    """Verbs that tell of one claim, or of a few in words."""

    def passport(self, claim_id: str) -> Card:
        """The passport of a number, its words looked up in the archive at this moment; UnknownClaim otherwise."""
        known = find_claim(self._run, claim_id).claim_id
        run = desk.looked_up(self.space, self._run, [known])
        decisions, _ = review.read(self.space.reviews)
        found = passports.build(run, known, decisions)
        edition = site.Edition(evidence=run, reviews=decisions)
        shown = site.embedded_card(edition, found, self.language, self._passports)
        return Card(passport=found, language=self.language, html=shown)

    def say(self, *claim_ids: str, topic: str | None = None) -> Told:
        """Sentences made of claims, each value a link to its passport; "about", "planned" and "only one source" stay.

        Of the claims named, one sentence each in that order; else a paragraph of what weighs most in the region (and
        topic). A value below the evidence level of the desk is named as withheld, with its reason, or left out of the
        paragraph. UnknownClaim where there is no such claim, or its page no longer states it.
        """
        here = self.region if self.region != COUNTRY else ""
        told = [prose.say(self._row(one), self.language, here) for one in claim_ids] or self._paragraph(topic, here)
        sample = label("sample_keyword", self.language).upper() if self._run.sample else ""
        return Told(sentences=told, language=self.language, passports=self._passports, sample=sample)

    def _row(self, claim_id: str) -> Row:
        known = find_claim(replace(self._run, claims=self._current), claim_id).claim_id
        gated = gate.at_level(self._frame[self._frame["claim_id"] == known], self.evidence, self.language)
        return by_id(gated)[known]

    @property
    def _current(self) -> list[Claim]:
        return [claim for claim in self._run.claims if claim.claim_id not in self._run.superseded]

    def _paragraph(self, topic: str | None, here: str) -> list[Linked]:
        chosen: pd.DataFrame = self._claims(topic)
        shown = [not reason for reason in gate.at_level(chosen, self.evidence, self.language)["withheld"]]
        edition = site.Edition(evidence=self._run)
        return site.paragraph(edition, chosen[shown].reset_index(drop=True), self.language, here)
