"""data.egov.kz: open data of the state; the register of schools."""

from dalel.sources import Source

SOURCE = Source(
    id="data-egov",
    names={"kk": "Ашық деректер порталы", "ru": "Портал открытых данных", "en": "Open data portal"},
    owner="Government of Kazakhstan",
    kind="official",
    record="statistics",
    languages=("kk", "ru"),
    scripts=("Cyrl",),
    hosts=("data.egov.kz",),
    pages=("https://data.egov.kz/api/v4/state_schools/v1?source=%7B%22size%22%3A100%2C%22from%22%3A{skip:100}%7D",),
    secret="DATA_EGOV_KEY",
    secret_as="apiKey",
    article=r"^https://data\.egov\.kz/api/v4/\w+/v\d+\?",
    at_least=1,
    notes=(
        "untried: nothing was asked without a key; 403 without it. The key is sent as apiKey=<key> in the address and "
        "archived without it. source= holds an Elasticsearch query; the answer is a list of rows, 100 at a time until "
        "one is empty. Other data sets seen: gbd_ul/v1, onirler_oblystar_kalalar_boi4/v1, by a list of addresses."
    ),
)
