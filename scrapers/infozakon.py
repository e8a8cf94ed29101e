"""infozakon.kz and its Kazakh sister qaz.infozakon.kz: a DataLife site on law and society."""

from dalel.sources import Source

SOURCE = Source(
    id="infozakon",
    names={"kk": "Infozakon", "ru": "Infozakon", "en": "Infozakon"},
    owner="infozakon.kz",
    kind="outlet",
    languages=("kk", "ru"),
    scripts=("Cyrl",),
    hosts=("infozakon.kz", "qaz.infozakon.kz"),
    listings=("http://infozakon.kz/", "https://qaz.infozakon.kz/"),
    article=r"^https?://(?:qaz\.)?infozakon\.kz/[a-z]+/\d+-[^/?]+\.html$",
    at_least=5,
    notes=(
        "untried: front pages as listings; no feed, sitemap or search is known; the markup is unknown. Pages "
        "print the headline twice, a comment form with a captcha and a rating."
    ),
)
