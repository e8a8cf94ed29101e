"""National Bank of Kazakhstan: official exchange rates, by day and of today."""

from dalel.sources import Source

SOURCE = Source(
    id="nationalbank",
    names={"kk": "Қазақстан Ұлттық Банкі", "ru": "Национальный Банк Казахстана", "en": "National Bank of Kazakhstan"},
    owner="National Bank of Kazakhstan",
    kind="official",
    record="statistics",
    languages=("ru",),
    scripts=("Cyrl",),
    hosts=("nationalbank.kz",),
    pages=("https://nationalbank.kz/rss/get_rates.cfm?fdate={day}", "https://nationalbank.kz/rss/rates_all.xml"),
    article=r"^https://nationalbank\.kz/rss/(?:get_rates\.cfm\?fdate=\d{2}\.\d{2}\.\d{4}|rates_all\.xml)$",
    at_least=1,
    notes=(
        "untried: how far back the history goes. XML in UTF-8, no key. A rate is for quant units (100 of some "
        "currencies); decimals with a point, by older code a comma."
    ),
)
