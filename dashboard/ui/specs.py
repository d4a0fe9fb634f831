"""From an Answer to what is drawn: labels joined, events and breaks chosen, alternative text made. No drawing here."""

from dataclasses import replace
from html import escape

import pandas as pd

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, HEAD_OFFICE, NO_DATA, SHOWN, WARD, WITHHELD
from dashboard.figures.alt import described
from dashboard.figures.scale import axis_note, notes
from dashboard.figures.screen.heat import MOST_ROWS
from dashboard.figures.spec import FigureSpec
from dashboard.figures.tiles import Tile, colour_of
from dashboard.figures.words import hidden, value_text, verdict, verdict_word
from dashboard.i18n import number, signed
from dashboard.ui.frame import Frame

MOST_EVENTS = 4
PAIR_MARK = "／"  # between the two attributes of a pair's label


def with_labels(frame: Frame, answer: Answer) -> pd.DataFrame:
    """An answer's rows with `member` and `label`, and for surveys `fiscal_year` and `aggregate_only`."""
    rows, words, lang = answer.frame.copy(), frame.catalogue, frame.lang
    if "ward" in rows:
        rows = rows.assign(view=WARD, member=rows["ward"])
    if "item" in rows:
        rows["label"] = [words.measures[item].label[lang] for item in rows["item"]]
    else:
        pairs = zip(rows["view"], rows["member"], strict=True)
        rows = rows.assign(label=[short_name(frame, view, member) for view, member in pairs], code=rows["member"])
    if "wave" in rows:
        rows["fiscal_year"] = [words.waves[wave].fiscal_year for wave in rows["wave"]]
        rows["aggregate_only"] = [words.waves[wave].aggregate_only for wave in rows["wave"]]
    return rows


def short_name(frame: Frame, view: str, member: str) -> str:
    """A label for narrow places: the head office by its short name."""
    return frame.say("filter.head_office") if member == HEAD_OFFICE else frame.place(view, member)


def finished(frame: Frame, kind: str, rows: pd.DataFrame, title: str, subtitle: str, **options) -> FigureSpec:
    """A spec with its axis notes in the subtitle and its alternative text."""
    spec = FigureSpec(kind, rows, frame.lang, frame.measure, headline=title, options=options)
    told = notes(spec) if kind == "multiples" else [axis_note(spec)]  # a trend names its hollow points itself
    said = frame.say("panel.joint").join(part for part in [subtitle, *told] if part)
    return replace(spec, subtitle=said, alt=described(spec))


def time_options(frame: Frame) -> dict:
    """Events marked by default and the years without survey."""
    words = frame.catalogue
    years = [wave.fiscal_year for wave in words.waves.values()]
    marked = [
        (event.fiscal_position, event.label[frame.lang])
        for event in words.events
        if event.default_on and min(years) - 0.5 <= event.fiscal_position <= max(years) + 0.5
    ]
    not_held = [wave.fiscal_year for wave in words.waves.values() if not wave.held]
    return {"events": marked[:MOST_EVENTS], "not_held": not_held}


