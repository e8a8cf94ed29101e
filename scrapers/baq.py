"""BAQ.KZ in Kazakh and Russian."""

from dalel.sources import Source

SOURCE = Source(
    id="baq",
    names={"kk": "BAQ.KZ", "ru": "BAQ.KZ", "en": "BAQ.KZ"},
    owner="baq.kz",
    kind="outlet",
    languages=("kk", "ru"),
    scripts=("Cyrl",),
    hosts=("baq.kz", "rus.baq.kz"),
    listings=("https://baq.kz/", "https://rus.baq.kz/"),
    searches=("https://baq.kz/search/pagen{page}/?q={query}",),
    article=r"^https://(?:rus\.)?baq\.kz/(?:amp/)?(?:[a-z-]+/)*[^/?]+[-_]\d+/?$",
    at_least=5,
    notes=("untried: front pages as listings; no feed is known; the markup is unknown. Older addresses end in _<id>."),
)
