"""Egemen Qazaqstan in three scripts: the same article id on three hosts."""

from dalel.sources import Landmarks, Source

SOURCE = Source(
    id="egemen",
    names={"kk": "Егемен Қазақстан", "ru": "Егемен Казахстан", "en": "Egemen Qazaqstan"},
    owner="egemen.kz",
    kind="outlet",
    languages=("kk",),
    scripts=("Arab", "Cyrl", "Latn"),
    hosts=("egemen.kz", "lat.egemen.kz", "ar.egemen.kz", "tote.egemen.kz"),
    feeds=("https://egemen.kz/rss",),
    listings=("https://egemen.kz/last-news?page={page}",),
    item="https://egemen.kz/article/{slug}",
    searches=("https://egemen.kz/api/search?q={query}&page={page}&limit=10",),
    article=r"^https://(?:(?:lat|ar|tote)\.)?egemen\.kz/(?:amp/)?article/\d+-[^/?]+$",
    landmarks=(Landmarks(title="h1.responsive_title", published="span.text-grey", body="div.main-news.padding-80"),),
    at_least=20,
    notes=(
        "untried: the landmarks are of older mark-up and of whole pages, not of AMP pages. The feed had 50 items "
        "on 2026-09-06. The search answers JSON with slugs only. AMP pages of the lat and ar hosts print the "
        "rates of the day of the crawl and a view counter; their text is a machine transliteration of the "
        "Cyrillic page with the same numbers. tote.egemen.kz is the older name of ar."
    ),
)
