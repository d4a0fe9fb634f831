"""What can be said of the internal network: sentences by rule from the rows of an Answer."""

from dashboard.edition.catalogue import SHOWN
from dashboard.edition.statements import ABSENT, Statement
from dashboard.i18n import number, signed, text


def of_reach(summary: dict | None, office: dict | None, place: str, year: str, lang: str, note: str = "") -> Statement:
    """How far a post reaches: of a ward office against all on the network, of all against the year before.

    summary: vision_summary of the year, None where there is none; office: the ward office's row of vision_reach, None
    for the whole network; place: the office's name; year: the fiscal year in words; note: what choosing a ward does.
    """
    if summary is None:
        return Statement(text("vision.no_posts", lang, year=year))
    row, at = (summary, "") if office is None else (office, "_at")
    said = {"posts": number(summary["posts"]), "year": year, "place": place}
    bracket = text("vision.base", lang, staff=counted(row["staff"]), **said)
    counts = text("vision.counts", lang, reactions=counted(row["reactions"]), replies=counted(row["replies"]))
    detail = text("vision.detail", lang) + (note or counts)
    if row["status"] != SHOWN:
        return Statement(
            text(f"vision.absent{at}", lang, status=text(ABSENT[row["status"]], lang), **said), bracket, detail
        )
    value = number(row["value"], 1)
    if office is not None and summary["status"] == SHOWN:
        return Statement(against(row["value"], summary["value"], said, lang), bracket, detail)
    if office is None and summary["change"] is not None:
        change = signed(summary["change"], 1)
        return Statement(text("vision.since", lang, value=value, change=change, **said), bracket, detail)
    return Statement(text(f"vision.value{at}", lang, value=value, **said), bracket, detail)


def against(value: float, whole: float, said: dict, lang: str) -> str:
    """The office beside the whole network, in the figures as printed."""
    mine, all_ = number(value, 1), number(whole, 1)
    difference = number(abs(value - whole), 1)
    rule = "level" if mine == all_ else "above" if value > whole else "below"
    return text(f"vision.{rule}", lang, value=mine, whole=all_, difference=difference, **said)


def counted(count: int | None) -> str:
    """A count as it is printed; '-' where it is withheld or unknown."""
    return "-" if count is None else number(count)


def of_crossing(summary: dict, lang: str) -> str:
    """The share of replies that go to another bureau; '' where it is not told."""
    if summary["crossing_share"] is None:
        return ""
    counts = {"replies": number(summary["replies"]), "crossing": number(summary["crossing"])}
    return text("vision.crossing", lang, share=number(summary["crossing_share"], 1), **counts)


def line_of_reach(summary: dict, lang: str) -> str:
    """The network in one line."""
    value = number(summary["value"], 1) if summary["status"] == SHOWN else None
    counts = {key: counted(summary[key]) for key in ("posts", "bureaus", "outside_posts")}
    shown = text("vision.percent", lang, value=value) if value else text(ABSENT[summary["status"]], lang)
    return text("vision.line", lang, reach=shown, **counts)
