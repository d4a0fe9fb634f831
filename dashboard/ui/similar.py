"""Places that are alike, why they are, and which of them moved the good way: of an association or a school district."""

from dashboard.edition import need
from dashboard.edition.catalogue import ALL
from dashboard.edition.places import ASSOCIATION, DISTRICT
from dashboard.figures.words import joined, value_text
from dashboard.i18n import number, rounded, signed
from dashboard.ui.frame import Frame
from dashboard.ui.listing import Cell, Column, show_listing, table

COUNT = 6
DECIMALS = {"size": 0, "ageing": 1, "density": 0, "membership": 1}


def subject(frame: Frame, first: str | None) -> tuple[str, str] | None:
    """(kind, code) of what is compared: the association chosen, else the district chosen, else the list's first."""
    choice, known = frame.choice, frame.catalogue.places.areas[ASSOCIATION]
    own = known.get(choice.association)
    if own is not None and choice.district in (ALL, own.district):
        return ASSOCIATION, own.code
    if choice.district != ALL:
        return DISTRICT, choice.district
    return (ASSOCIATION, first) if first else None


def panel(frame: Frame, first: str | None) -> None:
    """The nearest six with the values that make them near, and the change of the chosen indicator."""
    about = subject(frame, first)
    if about is None:
        return
    kind, code = about
    codes = {name: frame.settings.values["places"][name] for name in ("size", "ageing", "membership")}
    answer = frame.ask("alike", area_kind=kind, indicator=frame.choice.indicator, period=frame.choice.period, **codes)
    near = need.alike(answer.frame, code, COUNT)
    plain = answer.frame.astype(object).where(answer.frame.notna(), None).set_index("area", drop=False)
    rows = [plain.loc[area].to_dict() for area in (code, *near["area"]) if area in plain.index]
    title = frame.say("similar.title", place=frame.area(kind, code))
    html = drawn(frame, kind, rows, near.empty)
    show_listing(frame, "alike", title, frame.say("similar.sub"), answer, html)


def drawn(frame: Frame, kind: str, rows: list[dict], nothing: bool) -> str:
    """What can be said of them, and the table: the place itself first."""
    if nothing:
        return f"<p>{frame.say('similar.none')}</p>"
    heads = [Column(frame.say(f"similar.col_{kind}"), wide=True)]
    heads += [Column(frame.say(f"similar.col_{pair}"), number=True) for pair in ("people", "around")]
    heads += [Column(frame.say("similar.col_change", label=frame.indicator.measure.label[frame.lang]), number=True)]
    return f"<p>{said(frame, rows[1:])}</p>" + table(
        heads, [line(frame, kind, row, at) for at, row in enumerate(rows)], frame.lang
    )


def said(frame: Frame, rows: list[dict]) -> str:
    """Which of the places alike moved the good way in three years; without a good way, which moved most."""
    measure, lang = frame.indicator.measure, frame.lang
    sign = -1 if measure.direction == "down" else 1
    if all(row["change"] is None for row in rows):
        return frame.say("similar.unmoved", label=measure.label[lang])
    moved = [row for row in rows if row["change"] is not None and sign * rounded(row["change"], measure.decimals) > 0]
    moved.sort(key=lambda row: -sign * row["change"])
    words = {"of": number(len(rows)), "count": number(len(moved)), "label": measure.label[lang]}
    way = "rose" if sign > 0 else "fell"
    if not moved:
        return frame.say(f"similar.none_{way}", **words)
    best = moved[0]
    change = joined(signed(best["change"], measure.decimals), measure.difference[lang], lang)
    return frame.say(f"similar.{way}", best=best[f"label_{lang}"], change=change, **words)


def line(frame: Frame, kind: str, row: dict, own: bool) -> list[Cell]:
    """One place. own: it is the one that the others are alike to."""
    lang, measure = frame.lang, frame.indicator.measure
    shown = {
        name: value_text({"value": row[name], "status": row.get(f"{name}_status")}, DECIMALS[name], lang)
        for name in need.FEATURES
    }
    pairs = [(shown["size"], shown["ageing"]), (shown["density"], shown["membership"])]
    people, around = (
        Cell(frame.say("similar.size", value=count), note=frame.say("similar.share", value=share))
        for count, share in pairs
    )
    change = {"value": row["change"], "status": row["change_status"]}
    where = frame.area(DISTRICT, row["district"]) if kind == ASSOCIATION else frame.area("ward", row["ward"])
    name = Cell(row[f"label_{lang}"], "" if own else "m", note=where)
    return [name, people, around, Cell(value_text(change, measure.decimals, lang, sign=True), "b")]
