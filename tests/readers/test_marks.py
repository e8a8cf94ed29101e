"""Struck-out words, raised numbers, lists and odd spans in cells, short articles: as a reader of the page has them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from dalel import paths, pipeline, readers

STORY = "Акимат сообщил, что в области открыли 12 новых школ и потратили 4 млрд 105 млн тенге на ремонт зданий."
FIRST = [
    # struck out: not said
    ("построят <del>25</del> <ins>20</ins> школ на <s>9 млрд</s> 7 млрд тенге", "построят 20 школ на 7 млрд тенге"),
    ("построят <strike>25</strike> 20 школ", "построят 20 школ"),
    ("построят <DEL>25</DEL> 20 школ", "построят 20 школ"),
    ('построят <span style="text-decoration: line-through">25</span> 20 школ', "построят 20 школ"),
    ('построят <span style="color:red;text-decoration:underline line-through"><b>25</b></span> 20 школ',
     "построят 20 школ"),
    ("построят <span style='TEXT-DECORATION-LINE:LINE-THROUGH'>25</span> 20 школ", "построят 20 школ"),
    ('построят <span class="x was">25</span> 20 школ', "построят 20 школ"),
    ("построят <del datetime='2020-01-01'><b>25</b> или <i>26</i></del>20 школ", "построят 20 школ"),
    ("построят <small>25</small> школ", "построят 25 школ"),
    ('построят <span style="text-decoration: underline">25</span> школ', "построят 25 школ"),
    # raised: notes and powers
    ("открыли 12<sup>1</sup> школ", "открыли 12 школ"),
    ("открыли 12 <sup>1</sup> школ", "открыли 12 школ"),
    ("открыли 12<sup>[1]</sup> школ", "открыли 12 школ"),
    ("открыли 12<sup>1)</sup> школ", "открыли 12 школ"),
    ("открыли 12<sup>1, 2</sup> школ", "открыли 12 школ"),
    ("открыли 12<sup>*</sup> школ", "открыли 12 школ"),
    ('открыли 12<sup><a href="#n">3</a></sup> школ', "открыли 12 школ"),
    ("открыли <b>12</b><sup>3</sup> школ", "открыли 12 школ"),
    ("открыли 12 школ<sup>3</sup> и 4 сада", "открыли 12 школ и 4 сада"),
    ("бюджет 10<sup>9</sup> тенге", "бюджет 10^9 тенге"),
    ("бюджет 2,4·10<sup>9</sup> тенге", "бюджет 2,4·10^9 тенге"),
    ("бюджет 10<sup><i>9</i></sup> тенге", "бюджет 10^9 тенге"),
    ("доля 10<sup>-6</sup> всей суммы", "доля 10^-6 всей суммы"),
    ("площадь 110<sup>9</sup> школ", "площадь 110 школ"),
    ("площадь 1200 м<sup>2</sup> школы", "площадь 1200 м2 школы"),
    ("дорога 12 км<sup>2</sup> района", "дорога 12 км2 района"),
]  # fmt: skip


def page(body: str) -> bytes:
    head = '<meta charset="utf-8"><title>Школы области</title><style>.was { text-decoration: line-through }</style>'
    told = f"<article><h1>Школы области</h1>{body}</article>"
    return f"<!doctype html><html><head>{head}</head><body>{told}</body></html>".encode()


@pytest.mark.parametrize(("told", "read"), FIRST)
def test_marks_inside_a_line(make: SimpleNamespace, tmp_path: Path, told: str, read: str) -> None:
    payload = page(f"<p>В городе {told}, сообщили там.</p><p>{STORY}</p><p>{STORY[:40]}.</p>")
    assert f"В городе {read}, сообщили там." in readers.read(payload, make.capture()).text.split("\n")
    (tmp_path / "page.html").write_bytes(payload)
    space = paths.workspace(tmp_path / "home")
    pipeline.add(space, [tmp_path / "page.html"], pipeline.Given(url="https://news.example/page"))
    run = pipeline.refresh(space)
    assert {verdict.verdict for verdict in run.verdicts} <= {"single-source", "adds-up", "verified"}  # found again


@pytest.mark.parametrize(
    ("span", "rows"),
    [("2", 2), ("2;", 2), ("2px", 2), (" 2", 2), ("+2", 2), ("2.5", 2), ("0", 3), ("-1", 1), ("", 1), ("x", 1)],
)  # fmt: skip
def test_a_cell_of_several_rows_is_counted_as_browsers_do(make: SimpleNamespace, span: str, rows: int) -> None:
    head = "<tr><th>Район</th><th>Школ</th><th>Садов</th></tr>"
    first = f'<tr><td rowspan="{span}">Аягоз</td><td>5</td><td>14</td></tr>'
    others = [
        "<tr><td>6</td><td>53</td></tr>" if number < rows else f"<tr><td>Абай</td><td>{number}6</td><td>53</td></tr>"
        for number in (1, 2)
    ]
    table = f"<table><thead>{head}</thead><tbody>{first}{''.join(others)}</tbody><tbody>"
    table += "<tr><td>Жарма</td><td>8</td><td>9</td></tr></tbody></table>"
    lines = readers.read(page(f"<p>{STORY}</p>{table}<p>{STORY[:60]}.</p>"), make.capture()).text.split("\n")
    named = ["Аягоз — Школ: 5", *("Аягоз — Школ: 6" if n < rows else f"Абай — Школ: {n}6" for n in (1, 2))]
    assert [line for line in lines if "— Школ" in line] == [*named, "Жарма — Школ: 8"]


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("<ul><li>10 школ</li><li>14 садов</li></ul>", "10 школ; 14 садов"),
        ("<ol><li>10 школ</li>\n<li><p>14 садов</p></li></ol>", "10 школ; 14 садов"),
        ("<ul><li>10 школ<ul><li>4 новые</li></ul></li><li>14 садов</li></ul>", "10 школ; 4 новые; 14 садов"),
        ("10<br>500", "10; 500"),
        ("<p>10</p><p>500</p>", "10; 500"),
        ("10 школ<br>района", "10 школ района"),
        ("<b>1</b>0", "10"),
    ],
)
@pytest.mark.parametrize("head", ["<tr><th>Район</th><th>Школ</th></tr>", ""])
def test_lists_and_lines_in_a_cell(make: SimpleNamespace, cell: str, read: str, head: str) -> None:
    table = f"<table>{head}<tr><td>Аягоз</td><td>{cell}</td></tr><tr><td>Абай</td><td>7</td></tr></table>"
    text = readers.read(page(f"<p>{STORY}</p><p>{STORY[:60]}.</p>{table}"), make.capture()).text
    line = next(line for line in text.split("\n") if "Аягоз" in line)
    if head:
        assert line == f"Аягоз — Школ: {read}"
    else:
        assert "".join(read.replace("; ", "").split()) in "".join(line.replace("; ", "").split())


@pytest.mark.parametrize("holder", ["main", "div", "section", "article"])
@pytest.mark.parametrize("block", ["p", "div", "li"])
def test_a_short_article_is_one_line_a_block(make: SimpleNamespace, holder: str, block: str) -> None:
    first, second = "В школах области 25 лицеев, сообщили в акимате.", "Построят 40 садов, сказали в управлении."
    body = f"<{holder}><h1>Школы открыли в области</h1><time>4 мая 2023</time>"
    body += f"<{block}>{first}</{block}><{block}>{second}</{block}></{holder}>"
    payload = f"<html><head><title>Школы открыли в области</title></head><body>{body}</body></html>".encode()
    found = readers.read(payload, make.capture(charset="utf-8"))
    assert found.text.split("\n") == [first, second]
    assert found.title == "Школы открыли в области"
