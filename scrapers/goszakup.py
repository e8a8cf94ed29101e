"""goszakup: state procurement, open web service v3 (REST; GraphQL at /v3/graphql)."""

from dalel.sources import Source

SOURCE = Source(
    id="goszakup",
    names={"kk": "Мемлекеттік сатып алу", "ru": "Государственные закупки", "en": "State procurement"},
    owner="Ministry of Finance",
    kind="official",
    languages=("kk", "ru"),
    scripts=("Cyrl",),
    hosts=("ows.goszakup.gov.kz",),
    apis=("https://ows.goszakup.gov.kz/v3/contract/all",),
    secret="GOSZAKUP_TOKEN",
    article=r"^https://ows\.goszakup\.gov\.kz/v3/contract/(?:\d+(?:/units)?|(?:customer|supplier)/\d{12})$",
    at_least=5,
    notes=(
        "untried: nothing was asked without a token, which is issued on request. 401 without it. Answers "
        '{"items": […], "next_page": …, "total": …}; next_page is followed until it is empty. Sums ending in '
        "_wnds are with VAT. GraphQL pages by extensions.pageInfo.lastId -> after. People open "
        "https://goszakup.gov.kz/ru/egzcontract/cpublic/show/<id>."
    ),
)
