"""Paper from data: the same bytes, every character, tagged; what cannot be shown is named."""

import datetime
import logging

import pytest
import typst

from dashboard.briefing.typesetting import compile

DATE = datetime.date(2026, 11, 25)
FRAME = {"lang": "ja", "author": "市", "keywords": ["版"], "stamp": "架空のデモデータ", "foot": ["出典", "第1版"]}
OLD_FORMS = "髙﨑祇𠮷①㈱"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><text x="1" y="14" font-size="9">{}</text></svg>'
TEMPLATE = """
#import "kit.typ": *
#let d = json("data.json")
#show: paper.with(d)
#opening(d.name, [要旨])
#table(columns: 2, table.header([甲], [乙]), rule, ..rows((d.name,), name => (name, [値])))
#drawing("figure.svg", "図の説明")
"""


@pytest.fixture
def printed(tmp_path):
    def run(name="名前", drawn="図", template=TEMPLATE):
        path = tmp_path / "page.typ"
        path.write_text(template, encoding="utf-8")
        return compile(path, {**FRAME, "name": name}, {"figure.svg": PICTURE.format(drawn)}, "題名", DATE)

    return run


def test_the_same_data_give_the_same_bytes(printed):
    assert printed() == printed()


def test_every_character_comes_back_from_text_table_and_figure(printed, text_of):
    text = text_of(printed(OLD_FORMS, OLD_FORMS))
    assert text.count(OLD_FORMS) >= 3
    assert "架空のデモデータ" in text


def test_the_file_is_tagged_and_says_what_it_is(printed, opened):
    with opened(printed()) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "ja-JP"
        with pdf.open_metadata() as about:
            assert about["dc:title"] == "題名"
            assert about["pdfuaid:part"] == "1"
            assert about["xmp:CreateDate"].startswith("2026-11-25")


def test_a_character_without_a_glyph_is_named_and_printed_as_a_geta(printed, text_of, caplog):
    with caplog.at_level(logging.WARNING, "dashboard"):
        text = text_of(printed("甲\U0010fffd乙", "丙🙂丁"))
    assert "甲〓乙" in text
    assert "丙〓丁" in text
    assert "U+10FFFD" in caplog.text
    assert "🙂 (U+1F642)" in caplog.text


def test_a_figure_without_words_stops_the_paper(printed):
    with pytest.raises(typst.TypstError):
        printed(template=TEMPLATE.replace('"図の説明"', '""'))
