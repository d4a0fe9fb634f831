"""From answers about the internal network to what is drawn; alternative text made.

Every function takes a Selection and Answers of the questions named, and gives a FigureSpec for any writer:
    course(chosen, vision_trend, breaks)        exchange(chosen, vision_exchange, vision_reach, breaks)
    awareness(chosen, survey_trend, survey_breaks, survey_trend of the city or None, first fiscal year, size)
breaks: the three class breaks of the tones.
"""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import ALL, SHOWN
from dashboard.edition.measure import Measure
from dashboard.figures.alt import described
from dashboard.figures.selection import Selection
from dashboard.figures.spec import FigureSpec
from dashboard.figures.survey_specs import trend
from dashboard.figures.years import short_year
from dashboard.i18n import LANGUAGES, number, text

REACH, VISION = "reach", "gap_vision"
MOST_YEARS = 8
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXY"  # heads of a matrix too narrow for names
LABEL_SHARE = {"ja": 0.24, "en": 0.34}


def measure(code: str, breaks: Sequence[float]) -> Measure:
    """What a table of the network shows: reach, reactions or exchange."""
    words = [{lang: text(f"vision.{part}_{code}", lang) for lang in LANGUAGES} for part in ("measure", "unit")]
    return Measure(code, "network", None, *words, words[1], 0, "up", tuple(breaks), None, False)


def headed(base: Measure, heads: dict[str, str]) -> dict[str, Measure]:
    """Columns of one measure: code -> the measure under its own head."""
    return {code: replace(base, label=dict.fromkeys(LANGUAGES, head)) for code, head in heads.items()}


def shortened(chosen: Selection, labels: pd.Series) -> list[str]:
    """Names of bureaus without what all of them have."""
    suffix = chosen.say("panel.bureau_suffix")
    return [label.removesuffix(suffix) or label for label in labels]


def table(chosen: Selection, rows: pd.DataFrame, base: Measure, **options: object) -> FigureSpec:
    """A table of bureaus in the order of the organisation, never ranked, its cells toned by class."""
    words = [chosen.say(f"vision.{part}_{base.code}") for part in ("title", "sub")]
    told = {"classes": True, "label_share": LABEL_SHARE[chosen.lang], **options}
    spec = FigureSpec("heat", rows.assign(lo=None, hi=None), chosen.lang, base, *words, options=told)
    return replace(spec, alt=described(spec))


def course(chosen: Selection, answer: Answer, breaks: Sequence[float]) -> FigureSpec:
    """Bureaus by fiscal year; everyone on the network on top; blank before a bureau began; a ward office bold."""
    lang, rows = chosen.lang, answer.frame
    base = measure(answer.parameters["network"] or REACH, breaks)
    years = sorted(rows["fiscal_year"].unique())[-MOST_YEARS:]
    rows = rows[rows["fiscal_year"].isin(years)]
    rows = rows.assign(
        member=rows["bureau"],
        label=shortened(chosen, rows[f"bureau_{lang}"]),
        measure=rows["fiscal_year"].astype(str),
        n=rows["staff"].where(rows["fiscal_year"] == int(chosen.wave[:4])),
    )
    columns = headed(base, {str(year): short_year(int(year), lang, with_era=True) for year in years})
    order = [ALL, *sorted(set(rows["bureau"]) - {ALL})]
    office = rows.loc[rows["ward"] == chosen.ward, "bureau"]
    return table(
        chosen, rows, base, measures=columns, order=order, sparse=True, counted=chosen.say("vision.staff"),
        focus=None if office.empty else office.iloc[0],
    )  # fmt: skip


def exchange(chosen: Selection, answer: Answer, reach: Answer, breaks: Sequence[float]) -> FigureSpec:
    """Replies from every bureau to every bureau."""
    lang, rows = chosen.lang, answer.frame
    base = measure("exchange", breaks)
    order = sorted(rows["from_bureau"].unique())
    letters = dict(zip(order, LETTERS, strict=False))
    sent = dict(zip(reach.frame["bureau"], reach.frame["replies"], strict=True))
    wards = dict(zip(reach.frame["ward"], reach.frame["bureau"], strict=True))
    names = zip(rows["from_bureau"], shortened(chosen, rows[f"from_bureau_{lang}"]), strict=True)
    rows = rows.assign(
        member=rows["from_bureau"],
        label=[f"{letters[code]} {name}" for code, name in names],
        measure=rows["to_bureau"],
        n=[sent.get(code) for code in rows["from_bureau"]],
    )
    return table(
        chosen, rows, base, measures=headed(base, letters), order=order, counted=chosen.say("vision.sent"),
        focus=wards.get(chosen.ward),
    )  # fmt: skip


def awareness(
    chosen: Selection, answer: Answer, breaks: Answer, behind: Answer | None, began: int, size: tuple[int, int]
) -> FigureSpec:
    """How many share the vision, survey by survey: beside reach, not explained by it. began: the network's first year;
    size: width and height in px."""
    chosen = replace(chosen, measure_code=VISION)
    spec = trend(chosen, answer, breaks, behind, chosen.say("vision.awareness"))
    options = {"events": [(began - 0.5, chosen.say("vision.began"))], "width": size[0], "height": size[1]}
    spec = replace(spec, options={**spec.options, **options})
    return replace(spec, alt=described(spec))


def to_target(chosen: Selection, answer: Answer) -> str:
    """How far the vision is from its target in the survey chosen; '' where its value is not told."""
    target, lang = chosen.catalogue.measures[VISION].target, chosen.lang
    if target is None:
        return text("vision.no_target", lang)
    rows = [row for row in answer.rows() if row["wave"] == chosen.wave and row["status"] == SHOWN]
    if not rows or rows[0]["value"] is None:
        return ""
    left = target - rows[0]["value"]
    if left <= 0:
        return text("vision.at_target", lang, target=number(target))
    return text("vision.to_target", lang, target=number(target), left=number(left, 1))
