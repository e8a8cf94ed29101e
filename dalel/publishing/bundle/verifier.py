# dalel verifier begins
"""Checks a dalel bundle with nothing but Python (3.8 or newer): python3 verify.py story.html

It prints PASS, FAIL or SKIP for every step and ends with 1 where anything failed. SKIP means that a plain rule cannot
tell: it asserts nothing. Nothing of the bundle is executed and no network is used. What it can show is that the words
stand in the bytes that were captured and that the numbers follow from the words; not that what they say is true.
"""

import base64
import csv
import gzip
import hashlib
import html.parser
import io
import json
import re
import sys
import unicodedata
import zlib
from decimal import Decimal

LIMIT = 64 * 1024 * 1024  # bytes that one record may unpack to
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
NAMES = {
    3: "тысяч тыс мың мыңға myń مىڭ thousand", 6: "млн миллион million mln ملن",
    9: "млрд миллиард billion bn mlrd ملرد", 12: "трлн триллион trillion",
}  # fmt: skip
SCALES = {name: power for power, names in NAMES.items() for name in names.split()}
PLAIN = ("процент", "пайыз", "percent", "теңге", "тенге", "tenge", "kzt", "usd", "доллар", "школ", "мектеп", "school")
HIDDEN = {"script", "style", "noscript", "template"}
BREAKING = {
    "p",
    "br",
    "div",
    "li",
    "tr",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "title",
    "section",
    "article",
    "blockquote",
}


class Results:
    def __init__(self):
        self.counts = {"PASS": 0, "FAIL": 0, "SKIP": 0}

    def say(self, outcome, step, why=""):
        self.counts[outcome] += 1
        print(f"{outcome}  {step}" + (f": {why}" if why else ""))

    def check(self, good, step, why=""):
        self.say("PASS" if good else "FAIL", step, "" if good else why)
        return good


