"""From the survey's answers to what is drawn: labels joined, events and breaks chosen, alternative text made.

Every function takes a Selection and Answers of the questions named, and gives a FigureSpec for any writer:
    trend(chosen, survey_trend, survey_breaks, survey_trend of the city or None, title)
    multiples(chosen, survey_members, survey_trend of the whole, survey_breaks, title, reference member)
    dots(chosen, survey_wave by ward, survey_wave of the city)      ward_map(chosen, ward_map, title, **size)
    heat(chosen, survey_themes, survey_themes of the city, title)
    likert(chosen, survey_items, survey_items of the city, theme, title)
    tile(chosen, measure code, survey_trend) gives a Tile
Titles are topics; a paper whose headline is a finding replaces `headline`.
"""

from dataclasses import replace

import pandas as pd

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, NO_DATA, SHOWN, WARD, WITHHELD
from dashboard.figures.alt import described
from dashboard.figures.cells import MOST_ROWS
from dashboard.figures.scale import axis_note, notes
from dashboard.figures.selection import Selection
from dashboard.figures.spec import FigureSpec
from dashboard.figures.tiles import Tile
from dashboard.figures.words import hidden
from dashboard.i18n import number

MOST_EVENTS = 4
PAIR_MARK = "／"  # between the two attributes of a pair's label
JOINED = "+"  # between the cells of a member that joins several


def with_labels(chosen: Selection, answer: Answer) -> pd.DataFrame:
    """An answer's rows with `member` and `label`, and for surveys `fiscal_year` and `aggregate_only`."""
    rows, words, lang = answer.frame.copy(), chosen.catalogue, chosen.lang
    if "ward" in rows:
        rows = rows.assign(view=WARD, member=rows["ward"])
    if "item" in rows:
        rows["label"] = [words.measures[item].label[lang] for item in rows["item"]]
    else:
        pairs = zip(rows["view"], rows["member"], strict=True)
        rows = rows.assign(label=[chosen.short_name(view, member) for view, member in pairs], code=rows["member"])
    if "wave" in rows:
        rows["fiscal_year"] = [words.waves[wave].fiscal_year for wave in rows["wave"]]
        rows["aggregate_only"] = [words.waves[wave].aggregate_only for wave in rows["wave"]]
    return rows


def finished(chosen: Selection, kind: str, rows: pd.DataFrame, title: str, subtitle: str, **options) -> FigureSpec:
    """A spec with its axis notes in the subtitle and its alternative text."""
    spec = FigureSpec(kind, rows, chosen.lang, chosen.measure, headline=title, options=options)
    told = notes(spec) if kind == "multiples" else [axis_note(spec)]  # a trend names its hollow points itself
    return replace(spec, subtitle=chosen.joined(subtitle, *told), alt=described(spec))


def time_options(chosen: Selection) -> dict:
    """Events marked by default and the years without survey."""
    words = chosen.catalogue
    years = [wave.fiscal_year for wave in words.waves.values()]
    marked = [
        (event.fiscal_position, event.label[chosen.lang])
        for event in words.events
        if event.default_on and min(years) - 0.5 <= event.fiscal_position <= max(years) + 0.5
    ]
    not_held = [wave.fiscal_year for wave in words.waves.values() if not wave.held]
    return {"events": marked[:MOST_EVENTS], "not_held": not_held}


