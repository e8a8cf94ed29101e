"""samal-akparat.com and turantimes.kz: one newsroom, a Joomla site with K2 items."""

from dalel.sources import Source

SOURCE = Source(
    id="samal-akparat",
    names={"kk": "Самал ақпарат, Turantimes", "ru": "Самал ақпарат, Turantimes", "en": "Samal Akparat, Turantimes"},
    owner="samal-akparat.com",
    kind="outlet",
    languages=("kk", "ru"),
    scripts=("Cyrl",),
    hosts=("samal-akparat.com", "turantimes.kz"),
    listings=("https://www.samal-akparat.com/", "https://turantimes.kz/"),
    article=r"^https://(?:www\.)?(?:samal-akparat\.com|turantimes\.kz)/(?:[a-z-]+/)+item/\d+-[^/?]+$",
    at_least=5,
    notes=(
        "untried: front pages as listings, and whether turantimes.kz has the same addresses; no feed, sitemap or "
        "search is known. The markup is unknown; a page carries more than a dozen related headlines with dates "
        "after the text."
    ),
)
