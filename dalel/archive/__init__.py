"""The evidence room: captures <-> WARC files with index and digests, below data/raw, written once."""

from dalel.archive.adding import LOCAL, add_file, check_file, check_url
from dalel.archive.bodies import UndecodableBody, decode
from dalel.archive.captures import history, load_captures, read_payload, read_record, read_response, warcs
from dalel.archive.cdxj import REVISIT, Entry
from dalel.archive.importing import ImportReport, import_file
from dalel.archive.integrity import reindex, verify
from dalel.archive.timeline import Visit, visits
from dalel.archive.twins import twins
from dalel.archive.wacz import export
from dalel.archive.writer import ArchiveWriter, Exchange

__all__ = [
    "LOCAL",
    "REVISIT",
    "ArchiveWriter",
    "Entry",
    "Exchange",
    "ImportReport",
    "UndecodableBody",
    "Visit",
    "add_file",
    "check_file",
    "check_url",
    "decode",
    "export",
    "history",
    "import_file",
    "load_captures",
    "read_payload",
    "read_record",
    "read_response",
    "reindex",
    "twins",
    "verify",
    "visits",
    "warcs",
]
