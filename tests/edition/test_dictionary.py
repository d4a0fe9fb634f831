"""The dictionary has one source, and the source is whole: every column with its unit and an example that loads."""

import re

import pytest

from dashboard.edition.dictionary import dictionary, replaced
from dashboard.edition.question import questions
from dashboard.i18n import LANGUAGES
from dashboard.intake import contract
from dashboard.intake.values import PARSERS
from dashboard.settings import DATA, settings

TABLES = dictionary(settings().tables)
README = (DATA / "README.md").read_text(encoding="utf-8")


def test_the_readme_is_in_step_with_the_contract():
    assert replaced(README, TABLES.values()) == README, "run: python -m dashboard dictionary"
    for table in TABLES.values():
        assert all(f"`{field.name}`" in README and field.example in README for field in table.fields), table.name


def test_a_readme_without_its_marks_is_told():
    with pytest.raises(ValueError, match="dictionary"):
        replaced("# nothing", TABLES.values())


@pytest.mark.parametrize("name", TABLES)
def test_every_column_has_an_example_that_loads_and_a_number_its_unit(name):
    entry, table = contract.document()["tables"][name], contract.tables()[name]
    assert entry["example"].keys() == table.columns.keys()
    assert entry.get("units", {}).keys() == {
        it.name for it in table.columns.values() if it.type in ("integer", "decimal")
    }
    for field in TABLES[name].fields:
        column = table.columns[field.name]
        value = PARSERS[column.type](field.example)
        assert value is not None and (not column.allowed or value in column.allowed), field.name
        assert column.least is None or column.least <= value <= (column.most or value), field.name
        assert column.unit in (None, field.unit["ja"]), field.name
        assert all(field.meaning[lang] and field.kind(lang) for lang in LANGUAGES), field.name


def test_every_unit_of_a_question_has_english():
    units = {column.measured_in("en") for question in questions().values() for column in question.columns}
    assert units and not any(re.search("[぀-ヿ一-鿿]", unit) for unit in units)


def test_a_code_is_told_in_words_and_the_words_load():
    theme = next(field for field in TABLES["questions"].fields if field.name == "theme")
    column = contract.tables()["questions"].columns["theme"]
    assert "職場の雰囲気（atmosphere）" in theme.said("ja") and "stress" in theme.said("en")
    assert [column.spoken["".join(it.split())] for it in theme.words["en"]] == list(theme.allowed)
