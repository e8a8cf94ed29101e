"""`dalel watch`: what is new since last time, for cron or a forge's scheduler.

Exits with 0 where all went well, whether or not anything is new; with 3 where a source failed, which the digest names;
with 1 where it could not be done, also because another watch holds the home.
"""

from __future__ import annotations

from typing import Annotated

import typer

from dalel import arguments

FAILED = 3  # exit status where all is done, but for sources that failed


def watch(
    context: typer.Context,
    source: Annotated[
        list[str] | None, typer.Option(help="Source id, again for more; or all. Else those collected before.")
    ] = None,
    region: Annotated[list[str] | None, typer.Option(help="A region to publish, again for more; KZ: all.")] = None,
    language: Annotated[str, typer.Option(help="Language of the digest, charts and tables: kk, ru or en.")] = "en",
    since: Annotated[str, typer.Option(metavar="DATE", help="Pages listed on or after this day.")] = "",
    limit: Annotated[int, typer.Option(min=0, help="At most so many pages a source; 0: all.")] = 0,
    through: Annotated[str, typer.Option(metavar="URL", help="Fetch through this HTTP proxy.")] = "",
    offline: Annotated[bool, typer.Option("--offline", help="Collect nothing; look at what was added.")] = False,
) -> None:
    """Collect, read, verify and publish, and tell what is new; exits with 3 where a source failed."""
    from dalel import display, edition, reach, watching
    from dalel.publishing.parameters import check_value

    spoken = check_value("language", language)
    codes = [check_value("region", one) for one in region or ["KZ"]]
    bounds = reach.Bounds(since=arguments.day(since), limit=limit or None)
    asked = watching.Asked(sources=tuple(source or ()), bounds=bounds, through=through or None, offline=offline)
    with watching.alone(context.obj):
        found = watching.look(context.obj, asked, display.progress)
        display.digest(found, spoken)
        for made in edition.publish_many(context.obj, codes, [spoken], display.progress):
            display.published(made)
    raise typer.Exit(FAILED if found.noted.failing else 0)
