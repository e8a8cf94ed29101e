"""The archive's side of a crawl: one writer and one memory a source."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from types import TracebackType

from dalel.archive import ArchiveWriter, Entry, Exchange, UndecodableBody, decode
from dalel.crawler import signs, twins
from dalel.crawler.job import Job
from dalel.crawler.memory import Memory
from dalel.crawler.series import ROWS, is_json, read_rows
from dalel.errors import UnwritableHome


class Recorder:
    """Writers and memories of a crawl, by source; a dry run has memories only. A context manager."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._writers: dict[str, ArchiveWriter] = {}
        self._memories: dict[str, Memory] = {}
        self.failure: UnwritableHome | None = None

    def __enter__(self) -> Recorder:
        for source in self._job.sources:
            if not self._job.options.dry_run:
                self._writers[source.id] = ArchiveWriter(self._job.raw, source.id)
            memory = Memory(self._job.raw, source.id)
            if not self._job.options.dry_run:
                memory.begin()
            self._memories[source.id] = memory
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        for writer in self._writers.values():
            writer.close()

    def memory(self, source: str) -> Memory:
        return self._memories[source]

    def end(self, source: str) -> None:
        """The source is through: its next crawl begins anew."""
        if source in self._writers and self.failure is None:
            self._writers[source].close()
            self._memories[source].end()

    def record(self, source: str, exchange: Exchange) -> bool:
        """Archives one exchange; True where the address still has the payload it had before.

        After a failure nothing more is written; the failure is kept in `failure`.
        """
        before = self._memories[source].before(exchange.known_as)
        payload = _payload(exchange, self._job.settings.max_body_mb * 1024 * 1024)
        exchange = replace(exchange, role=_role(exchange, payload))
        if exchange.role == "page" and payload is not None:
            exchange = replace(exchange, said=(*exchange.said, *twins.of(payload, exchange.url)))
        unchanged = before is not None and (exchange.status == 304 or _is_same(exchange, payload, before))
        if before is not None and unchanged and self._memories[source].response(before) is None:
            unchanged = exchange.status == 304  # what it would point back to is damaged: keep this copy
        writer = self._writers.get(source)
        if writer is None or self.failure:
            return unchanged
        try:
            if unchanged and before is not None:
                writer.write_revisit(exchange, before)
            else:
                writer.write_response(exchange)
        except UnwritableHome as error:
            self.failure = error
        return unchanged


def _payload(exchange: Exchange, limit: int) -> bytes | None:
    try:
        return decode(exchange.body, exchange.headers, limit)
    except UndecodableBody:
        return None


def _role(exchange: Exchange, payload: bytes | None) -> str:
    """What the answer is, whatever was asked for: readers pass over notices and what cannot be decoded."""
    if payload is None:
        return "undecodable"
    if exchange.role == ROWS:
        exchange = replace(exchange, role="api" if is_json(payload) and not read_rows(payload).count else "page")
    is_page = exchange.role == "page" and exchange.status == 200
    if is_page and (not payload.strip() or signs.of(exchange.headers, payload)):
        return "notice"
    return exchange.role


def _is_same(exchange: Exchange, payload: bytes | None, before: Entry) -> bool:
    return exchange.status == 200 and payload is not None and hashlib.sha256(payload).hexdigest() == before.sha256
