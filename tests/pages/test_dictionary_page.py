"""The dictionary's page: every table and question opens in both languages and shows every column."""

import re
from html import escape

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.edition.question import questions
from dashboard.i18n import LANGUAGES
from dashboard.settings import PAGES, ROOT, settings


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_table_and_question_is_told_column_by_column(demo_home, monkeypatch, lang):
    monkeypatch.setenv("DASHBOARD_HOME", str(demo_home.home.folder))
    app = AppTest.from_file(str(ROOT / "dashboard" / "app.py"), default_timeout=60)
    app.query_params["lang"] = lang
    app.run().switch_page(str(PAGES / "dictionary.py")).run()
    tables, asked = settings().tables, list(questions())
    for place, (name, entry) in enumerate(tables.items()):
        app.selectbox(key="filter_table").set_value(name)
        app.selectbox(key="filter_question").set_value(asked[place * len(asked) // len(tables)]).run()
        assert not app.exception and not app.error and not app.warning
        told = " ".join(str(block.proto.body) for block in app.get("html"))
        assert all(f'lang="en">{column}</' in told for column in entry["columns"])
        question = questions()[app.selectbox(key="filter_question").value]
        assert escape(question.ja if lang == "ja" else "") in told
        assert all(f'lang="en">{column.name}</' in told for column in question.columns)
        units = [column.measured_in(lang) for column in question.columns]
        assert all(f"<td>{escape(unit)}</td>" in told for unit in units)
        assert lang == "ja" or not re.search("[぀-ヿ一-鿿]", "".join(units))
    app.selectbox(key="filter_table").set_value("headcounts").run()
    told = " ".join(str(block.proto.body) for block in app.get("html"))
    assert "headcounts.csv" in told and ("整数（人）" if lang == "ja" else "whole number (people)") in told