def held(chosen: Selection, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of the years with a survey: 未実施 is not データなし."""
    return rows[rows["wave"].isin(chosen.catalogue.held)].reset_index(drop=True)


def breaks_of(chosen: Selection, breaks: Answer) -> list[tuple[int, str]]:
    """Breaks of a line as (fiscal year, kind)."""
    return [(chosen.catalogue.waves[row["wave"]].fiscal_year, row["kind"]) for row in breaks.rows()]


def band_words(chosen: Selection) -> str:
    """What the band is; a rate counted over all staff has none."""
    return "" if chosen.measure.kind == "rate" else chosen.say("panel.trend_sub")


def trend(chosen: Selection, answer: Answer, breaks: Answer, behind: Answer | None, title: str) -> FigureSpec:
    """One line with its band; the whole city in grey behind a ward."""
    options = {**time_options(chosen), "breaks": breaks_of(chosen, breaks)}
    if behind is not None:
        options["compare"] = held(chosen, with_labels(chosen, behind).assign(label=chosen.say("panel.city_short")))
    rows = held(chosen, with_labels(chosen, answer))
    return finished(chosen, "trend", rows, title, band_words(chosen), **options)


def multiples(
    chosen: Selection, answer: Answer, whole: Answer, breaks: Answer, title: str, reference: str
) -> FigureSpec:
    """One panel for the place as a whole and each of its groups shown in the chosen survey, on one scale."""
    groups = shown_groups(with_labels(chosen, answer), chosen.wave)
    groups["label"] = [label.rpartition(PAIR_MARK)[2] for label in groups["label"]]
    rows = held(chosen, pd.concat([with_labels(chosen, whole), groups], ignore_index=True))
    focus = chosen.ward if chosen.ward in set(groups["member"]) else None
    options = {**time_options(chosen), "breaks": breaks_of(chosen, breaks), "reference": reference, "focus": focus}
    return finished(chosen, "multiples", rows, title, band_words(chosen), **options)


def shown_groups(rows: pd.DataFrame, wave: str) -> pd.DataFrame:
    """Groups shown in a survey over all surveys. A joined cell stands in its group; a group has no gap where it did
    not exist.
    """
    now = rows[rows["wave"] == wave]
    shown = set(now.loc[now["status"] == SHOWN, "member"])
    if not shown and not (now["status"] == WITHHELD).any():  # a year without survey shows who there was before
        shown = set(rows["member"])
    is_absent = (rows["status"] == NO_DATA) & rows["member"].str.contains(JOINED, regex=False)
    return rows[rows["member"].isin(shown) & ~is_absent].reset_index(drop=True)


def dots(chosen: Selection, wards: Answer, city: Answer) -> FigureSpec:
    """Values with intervals beside the map, highest first, against the whole city."""
    whole = with_labels(chosen, city).assign(label=chosen.say("panel.city_short")).iloc[0].to_dict()
    options = {"city": whole, "focus": chosen.ward}
    return finished(chosen, "dots", with_labels(chosen, wards), chosen.say("panel.values"), "", **options)


def ward_map(chosen: Selection, answer: Answer, title: str, **size: int) -> FigureSpec:
    """The wards in four classes with fixed breaks, neighbours beneath."""
    options = {"outlines": chosen.catalogue.outlines, "selected": chosen.ward, **size}
    measure = chosen.measure
    subtitle = chosen.say("panel.index_range") if measure.kind == "index" else measure.unit[chosen.lang]
    return finished(chosen, "map", with_labels(chosen, answer), title, subtitle, **options)


def heat(chosen: Selection, bureaus: Answer, city: Answer, title: str) -> FigureSpec:
    """Bureaus by heading, the whole city on top; bureaus that did not exist in this survey are left out."""
    rows = pd.concat([with_labels(chosen, city), with_labels(chosen, bureaus)], ignore_index=True)
    known = rows.groupby("member")["status"].transform(lambda statuses: (statuses != NO_DATA).any())
    is_joined = (rows["wider_view"] == rows["view"]).groupby(rows["member"]).transform("any")  # shown in its group
    rows = rows[(known & ~is_joined) | (rows["member"] == ALL)]
    rows = rows[rows["member"].isin(rows["member"].unique()[: MOST_ROWS + 1])]
    suffix = chosen.say("panel.bureau_suffix")
    rows["label"] = [label.removesuffix(suffix) or label for label in rows["label"]]
    columns = {code: chosen.catalogue.measures[code] for code in dict.fromkeys(rows["measure"])}
    return finished(chosen, "heat", rows, title, chosen.say("panel.themes_sub"), city=ALL, measures=columns)


def likert(chosen: Selection, answer: Answer, city: Answer, theme: str, title: str) -> FigureSpec:
    """The items of one heading asked in this survey, with the whole city's share beside a ward's."""
    measures, rows = chosen.catalogue.measures, with_labels(chosen, answer)
    asked = [measures[item].theme == theme for item in rows["item"]]
    rows = rows[pd.Series(asked, index=rows.index) & (rows["status"] != NO_DATA)]
    if ALL not in set(rows["member"]):
        shares = dict(zip(city.frame["item"], city.frame["value"], strict=True))
        rows = rows.assign(city=[shares[item] for item in rows["item"]])
    return finished(chosen, "likert", rows, title, chosen.say("panel.items_sub", n=people(rows)))


def people(rows: pd.DataFrame) -> str:
    """Range of answers behind the items: '5,301–5,322', or one number; '-' where none is shown."""
    counts = rows["n"].dropna()
    if counts.empty:
        return "-"
    low, high = number(counts.min()), number(counts.max())
    return low if low == high else f"{low}–{high}"


def tile(chosen: Selection, code: str, answer: Answer) -> Tile:
    """One tile of the chosen survey with the course of all surveys."""
    measure, lang = chosen.catalogue.measures[code], chosen.lang
    rows = answer.rows()
    now = next(row for row in rows if row["wave"] == chosen.wave)
    words = chosen.catalogue
    course = [row for row in rows if row["wave"] in words.held or not words.waves[row["wave"]].held]  # none corrected
    upto = [None if hidden(row) else row["value"] for row in course if row["wave"] <= chosen.wave]
    corner, note = "", ""
    if measure.kind in ("rate", "index") and now["n"] is not None:
        corner = chosen.say("tile.n", n=number(now["n"]))
    if measure.kind == "rate" and now["asked"] is not None:
        corner = chosen.say("tile.asked", asked=number(now["asked"]))
        note = chosen.say("tile.answered", n=number(now["n"]))
    return Tile(
        measure.label[lang], now["value"], measure.unit[lang], measure.decimals, now["status"],
        now["change"], now["change_lo"], now["change_hi"], measure.difference[lang], measure.direction,
        measure.target, corner, note, upto, now["news"],
    )  # fmt: skip
