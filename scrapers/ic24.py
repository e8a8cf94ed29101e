"""ic24.kz: news in Russian and Kazakh on one host, mostly taken from agencies."""

from dalel.sources import Source

SOURCE = Source(
    id="ic24",
    names={"kk": "ic24.kz", "ru": "ic24.kz", "en": "ic24.kz"},
    owner="ic24.kz",
    kind="outlet",
    languages=("kk", "ru"),
    scripts=("Cyrl",),
    hosts=("ic24.kz",),
    listings=("https://ic24.kz/",),
    article=r"^https://ic24\.kz/news/[^/?]+-u\d+$",
    at_least=5,
    notes=(
        "untried: front page as listing; no feed, sitemap or search is known; the markup is unknown. The ticker "
        "shows rates of 0.0; related headlines are prefixed with their language."
    ),
)
