"""Khabar 24 (24.kz), the state news channel: a Joomla site."""

from dalel.sources import Landmarks, Source

SOURCE = Source(
    id="khabar24",
    names={"kk": "Хабар 24", "ru": "Хабар 24", "en": "Khabar 24"},
    owner="24.kz",
    kind="outlet",
    languages=("en", "kk", "ru"),
    scripts=("Cyrl", "Latn"),
    hosts=("24.kz",),
    feeds=("https://24.kz/ru/news?format=feed",),
    searches=(
        "https://24.kz/ru/search/search?searchword={query:ru}&limitstart={skip:20}",
        "https://24.kz/kz/search/search?searchword={query:kk}&limitstart={skip:20}",
        "https://24.kz/en/search/search?searchword={query:en}&limitstart={skip:20}",
    ),
    article=r"^https://24\.kz/(?:ru|kz|en)/(?:[a-z-]+/)+item/\d+-[^/?]+$",
    landmarks=(
        Landmarks(title="h1.single-post__entry-title", published="li.entry__meta-date", body="div.entry__article"),
    ),
    at_least=5,
    notes=(
        "untried: the feed; the search in Kazakh and English. The search counts by results, twenty a page "
        "(limitstart=20, 40, …), and was seen at work in 2026. khabar.kz is another site of the same owner."
    ),
)
