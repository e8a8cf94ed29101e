"""What a notebook shows of single claims: a passport, and sentences whose values lead to passports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from dalel.publishing.linked import Linked, pieces_of
from dalel.publishing.rendering import linked


@dataclass(frozen=True, kw_only=True, repr=False)
class Card:
    """The passport of one number: shown as its card, `passport` as data (docs/passport.schema.json)."""

    passport: Mapping[str, Any]
    language: str
    html: str

    def __repr__(self) -> str:
        value, verdict = self.passport["value"]["amount"][self.language], self.passport["verdict"]
        words = self.passport["words"]["marked"]
        told = [f"{value}  {verdict['verdict'] if verdict else ''}".rstrip(), words, self.passport["claim_id"]]
        return "\n".join(["SAMPLE"] * bool(self.passport["sample"]) + told)

    def _repr_html_(self) -> str:
        return self.html


@dataclass(frozen=True, kw_only=True, repr=False)
class Told:
    """Sentences about claims in one language, in order."""

    sentences: Sequence[Linked]
    language: str
    passports: str  # address of their folder, from where the sentences are shown
    sample: str = ""  # the word that says so, where they are made from the sample

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """The claims whose values the sentences state, each once."""
        return tuple(dict.fromkeys(claim_id for one in self.sentences for _, claim_id in pieces_of(one) if claim_id))

    def __str__(self) -> str:
        return " ".join(self.sentences)

    def __repr__(self) -> str:
        return "\n".join([*([self.sample] if self.sample else []), *self.sentences])

    def _repr_html_(self) -> str:
        shown = Markup(" ").join(linked(one, self.passports, self.language) for one in self.sentences)
        head = Markup("<strong>{}</strong> ").format(self.sample) if self.sample else ""
        return Markup('<p lang="{}">{}{}</p>').format(self.language, head, shown)
