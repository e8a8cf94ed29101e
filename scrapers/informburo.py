"""Informburo.kz, online outlet of the 31st channel."""

from dalel.sources import Source

SOURCE = Source(
    id="informburo",
    names={"kk": "Informburo", "ru": "Информбюро", "en": "Informburo"},
    owner="informburo.kz",
    kind="outlet",
    languages=("ru",),
    scripts=("Cyrl",),
    hosts=("informburo.kz",),
    feeds=("https://informburo.kz/rss", "https://informburo.kz/rss/pubsubhubbub-feed.xml"),
    listings=("https://informburo.kz/novosti",),
    article=r"^https://informburo\.kz/(?:amp/)?(?:novosti|special|stati|interview)/[^/?]+(?:\.html)?$",
    at_least=5,
    notes=(
        "untried: both feeds answered 403 in one trial of 2026; a news sitemap was reported to work, its address "
        "was not; the list; the markup is unknown. Reactions (emoji with counters) stand under the article. The "
        "search is a widget."
    ),
)
