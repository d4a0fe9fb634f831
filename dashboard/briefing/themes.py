"""The six headings: bureau by heading for the city, ward by heading for a ward; and who rose or fell, how surely."""

from dashboard.briefing.drawings import captioned, figure
from dashboard.briefing.findings import of_view
from dashboard.briefing.first import bracket
from dashboard.briefing.pack import Pack
from dashboard.briefing.tables import heads, member_line, table
from dashboard.edition.catalogue import ALL, BUREAU, CITY, NO_DATA, WARD
from dashboard.figures import survey_specs, words
from dashboard.i18n import number, signed

HALF, ROOM = 131, {BUREAU: 128, WARD: 70}  # mm; heights for as many members as a city usually has
WIDE = (267, 58)
AROUND, ROW = 36, 4.4  # mm: heads and key of the table of headings, and its lowest row
INDEX = "motivation"


def page(pack: Pack) -> dict:
    """The table of headings beside the list of members in their fixed order: they are never ranked.

    A ward's page has room for the course of every ward.
    """
    view = BUREAU if pack.is_city else WARD
    finding = of_view(pack, INDEX, view)
    return {
        "kind": "themes", "code": "themes", **finding.heading, "subtitle": finding.detail,
        "heat": heat(pack, view), "members": members(pack, view), "courses": None if pack.is_city else courses(pack),
    }  # fmt: skip


def heat(pack: Pack, view: str) -> dict:
    """Colour only where a member differs from the whole city."""
    answer = pack.ask("survey_themes", wave=pack.chosen.wave, view=view)
    city = pack.ask("survey_themes", wave=pack.chosen.wave, view=CITY)
    spec = survey_specs.heat(pack.chosen, answer, city, pack.say(f"brief.themes.heat_{view}"))
    rows = spec.frame["member"].nunique()
    return figure(pack, "themes", spec, answer, (HALF, max(ROOM[view], AROUND + ROW * rows)))


def courses(pack: Pack) -> dict:
    """Every ward over all surveys on one scale."""
    answer = pack.ask("survey_members", measure=INDEX, view=WARD)
    city = pack.ask("survey_trend", measure=INDEX, view=CITY, member=ALL)
    breaks = pack.ask("survey_breaks", measure=INDEX, view=WARD)
    spec = survey_specs.multiples(pack.chosen, answer, city, breaks, pack.say("brief.themes.courses"), ALL)
    return figure(pack, "courses", spec, answer, WIDE)


def members(pack: Pack, view: str) -> dict:
    """Value, change with its interval, and what may be said of it."""
    answer = pack.ask("survey_wave", wave=pack.chosen.wave, measure=INDEX, view=view)
    city = pack.ask("survey_wave", wave=pack.chosen.wave, measure=INDEX, view=CITY)
    rows = [row for row in [*answer.rows(), *city.rows()] if row["status"] != NO_DATA or row["member"] == ALL]
    named = heads(pack, "member", "value", "change", "interval", "verdict", "n")
    made = table(named, (member_row(pack, row) for row in rows), texts=(0, 4), bold=(1,))
    said = captioned(pack, pack.say("brief.themes.members"), pack.say("brief.themes.members_sub"), answer)
    return said | {"table": made}


def member_row(pack: Pack, row: dict) -> dict:
    lang, decimals = pack.lang, pack.chosen.measure.decimals
    change = "" if row["change"] is None else signed(row["change"], decimals)
    interval = bracket(pack, row, decimals).strip(" （）()")
    n = "" if row["n"] is None else number(row["n"])
    value, word = words.value_text(row, decimals, lang), words.verdict_word(row, lang)
    return member_line(
        pack, row["member"], [pack.short_name(row["view"], row["member"]), value, change, interval, word, n]
    )
