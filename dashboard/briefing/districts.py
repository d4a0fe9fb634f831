"""Every school district in one table: rates, what they are made of, dispatch; no single association."""

from dashboard.briefing.drawings import captioned
from dashboard.briefing.facts import COUNT, Form
from dashboard.briefing.headlines import Headline
from dashboard.briefing.pack import Pack
from dashboard.briefing.tables import heads, line, table
from dashboard.edition.answer import Answer
from dashboard.edition.catalogue import SHOWN, WARD
from dashboard.edition.places import DISTRICT, Indicator
from dashboard.edition.statements import made_of
from dashboard.figures import words
from dashboard.i18n import number, signed

DONE = {  # counts of dispatch and the width of their columns
    "associations": "1.1fr", "covered": "0.8fr", "visited": "0.8fr", "zero": "0.8fr", "no_report": "0.9fr",
    "visits": "0.7fr", "open_issues": "1.1fr",
}  # fmt: skip
VALUE, CHANGE, PARTS = "0.9fr", "0.7fr", "1.2fr"


def page(pack: Pack) -> dict:
    """One table under ward heads; its head repeats on every page."""
    wanted = (pack.indicator(code) for code in pack.settings.values["places"]["districts"])
    shown = [one for one in wanted if one] or [pack.first_indicator]
    answers = [values(pack, indicator) for indicator in shown]
    done = pack.ask("dispatch_districts", ward=pack.chosen.ward) if pack.has("dispatches") else None
    rates = columns(pack, shown)
    named = [*heads(pack, "district"), *(head for head, _ in rates), *(heads(pack, *DONE) if done is not None else [])]
    wide = ["1.5fr", *(width for _, width in rates), *(DONE.values() if done is not None else [])]
    return {
        "kind": "districts", "code": "districts", "headline": headline(pack, shown[0], answers[0]).words,
        "subtitle": pack.say("brief.districts.subtitle"),
        "caption": captioned(pack, pack.say("brief.districts.table"), pack.say("brief.districts.mark"), answers[0]),
        "table": table(named, (), bold=(1,), wide=wide) | {"groups": groups(pack, shown, answers, done)},
    }  # fmt: skip


def values(pack: Pack, indicator: Indicator) -> Answer:
    """An indicator in every district of the place."""
    code = indicator.measure.code
    return pack.ask("area_values", area_kind=DISTRICT, indicator=code, period=pack.period, ward=pack.chosen.ward)


def headline(pack: Pack, indicator: Indicator, answer: Answer) -> Headline:
    """How far the districts lie apart."""
    form = Form("number", indicator.measure.decimals, indicator.measure.unit[pack.lang])
    ends = {how: pack.fact(f"districts.{how}", answer, "value", form, how, status=SHOWN) for how in ("least", "most")}
    count = pack.fact("districts.count", answer, "area", COUNT, "count", area_kind=DISTRICT)
    label = pack.label(indicator.measure)
    return pack.headline("brief.districts.headline", place=pack.place, label=label, count=count, **ends)


def columns(pack: Pack, shown: list[Indicator]) -> list[tuple[str, str]]:
    """(head, width) of the rates: value and change, and what the first is made of."""
    change, parts = heads(pack, "year_change", "parts")
    found = []
    for at, indicator in enumerate(shown):
        found += [(pack.label(indicator.measure), VALUE), (change, CHANGE), *([(parts, PARTS)] if at == 0 else [])]
    return found


def groups(pack: Pack, shown: list[Indicator], answers: list[Answer], done: Answer | None) -> list[dict]:
    """Districts under their ward, both in fixed order."""
    rates = [{row["area"]: row for row in answer.rows()} for answer in answers]
    reach = {} if done is None else {row["district"]: row for row in done.rows()}
    found: dict[str, list[dict]] = {}
    for code, row in rates[0].items():
        cells = [row[f"label_{pack.lang}"], *rate_cells(pack, shown, [rate.get(code, row) for rate in rates])]
        cells += [] if done is None else reach_cells(pack, reach.get(code))
        found.setdefault(row["ward"], []).append(line(cells))
    wards = pack.words.places.areas[WARD]
    return [{"title": wards[ward].label[pack.lang], "rows": rows} for ward, rows in found.items()]


def rate_cells(pack: Pack, shown: list[Indicator], rows: list[dict]) -> list[str]:
    cells = []
    for at, (indicator, row) in enumerate(zip(shown, rows, strict=True)):
        decimals = indicator.measure.decimals
        change = "" if row["change"] is None else signed(row["change"], decimals)
        cells += [words.value_text(row, decimals, pack.lang), change]
        cells += [made_of(row, pack.lang).strip(" （）()") if row["status"] == SHOWN else ""] if at == 0 else []
    return cells


def reach_cells(pack: Pack, row: dict | None) -> list[str]:
    """Counts of associations and visits; a district without associations has none."""
    return [pack.say("figure.no_data")] * len(DONE) if row is None else [number(row[name]) for name in DONE]
