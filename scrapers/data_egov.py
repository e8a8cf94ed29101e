"""data.egov.kz: open data of the state; the register of schools."""

from dalel.sources import Source

SOURCE = Source(
    id="data-egov",
    names={"kk": "Ашық деректер порталы", "ru": "Портал открытых данных", "en": "Open data portal"},
    owner="Government of Kazakhstan",
    kind="official",
    languages=("kk", "ru"),
    scripts=("Cyrl",),
    hosts=("data.egov.kz",),
    pages=("https://data.egov.kz/api/v4/state_schools/v1?source=%7B%22size%22%3A100%2C%22from%22%3A0%7D",),
    secret="DATA_EGOV_KEY",
    article=r"^https://data\.egov\.kz/api/v4/\w+/v\d+\?",
    at_least=1,
    notes=(
        "untried: whether the key is taken from a header; documented is apiKey=<key> in the address, which must "
        "not be archived with it. 403 without a key. source= holds an Elasticsearch query; the answer is a list "
        "of rows."
    ),
)