def held(frame: Frame, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of the years with a survey: 未実施 is not データなし."""
    return rows[rows["wave"].isin(frame.catalogue.held)].reset_index(drop=True)


def breaks_of(frame: Frame, breaks: Answer) -> list[tuple[int, str]]:
    """Breaks of a line as (fiscal year, kind)."""
    return [(frame.catalogue.waves[row["wave"]].fiscal_year, row["kind"]) for row in breaks.rows()]


def band_words(frame: Frame) -> str:
    """What the band is; a rate counted over all staff has none."""
    return "" if frame.measure.kind == "rate" else frame.say("panel.trend_sub")


def trend(frame: Frame, answer: Answer, breaks: Answer, behind: Answer | None, title: str) -> FigureSpec:
    """One line with its band; the whole city in grey behind a ward."""
    options = {**time_options(frame), "breaks": breaks_of(frame, breaks)}
    if behind is not None:
        options["compare"] = held(frame, with_labels(frame, behind).assign(label=frame.say("panel.city_short")))
    rows = held(frame, with_labels(frame, answer))
    return finished(frame, "trend", rows, title, band_words(frame), **options)


def multiples(frame: Frame, answer: Answer, whole: Answer, breaks: Answer, title: str, reference: str) -> FigureSpec:
    """One panel for the place as a whole and each of its groups shown in the chosen survey, on one scale."""
    groups, withheld = shown_groups(with_labels(frame, answer), frame.choice.wave)
    groups["label"] = [label.rpartition(PAIR_MARK)[2] for label in groups["label"]]
    rows = held(frame, pd.concat([with_labels(frame, whole), groups], ignore_index=True))
    focus = None if frame.choice.ward == ALL or reference != ALL else frame.choice.ward
    options = {**time_options(frame), "breaks": breaks_of(frame, breaks), "reference": reference, "focus": focus}
    said = [band_words(frame), frame.say("panel.withheld", count=withheld) if withheld else ""]
    return finished(frame, "multiples", rows, title, frame.say("panel.joint").join(filter(None, said)), **options)


def shown_groups(rows: pd.DataFrame, wave: str) -> tuple[pd.DataFrame, int]:
    """(groups shown in a survey over all surveys, how many of it are withheld). A joined cell stands in its group."""
    now = rows[rows["wave"] == wave]
    shown = set(now.loc[now["status"] == SHOWN, "member"])
    if not shown and not (now["status"] == WITHHELD).any():  # a year without survey shows who there was before
        shown = set(rows["member"])
    withheld = (now["status"] == WITHHELD) & (now["wider_view"] != now["view"])
    return rows[rows["member"].isin(shown)].reset_index(drop=True), int(withheld.sum())


def dots(frame: Frame, wards: Answer, city: Answer) -> FigureSpec:
    """Values with intervals beside the map, highest first, against the whole city."""
    whole = with_labels(frame, city).assign(label=frame.say("panel.city_short")).iloc[0].to_dict()
    options = {"city": whole, "focus": frame.choice.ward}
    return finished(frame, "dots", with_labels(frame, wards), frame.say("panel.values"), "", **options)


def ward_map(frame: Frame, answer: Answer, title: str, **size: int) -> FigureSpec:
    """The wards in four classes with fixed breaks, neighbours beneath."""
    options = {"outlines": frame.catalogue.outlines, "selected": frame.choice.ward, **size}
    measure = frame.measure
    subtitle = frame.say("panel.index_range") if measure.kind == "index" else measure.unit[frame.lang]
    return finished(frame, "map", with_labels(frame, answer), title, subtitle, **options)


def heat(frame: Frame, bureaus: Answer, city: Answer, title: str) -> FigureSpec:
    """Bureaus by heading, the whole city on top; bureaus that did not exist in this survey are left out."""
    rows = pd.concat([with_labels(frame, city), with_labels(frame, bureaus)], ignore_index=True)
    known = rows.groupby("member")["status"].transform(lambda statuses: (statuses != NO_DATA).any())
    is_joined = rows["wider_view"] == rows["view"]  # a department shown in a group of several
    rows = rows[(known & ~is_joined) | (rows["member"] == ALL)]
    rows = rows[rows["member"].isin(rows["member"].unique()[: MOST_ROWS + 1])]
    suffix = frame.say("panel.bureau_suffix")
    rows["label"] = [label.removesuffix(suffix) or label for label in rows["label"]]
    columns = {code: frame.catalogue.measures[code] for code in dict.fromkeys(rows["measure"])}
    return finished(frame, "heat", rows, title, frame.say("panel.themes_sub"), city=ALL, measures=columns)


def likert(frame: Frame, answer: Answer, city: Answer, theme: str, title: str) -> FigureSpec:
    """The items of one heading asked in this survey, with the whole city's share beside a ward's."""
    measures, rows = frame.catalogue.measures, with_labels(frame, answer)
    asked = [measures[item].theme == theme for item in rows["item"]]
    rows = rows[pd.Series(asked, index=rows.index) & (rows["status"] != NO_DATA)]
    if ALL not in set(rows["member"]):
        shares = dict(zip(city.frame["item"], city.frame["value"], strict=True))
        rows = rows.assign(city=[shares[item] for item in rows["item"]])
    return finished(frame, "likert", rows, title, frame.say("panel.items_sub", n=people(rows)))


def people(rows: pd.DataFrame) -> str:
    """Range of answers behind the items: '5,301–5,322', or one number; '-' where none is shown."""
    counts = rows["n"].dropna()
    if counts.empty:
        return "-"
    low, high = number(counts.min()), number(counts.max())
    return low if low == high else f"{low}–{high}"


def tile(frame: Frame, code: str, answer: Answer) -> Tile:
    """One tile of the chosen survey with the course of all surveys."""
    measure, lang = frame.catalogue.measures[code], frame.lang
    rows = answer.rows()
    now = next(row for row in rows if row["wave"] == frame.choice.wave)
    upto = [None if hidden(row) else row["value"] for row in rows if row["wave"] <= frame.choice.wave]
    corner, note = "", ""
    if measure.kind in ("rate", "index") and now["n"] is not None:
        corner = frame.say("tile.n", n=number(now["n"]))
    if measure.kind == "rate" and now["asked"] is not None:
        corner, note = (
            frame.say("tile.asked", asked=number(now["asked"])),
            frame.say("tile.answered", n=number(now["n"])),
        )
    return Tile(
        measure.label[lang], now["value"], measure.unit[lang], measure.decimals, now["status"],
        now["change"], now["change_lo"], now["change_hi"], measure.difference[lang], measure.direction,
        measure.target, corner, note, upto, now["news"],
    )  # fmt: skip


def ward_row(frame: Frame, row: dict) -> str:
    """Value, change and verdict of one ward as the cells behind its button."""
    measure, lang = frame.measure, frame.lang
    value = value_text(row, measure.decimals, lang)
    change = row["change"]
    amount = "" if change is None else signed(change, measure.decimals)
    tone = colour_of(verdict(row), measure.direction)
    n = "" if row["n"] is None else frame.say("tile.n", n=number(row["n"]))
    return (
        f'<p class="k-row" lang="{lang}"><b>{escape(value)}</b><em class="{tone}">{escape(amount)} '
        f"{escape(verdict_word(row, lang))}</em><span>{escape(n)}</span></p>"
    )


def ward_head(frame: Frame) -> str:
    """Title of the ward table and what its buttons do."""
    title, said = (
        escape(frame.say("panel.ward_table")),
        escape(frame.say("panel.ward_table_sub", unit=frame.measure.difference[frame.lang])),
    )
    return f'<div class="k-ft" lang="{frame.lang}"><h2>{title}</h2><p>{said}</p></div>'
