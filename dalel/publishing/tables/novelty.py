"""What watches found new, for readers."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd

from dalel.publishing import digest, names
from dalel.publishing.tables.joining import table_of
from dalel.publishing.wording import when, word
from dalel.records.news import News

COLUMNS = ("change", "where", "topic", "told", "published_by", "cause", "claim_id")


def news_table(news: Sequence[News], language: str, known: Collection[str], sample: bool = False) -> pd.DataFrame:
    """One row a piece of news, in the order given. Out, all columns text:

    change (its kind, in words); where (region); topic (its title); told (the sentence, its values leading to the
    passports of claims in `known`); published_by (outlet, and the day the page was captured); cause (the page, or our
    reading); claim_id.
    """
    return table_of([_row(one, language, known) for one in news], COLUMNS, sample)


def _row(one: News, language: str, known: Collection[str]) -> dict[str, str]:
    return {
        "change": str(digest.phrase(one.kind, language)),
        "where": names.region(one.region, language),
        "topic": names.indicator(one.topic, language) if one.topic else str(digest.phrase("no_topic", language)),
        "told": digest.sentence(one, language, known),
        "published_by": f"{one.outlet}, {when(one.at.date().isoformat(), language)}",
        "cause": word("causes", one.cause, language),
        "claim_id": one.claim_id,
    }
