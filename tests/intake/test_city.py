"""The city's own settings: the named entries are written, every other line stays, and a refusal changes nothing."""

import tomllib

import pytest
from typer.testing import CliRunner

from dashboard.__main__ import app
from dashboard.i18n import LANGUAGES
from dashboard.intake import SourcesError
from dashboard.intake.city import save
from dashboard.settings import settings

OWN = """# ours
[data]
page = true   # yes

[city]
code = "27900"     # until 2030
# no name yet

[targets]
gap = 1
"""


@pytest.fixture
def own(tmp_path):
    """The settings.toml of a home that has one."""
    path = tmp_path / "settings.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def run(folder, *arguments):
    return CliRunner().invoke(app, ["--home", str(folder), "city", *arguments])


@pytest.mark.parametrize(("mark", "ending"), [("", "\n"), ("\ufeff", "\r\n")])
def test_only_the_named_entries_change(own, mark, ending):
    own.write_bytes((mark + OWN.replace("\n", ending)).encode())
    given = (
        "--code",
        "279013",
        "--name",
        'あおば"市',
        "--name-en",
        "Aoba",
        "--projection",
        "6674",
        "--credit",
        "市作成",
    )
    done = run(own.parent, *given)
    assert done.exit_code == 0, done.output
    wanted = OWN.replace('"27900"', '"27901"').replace("yet\n", 'yet\nname_ja = "あおば\\"市"\nname_en = "Aoba"\n')
    wanted += '\n[map]\nprojection = 6674\ncredit_ja = "市作成"\n'
    assert own.read_bytes().decode() == mark + wanted.replace("\n", ending)
    assert settings(own.parent).values["city"]["name_ja"] == 'あおば"市', "also where an editor put a mark before it"
    before = own.read_bytes()
    assert run(own.parent, *given).exit_code == 0 and own.read_bytes() == before


def test_a_new_home_gets_a_file_of_its_own_and_no_name_of_another_city(tmp_path):
    assert run(tmp_path / "new", "--name", "あおば市", "--credit", "").exit_code == 0
    found = tomllib.loads((tmp_path / "new" / "settings.toml").read_text(encoding="utf-8"))
    assert found == {"city": {"name_ja": "あおば市", "name_en": "あおば市"}}
    assert [path.name for path in (tmp_path / "new").iterdir() if path.suffix == ".tmp"] == []


@pytest.mark.parametrize(
    ("given", "rule", "value"),
    [
        ({"code": "2790"}, "city_code", "2790"),
        ({"code": "279014"}, "city_code", "279014"),
        ({"name_ja": "　"}, "city_blank", None),
        ({"name_en": "x" * 201}, "city_too_long", "x" * 39 + "…"),
        ({"projection": "4326"}, "city_plane", "4326"),
        ({"projection": "2225"}, "city_plane", "2225"),
        ({"projection": "二系"}, "city_plane", "二系"),
        ({"projection": "6670"}, "city_plane_elsewhere", "6670"),
    ],
)
def test_a_refused_value_is_named_and_nothing_changes(own, given, rule, value):
    with pytest.raises(SourcesError) as refused:
        save(settings(own.parent), {"projection": "6674", **given})
    (problem,) = refused.value.problems
    (name,) = given
    assert (problem.rule, problem.file, problem.value) == (rule, "settings.toml", value)
    for lang in LANGUAGES:
        assert name in problem.message(lang) and problem.remedy(lang)
    assert own.read_text(encoding="utf-8") == OWN


@pytest.mark.parametrize("written", ['city = { code = "27900" }\n', 'city.code = "27900"\n'])
def test_a_section_may_be_written_in_any_way(own, written):
    own.write_text(written, encoding="utf-8")
    save(settings(own.parent), {"code": "27901", "projection": "6674"})
    assert own.read_text(encoding="utf-8") == written.replace("27900", "27901") + "\n[map]\nprojection = 6674\n"


def test_a_file_that_cannot_be_read_is_left_alone(own):
    own.write_text(broken := "[city]\ncode = \n", encoding="utf-8")
    with pytest.raises(SourcesError) as refused:
        save(settings(own.parent), {"code": "27900", "projection": "6674"})
    assert [problem.rule for problem in refused.value.problems] == ["settings_unreadable"]
    assert own.read_text(encoding="utf-8") == broken


@pytest.mark.parametrize("written", ["[city]\ncode = \n", 'code = "27900"\n', '[city]\nname_ja = "\x80"\n'])
def test_every_command_says_which_line_of_the_settings_cannot_be_read(tmp_path, written):
    (tmp_path / "settings.toml").write_bytes(written.encode("latin-1"))
    for command in ("kept", "city", "publish"):
        done = CliRunner().invoke(app, ["--home", str(tmp_path), command])
        assert done.exit_code == 1 and "settings.toml" in done.output and "読めません" in done.output


def test_every_prefecture_has_its_zone():
    zones = settings().planes
    assert [zone["epsg"] for zone in zones] == list(range(6669, 6688))
    assert {code for zone in zones for code in zone["prefectures"]} == set(range(1, 48))
