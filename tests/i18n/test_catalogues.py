"""Both languages say the same things, with the same placeholders, and no key used in the code is missing."""

import re
from string import Formatter

import pytest

from dashboard.i18n.catalogue import messages, text
from dashboard.settings import PAGES, ROOT

USED = re.compile(r'(?:\bsay|\btext|\bmessage)\(\s*"([a-z_]+\.[\w.]+)"')


def fields(message: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(message) if name}


def test_every_key_exists_in_both_languages_with_the_same_placeholders():
    japanese, english = messages("ja"), messages("en")
    assert japanese.keys() == english.keys()
    differing = [key for key in japanese if fields(japanese[key]) != fields(english[key])]
    assert differing == []
    assert [key for key in japanese if not japanese[key] or not english[key]] == []


def test_english_messages_hold_no_japanese():
    japanese = re.compile(r"[぀-ヿ一-鿿]")
    assert [key for key, message in messages("en").items() if japanese.search(message)] == []


def test_every_literal_key_in_the_code_is_in_the_catalogue():
    sources = [*(ROOT / "dashboard").rglob("*.py"), *PAGES.glob("*.py")]
    used = {key for path in sources for key in USED.findall(path.read_text(encoding="utf-8"))}
    assert used, "the pattern no longer finds any key"
    assert sorted(used - messages("ja").keys()) == []


def test_an_unknown_key_and_a_missing_value_are_errors():
    with pytest.raises(KeyError):
        text("no.such.key", "ja")
    with pytest.raises(KeyError):
        text("finding.rose", "ja", subject="意欲")
