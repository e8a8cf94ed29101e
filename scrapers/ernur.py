"""ernur.kz: Kazakh-language news site."""

from dalel.sources import Source

SOURCE = Source(
    id="ernur",
    names={"kk": "Ernur.kz", "ru": "Ernur.kz", "en": "Ernur.kz"},
    owner="ernur.kz",
    kind="outlet",
    languages=("kk",),
    scripts=("Cyrl",),
    hosts=("ernur.kz",),
    listings=("https://ernur.kz/",),
    article=r"^https://ernur\.kz/[a-z]+/[^/?]+-[^/?]+$",
    at_least=5,
    notes=(
        "untried: front page as listing; no feed, sitemap or search is known; the markup is unknown. Counters "
        "stand between headline and text."
    ),
)
