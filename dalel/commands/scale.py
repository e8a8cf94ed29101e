"""Where pages are read (on one core, all, or a cluster), and the command that forgets what was read."""

from __future__ import annotations

from typing import Annotated

import typer

from dalel.errors import InvalidValue

_PANEL = "Where pages are read"

Workers = Annotated[
    int, typer.Option(min=0, help="Read pages in so many processes; 0: as many as cores.", rich_help_panel=_PANEL)
]
Scheduler = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Read them on the Dask cluster there.", rich_help_panel=_PANEL)
]
LocalCluster = Annotated[
    bool, typer.Option("--local-cluster", help="Begin a Dask cluster here for that.", rich_help_panel=_PANEL)
]


def choose(context: typer.Context, workers: int, scheduler: str, local_cluster: bool) -> None:
    """Lets the command of this context read pages where the options say; InvalidValue where they contradict."""
    if scheduler and (workers or local_cluster):
        raise InvalidValue("--scheduler names a cluster that runs: it goes without --workers and --local-cluster")
    from dalel.stages.executors import Executor, Fitting, using

    executor: Executor = Fitting(workers or None)
    if scheduler or local_cluster:
        from dalel.stages.cluster import Cluster

        executor = context.with_resource(Cluster(scheduler or None, workers or None))
    context.with_resource(using(executor))


def clean(context: typer.Context) -> None:
    """Forget what was kept of pages that were read: the next run reads them all again."""
    from dalel.stages import kept

    typer.echo(f"{kept.empty(context.obj.home) / 1_000_000:.1f} MB of kept results are gone; evidence and tables stay")
