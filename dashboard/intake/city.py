"""The city's name and the map's particulars, written into the home's settings.toml: those keys, and nothing else."""

import re
from collections.abc import Mapping

import tomlkit
from pyproj import CRS
from pyproj.exceptions import CRSError

from dashboard.i18n import LANGUAGES, text
from dashboard.intake import keep, values
from dashboard.intake.report import Problem, presentable
from dashboard.settings import Home, Settings, SettingsError

KEYS = {
    "code": ("city", "code"), "name_ja": ("city", "name_ja"), "name_en": ("city", "name_en"),
    "projection": ("map", "projection"), "credit_ja": ("map", "credit_ja"), "credit_en": ("map", "credit_en"),
}  # fmt: skip
MAY_BE_BLANK = ("credit_ja", "credit_en")
LONGEST = 200  # characters of a name or credit
Given = Mapping[str, str]


def particulars(settings: Settings) -> dict[str, str]:
    """What holds now, by the names of KEYS; a credit only where the city set it itself."""
    known = {name: str(settings.values[section][key]) for name, (section, key) in KEYS.items()}
    own = settings.own.get("map", {})
    return known | {name: str(own.get(name, "")) for name in MAY_BE_BLANK}


def save(settings: Settings, given: Given) -> dict[str, str]:
    """Write what is given, by the names of KEYS; what holds then. Every other line of the file stays as it is.

    A blank credit takes the city's own away. Raises keep.SourcesError with a problem for each value that cannot be;
    then nothing is written.
    """
    home = settings.home
    with keep.locked(home.sources):
        before = readable(home)
        now = Settings(home)
        wanted = {name: " ".join(value.split()) for name, value in given.items()}
        if wanted.get("name_ja") and "name_en" not in now.own.get("city", {}):
            wanted.setdefault("name_en", wanted["name_ja"])  # rather than the name of the city that is shipped
        for name in MAY_BE_BLANK:
            if not wanted.get(name) and name not in now.own.get("map", {}):
                wanted.pop(name, None)
        problems = problems_of(now, wanted)
        if problems:
            raise keep.SourcesError(problems)
        after = rewritten(before, {KEYS[name]: typed(name, value) for name, value in wanted.items()})
        keep.write(home.settings, after.encode("utf-8"))
    return particulars(Settings(home))


def readable(home: Home) -> str:
    """The file as it is written, '' where there is none. Raises keep.SourcesError where nobody could read it."""
    try:
        Settings(home).own  # noqa: B018  # read to see whether it can be
    except SettingsError as error:
        problem = Problem("error", "settings_unreadable", error.file, values={"why": error.why})
        raise keep.SourcesError([problem]) from error
    return home.settings.read_bytes().decode("utf-8") if home.settings.exists() else ""


def typed(name: str, value: str) -> str | int:
    """A value as the file holds it."""
    if name == "projection":
        return int(values.plain(value))
    return values.municipality(value) if name == "code" else value


def problems_of(settings: Settings, wanted: Given) -> list[Problem]:
    """Why the values cannot be kept, together with those that stay."""
    whole = particulars(settings) | wanted
    rules = {name: rule for name, value in whole.items() if (rule := rule_of(name, value)) is not None}
    if rules:
        return [problem(settings, rule, name, whole[name]) for name, rule in rules.items()]
    return elsewhere(settings, typed("code", whole["code"]), typed("projection", whole["projection"]))


def rule_of(name: str, value: str) -> str | None:
    """The rule that a single value breaks."""
    if not value and name not in MAY_BE_BLANK:
        return "city_blank"
    if len(value) > LONGEST:
        return "city_too_long"
    if name == "code" and not is_municipality(value):
        return "city_code"
    return "city_plane" if name == "projection" and not in_metres(value) else None


def is_municipality(value: str) -> bool:
    """Five digits, or six of which the last is the right check digit."""
    try:
        return re.fullmatch(r"[0-9]{5}", values.municipality(value)) is not None
    except ValueError:
        return False


def in_metres(value: str) -> bool:
    """Whether an EPSG code is that of a plane measured in metres."""
    try:
        plane = CRS.from_epsg(int(values.plain(value)))
    except (CRSError, ValueError):
        return False
    return plane.is_projected and all(axis.unit_name == "metre" for axis in plane.axis_info)


def elsewhere(settings: Settings, code: str, plane: int) -> list[Problem]:
    """The plane is the zone of other prefectures than the city's: areas and distances would be off."""
    zones = {zone["epsg"]: zone for zone in settings.planes}
    own = [zone for zone in settings.planes if int(code[:2]) in zone["prefectures"]]
    if not own or plane not in zones or zones[plane] in own:
        return []
    said = {lang: " / ".join(f"{zone['epsg']} {zone[lang]}" for zone in own) for lang in LANGUAGES}
    here = {lang: zones[plane][lang] for lang in LANGUAGES}
    return [problem(settings, "city_plane_elsewhere", "projection", str(plane), code=code, own=said, here=here)]


def problem(settings: Settings, rule: str, name: str, value: str, **more: object) -> Problem:
    """One finding: the file, the key, the value, and in words which entry it is."""
    label = {lang: text(f"city.{name}", lang) for lang in LANGUAGES}
    told = {"key": ".".join(KEYS[name]), "label": label, "most": LONGEST, **more}
    return Problem("error", rule, settings.home.settings.name, value=presentable(value) if value else None, values=told)


def rewritten(before: str, entries: dict[tuple[str, str], str | int]) -> str:
    """The file with these entries, its comments, order and line endings as they were."""
    mark, ending = before[: before.startswith("\ufeff")], "\r\n" if "\r\n" in before else "\n"
    document = tomlkit.parse(before.removeprefix(mark).replace("\r\n", "\n"))
    for (section, key), value in entries.items():
        document.setdefault(section, tomlkit.table())[key] = value
    return mark + tomlkit.dumps(document).replace("\n", ending)
