"""From an Answer to what is drawn: labels joined, events and breaks chosen, alternative text made. No drawing here."""

from dataclasses import replace

import pandas as pd

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import CITY, WARD, Measure
from dashboard.figures.alt import described
from dashboard.figures.scale import notes
from dashboard.figures.spec import FigureSpec
from dashboard.ui.frame import Frame

MOST_EVENTS = 4
ITEMS_SHOWN = 5


def with_labels(frame: Frame, answer: Answer) -> pd.DataFrame:
    """An answer's rows with `label` (member or item) and `fiscal_year`, `aggregate_only` (survey)."""
    rows, words, lang = answer.frame.copy(), frame.catalogue, frame.lang
    if "ward" in rows:
        rows = rows.assign(code=rows["ward"], label=[words.name(WARD, ward, lang) for ward in rows["ward"]])
    elif "item" in rows:
        rows["label"] = [words.measures[item].label[lang] for item in rows["item"]]
    else:
        pairs = zip(rows["view"], rows["member"], strict=True)
        rows = rows.assign(code=rows["member"], label=[words.name(view, member, lang) for view, member in pairs])
    if "wave" in rows:
        rows["fiscal_year"] = [words.waves[wave].fiscal_year for wave in rows["wave"]]
        rows["aggregate_only"] = [words.waves[wave].aggregate_only for wave in rows["wave"]]
    return rows


def described_spec(
    frame: Frame, kind: str, rows: pd.DataFrame, title: str, subtitle: str, measure: Measure | None = None, **options
) -> FigureSpec:
    """A spec with its axis notes in the subtitle and its alternative text."""
    spec = FigureSpec(kind, rows, frame.lang, measure or frame.measure, headline=title, options=options)
    joint = frame.say("panel.joint")
    spec = replace(spec, subtitle=joint.join(part for part in [subtitle, *notes(spec)] if part))
    return replace(spec, alt=described(spec))


def time_options(frame: Frame, breaks: Answer) -> dict:
    """Events marked by default, the line's breaks, the years without survey."""
    words = frame.catalogue
    first, last = (
        min(wave.fiscal_year for wave in words.waves.values()),
        max(wave.fiscal_year for wave in words.waves.values()),
    )
    marked = [
        event for event in words.events if event.default_on and first - 0.5 <= event.fiscal_position <= last + 0.5
    ]
    return {
        "events": [(event.fiscal_position, event.label[frame.lang]) for event in marked[:MOST_EVENTS]],
        "breaks": [(words.waves[row["wave"]].fiscal_year, row["kind"]) for row in breaks.rows()],
        "not_held": [wave.fiscal_year for wave in words.waves.values() if not wave.held],
    }


def unit_words(frame: Frame) -> str:
    """The unit as a subtitle says it."""
    return frame.say("panel.unit_index") if frame.measure.kind == "index" else frame.measure.unit[frame.lang]


def trend(frame: Frame, answer: Answer, breaks: Answer, behind: Answer | None, title: str) -> FigureSpec:
    """One line with its band; the whole city in grey behind a ward."""
    rows = with_labels(frame, answer)
    options = time_options(frame, breaks)
    if behind is not None:
        options["compare"] = with_labels(frame, behind)
    return described_spec(frame, "trend", rows, title, frame.say("panel.trend_sub"), **options)


def multiples(frame: Frame, wards: Answer, city: Answer, breaks: Answer, title: str) -> FigureSpec:
    """One panel a ward, the head office and the whole city, on one scale."""
    rows, whole = with_labels(frame, wards), with_labels(frame, city)
    return described_spec(
        frame, "multiples", pd.concat([whole, rows], ignore_index=True), title, frame.say("panel.multiples_sub"),
        compare=whole, focus=frame.choice.cell["member"], **time_options(frame, breaks),
    )  # fmt: skip


def dots(frame: Frame, wards: Answer, city: Answer) -> FigureSpec:
    """Values with intervals beside the map, highest first, against the whole city."""
    rows, whole = with_labels(frame, wards), with_labels(frame, city)
    subtitle = frame.say("panel.values_sub")
    return described_spec(
        frame, "dots", rows, frame.say("panel.values"), subtitle, city=whole.iloc[0].to_dict(), focus=frame.choice.ward
    )


def ward_map(frame: Frame, answer: Answer, title: str) -> FigureSpec:
    """The five wards in four classes with fixed breaks."""
    sea = frame.settings.values["map"]
    options = {"outlines": frame.catalogue.outlines, "selected": frame.choice.ward}
    rows = with_labels(frame, answer)
    if sea.get(f"sea_{frame.lang}"):
        options["sea"] = (sea["sea_lon"], sea["sea_lat"], sea[f"sea_{frame.lang}"])
    return described_spec(frame, "map", rows, title, unit_words(frame), **options)


def heat(frame: Frame, bureaus: Answer, city: Answer, title: str) -> FigureSpec:
    """Bureaus by heading, the whole city on top."""
    rows = pd.concat([with_labels(frame, city), with_labels(frame, bureaus)], ignore_index=True)
    words = frame.catalogue
    measures = {code: measure for code, measure in words.measures.items() if code.startswith("theme_")}
    rows = rows[rows["status"].ne("データなし") | rows["view"].eq(CITY)]
    return described_spec(
        frame, "heat", rows, title, frame.say("panel.themes_sub"), measures=measures, focus=None, threshold=6
    )


def likert(frame: Frame, answer: Answer, city: Answer, theme: str, title: str) -> FigureSpec:
    """The items of one heading, favourable to unfavourable, with the whole city's share beside."""
    words = frame.catalogue
    rows = with_labels(frame, answer)
    rows = rows[[words.measures[item].theme == theme for item in rows["item"]]].head(ITEMS_SHOWN)
    shares = dict(zip(city.frame["item"], city.frame["fav"], strict=True))
    rows = rows.assign(city=[shares[item] for item in rows["item"]])
    subtitle = frame.say("panel.items_sub")
    return described_spec(frame, "likert", rows, title, subtitle)