class Words(html.parser.HTMLParser):
    """The text of a page and what its tags say in words (content="…"), scripts and styles left out."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in HIDDEN
        if tag in BREAKING:
            self.parts.append(" ")
        for name, value in attrs:
            if name in ("content", "title", "alt") and value:
                self.parts.append(f" {value} ")

    def handle_endtag(self, tag):
        self.hidden -= tag in HIDDEN and self.hidden > 0
        if tag in BREAKING:
            self.parts.append(" ")

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def folded(text):
    """One blank for any run of them, composed letters, nothing that nobody sees."""
    return " ".join(UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())


def bare(text):
    """The letters and digits alone: markup may put blanks between words that belong together."""
    return re.sub(r"\W+", "", folded(text))


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def record_of(packed):
    """Headers of a WARC record (ISO 28500) and its payload with what the web put around it taken off."""
    machine = zlib.decompressobj(zlib.MAX_WBITS + 16)
    head, _, block = machine.decompress(packed, LIMIT).partition(b"\r\n\r\n")
    if machine.unconsumed_tail or not machine.eof:
        raise ValueError("the record is cut off, or larger than it may be")
    lines = head.decode("utf-8", "replace").split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    block = block[: int(headers["content-length"])]
    if headers.get("warc-type") != "response":
        return headers, block, headers.get("content-type", "")
    top, _, body = block.partition(b"\r\n\r\n")
    web = [line.partition(":") for line in top.decode("latin-1").split("\r\n")[1:]]
    fields = {name.strip().lower(): value.strip() for name, _, value in web}
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = dechunked(body)
    for coding in reversed([one.strip().lower() for one in fields.get("content-encoding", "").split(",")]):
        if coding in ("gzip", "x-gzip"):
            body = gzip.GzipFile(fileobj=io.BytesIO(body)).read(LIMIT)
        elif coding == "deflate":
            body = zlib.decompressobj(15 if body[:1] == b"x" else -15).decompress(body, LIMIT)
        elif coding not in ("", "identity"):
            raise NotImplementedError(f"Python alone cannot unpack {coding}")
    return headers, body, fields.get("content-type", "")


def dechunked(body):
    found, rest = b"", body
    while rest:
        size, _, rest = rest.partition(b"\r\n")
        try:
            length = int(size.split(b";")[0], 16)
        except ValueError:
            return body  # was taken off before
        if length == 0:
            break
        found, rest = found + rest[:length], rest[length + 2 :]
    return found


def text_of(payload, media_type):
    """The words of a page; None where Python alone cannot read the format."""
    kind = media_type.split(";")[0].strip().lower()
    if not (kind.startswith("text/") or "html" in kind or "json" in kind or "xml" in kind):
        return None
    named = re.search(r'charset=["\']?([\w-]+)', media_type + " " + payload[:4096].decode("latin-1"))
    for charset in filter(None, (named and named[1], "utf-8", "cp1251")):
        try:
            text = payload.decode(charset)
            break
        except (LookupError, UnicodeDecodeError):
            continue
    else:
        text = payload.decode("utf-8", "replace")
    if "json" in kind:
        text = " ".join(strings(json.loads(text)))
    if "html" in kind or "xml" in kind or "json" in kind:
        words = Words()
        words.feed(text)
        words.close()
        text = "".join(words.parts)
    return folded(text)


def strings(value):
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def number_of(quote):
    """The value that digits with at most one scale word have, and whether every word is one that a plain rule knows."""
    text = folded(quote).lower().replace("−", "-")
    digits = re.findall(r"\d[\d .,]*", text)
    written = digits[0].strip(" .,").replace(" ", "") if len(digits) == 1 else ""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+\.\d{1,30}", written):
        written = written.replace(",", "")
    grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", written)  # thousands or decimals: only the language tells
    if grouped or not re.fullmatch(r"\d{1,30}(?:[.,]\d{1,30})?", written):
        return None, False
    words = re.findall(r"[^\W\d]+", text[text.index(digits[0]) :])
    scales = [SCALES[name] for word in words for name in SCALES if word.startswith(name)]
    value = Decimal(written.replace(",", ".")) * (Decimal(10) ** max(scales, default=0))
    sure = all(word.startswith((*SCALES, *PLAIN)) for word in words)
    return (-value if re.search(r"(?:^|\s)-\s?\d", text) else value), sure


def claim_id(address, field, sentence, number, which):
    parts = "\n".join((address, field, folded(sentence), folded(number), str(which)))
    digest = hashlib.sha256(parts.encode("utf-8")).digest()
    return "c" + base64.b32encode(digest[:10]).decode("ascii").lower()[:12]


def adds_up(arithmetic):
    """Whether "271 + 373 = 644" or "4360 / 6936 = 62.86 %" holds as printed; None where it is written otherwise."""
    found = re.fullmatch(r"([\d.]+(?: [-+*/×:] [\d.]+)+) = ([\d.]+)( %)?", arithmetic.replace("\u00a0", " "))
    if not found:
        return None
    first, *rest = re.split(r" ([-+*/×:]) ", found[1])
    value = Decimal(first)
    for sign, number in zip(rest[::2], rest[1::2]):
        other = Decimal(number)
        if sign in "/:" and not other:
            return False
        table = {"+": value + other, "-": value - other, "*": value * other, "×": value * other}
        value = table[sign] if sign in table else value / other
    printed = Decimal(found[2])
    value = value * 100 if found[3] else value
    return abs(value - printed) < Decimal(1).scaleb(int(printed.as_tuple().exponent))


def check_records(bundle, results):
    """The text of each capture whose bytes are those that its digest names."""
    texts = {}
    for capture in bundle["captures"]:
        step = f"bytes of {capture['url']}"
        try:
            headers, payload, kind = record_of(base64.b64decode(capture["record"]))
        except NotImplementedError as error:
            results.say("SKIP", step, str(error))
            continue
        except (ValueError, KeyError, OSError, zlib.error) as error:
            results.say("FAIL", step, f"no WARC record: {error}")
            continue
        good = results.check(sha256(payload) == capture["sha256"], step, "their SHA-256 is not the one stated")
        results.check(headers.get("warc-target-uri") == capture["url"], f"address of {capture['url']}")
        if good:
            texts[capture["capture_id"]] = text_of(payload, kind)
    return texts


def check_claim(passport, identity, texts, results):
    name, words = passport["claim_id"], passport["words"]
    results.check(claim_id(**identity) == name, f"{name} id", "address, sentence and number give another")
    text = texts.get((passport["document"] or {}).get("document_id"))
    if text is None:
        results.say("SKIP", f"{name} words", "this format takes a reader; dalel show reads it")
    else:
        results.check(bare(words["sentence"]) in bare(text), f"{name} words", "not in the captured page")
    read = {one["attribute"]: one["read"] for one in passport["corrected"]}
    (value, sure), stated = number_of(words["quote"]), Decimal(read.get("value", passport["value"]["value"]))
    if value is None or passport["value"]["value_max"] is not None or (value != stated and not sure):
        results.say("SKIP", f"{name} value", "a plain rule cannot read it")
    else:
        results.check(value == stated, f"{name} value", f"{words['quote']!r} reads {value}, stated is {stated}")
    for finding in passport["findings"]:
        good = adds_up(finding["arithmetic"]) if finding.get("arithmetic") else None
        if good is not None and finding["severity"] != "conflict":
            results.check(good, f"{name} arithmetic {finding['arithmetic']}", "it does not come out so")
    for review in passport["reviews"]:
        digest = sha256(review["evidence"].encode("utf-8"))
        results.check(digest == review["evidence_sha256"], f"{name} decision by {review['reviewer']}", "was edited")


def check_tables(bundle, results):
    """Every value of a chart or table against the claim it names."""
    values = {passport["claim_id"]: passport["value"]["value"] for passport in bundle["claims"]}
    for table in bundle["tables"]:
        wrong, rows = [], list(csv.DictReader(io.StringIO(table["csv"])))
        for row in rows:
            ids = (row.get("claim_ids") or row.get("claim_id") or "").split()
            shown = row.get("value") or row.get("stated_value")
            if any(one not in values for one in ids):
                wrong.append(f"{ids[0]} is not in the bundle")
            elif ids and shown and Decimal(shown) != Decimal(values[ids[0]]):
                wrong.append(f"{ids[0]} is {values[ids[0]]}, shown is {shown}")
        results.check(not wrong, f"{table['name']}, {len(rows)} rows", "; ".join(wrong[:3]))
        results.check(sha256(table["csv"].encode("utf-8")) == table["sha256"], f"{table['name']} digest", "edited")


def main(path):
    with open(path, encoding="utf-8") as file:
        found = re.search(r'<script type="application/json" id="dalel-bundle">(.*?)<[/]script>', file.read(), re.DOTALL)
    bundle = json.loads(found[1])
    results = Results()
    results.check(bundle["format"] == "dalel-bundle/1", "format", f"{bundle['format']!r} is not known here")
    texts = check_records(bundle, results)
    for passport in bundle["claims"]:
        check_claim(passport, bundle["identities"][passport["claim_id"]], texts, results)
    check_tables(bundle, results)
    if bundle.get("seal"):
        digest = sha256(bundle["seal"]["list"].encode("utf-8"))
        results.check(digest == bundle["seal"]["root"], f"seal {bundle['seal']['root'][:16]}…", "the list was edited")
    print("{PASS} passed, {FAIL} failed, {SKIP} skipped".format(**results.counts))
    return 1 if results.counts["FAIL"] else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        sys.exit(main(sys.argv[1]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError, ArithmeticError) as error:
        sys.exit(f"FAIL  this is no dalel bundle that can be checked: {type(error).__name__}: {error}")
# dalel verifier ends
