"""A blank karte typed back after a visit: its rows put among those kept, and the tables loaded as any other."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from dashboard.i18n import LANGUAGES, fiscal_year
from dashboard.intake import contract, read
from dashboard.intake.check import empty
from dashboard.intake.report import Problem, Report
from dashboard.intake.tables import Source
from dashboard.intake.template import kept_frames
from dashboard.intake.values import PARSERS
from dashboard.settings import Settings

# table: the cells of which one must be filled for a row to count
FORM = {"indicator_values": ("value", "status"), "association_facts": ("text_ja",)}
VISIT = "visit"  # what a source is called that is no table yet


def form_of(path: Path) -> Source | None:
    """The workbook of a blank karte, by its sheets; None for any other file."""
    if not path.name.lower().endswith(".xlsx"):
        return None
    data = path.read_bytes()
    try:
        names = {sheet.name for sheet in read.sheets(path.name, data)}
    except read.UnreadableError:
        return None
    return Source(path.name, data, VISIT, None) if names == set(FORM) else None


def among_kept(sources: Iterable[Source], settings: Settings, report: Report) -> list[Source]:
    """The sources with every typed karte as its tables: the kept rows, and in the place of those of the same key the
    typed ones. What was before and what is now is told in the report; rows left blank change nothing.
    """
    sources = list(sources)
    forms = [it for it in sources if it.table == VISIT]
    if not forms:
        return sources
    typed = {name: pd.concat([typed_in(form, name) for form in forms]) for name in FORM}
    for form in forms:
        if all(typed_in(form, name).empty for name in FORM):
            report.problems.append(Problem("error", "nothing_typed", form.file))
    frames = kept_frames(settings)
    made = [
        Source(f"{name}.csv", written(together(name, frames, rows)), name, None)
        for name, rows in typed.items()
        if not rows.empty
    ]
    report.visits += [told for name, rows in typed.items() for told in changes(name, rows, frames)]
    return [it for it in sources if it.table != VISIT] + made


def typed_in(form: Source, name: str) -> pd.DataFrame:
    """The rows of one table that were typed into a karte."""
    sheets = {sheet.name: sheet for sheet in read.sheets(form.file, form.data)}
    return rows_of(sheets[name], name)


def changes(name: str, rows: pd.DataFrame, frames: dict[str, pd.DataFrame]) -> Iterable[dict]:
    """What each typed row changes, by language: place, what, before, now."""
    places, labels = (
        names_of(frames, "associations", "association", "name"),
        names_of(frames, "indicators", "indicator", "label"),
    )
    kept = frames.get(name, empty(contract.tables()[name]))
    for row in rows.to_dict("records"):
        if name == "indicator_values":
            before = kept[(kept["area"] == row["area"]) & (kept["indicator"] == row["indicator"])]
            before = before.sort_values("fiscal_year").tail(1).to_dict("records")
            area, what = row["area"], labels.get(row["indicator"], {})
        else:
            before = kept[(kept["association"] == row["association"]) & (kept["fact"] == row["fact"])]
            before, area, what = before.to_dict("records"), row["association"], {}
        yield {
            lang: {
                "place": places.get(area, {}).get(lang) or area,
                "what": what.get(lang) or row.get("indicator") or row["fact"],
                "before": said(before[0], lang) if before else "",
                "now": said(row, lang),
            }
            for lang in LANGUAGES
        }


def names_of(frames: dict[str, pd.DataFrame], table: str, code: str, field: str) -> dict[str, dict[str, str]]:
    """Code -> its name by language."""
    if table not in frames:
        return {}
    rows = frames[table]
    return {it[code]: {lang: it[f"{field}_{lang}"] or it[f"{field}_ja"] for lang in LANGUAGES}
            for it in rows.to_dict("records")}  # fmt: skip


def said(row: dict, lang: str) -> str:
    """412（令和7年度）; what is no number as it was written."""
    if "text_ja" in row:
        return row["text_ja"]
    value = "" if pd.isna(row["value"]) else shown(row["value"])
    year = plain(str(row["fiscal_year"]), "fiscal_year")
    words = fiscal_year(int(year), lang, short=True) if year.isdigit() else year
    return f"{value or row['status']} ({words})" if lang == "en" else f"{value or row['status']}（{words}）"


def rows_of(sheet: read.Sheet, name: str) -> pd.DataFrame:
    """The rows of a sheet that were typed into, as text, under the table's own column names."""
    table = contract.tables()[name]
    (_, headers), *rows = sheet.rows or [(1, [])]
    known = {at: column for at, header in enumerate(headers) if (column := table.column_of(header))}
    found = [{column: cells[at] if at < len(cells) else "" for at, column in known.items()} for _, cells in rows]
    frame = pd.DataFrame(found, columns=list(table.columns)).fillna("")
    return frame[(frame[list(FORM[name])].apply(lambda column: column.str.strip()) != "").any(axis=1)]


def together(name: str, frames: dict[str, pd.DataFrame], rows: pd.DataFrame) -> pd.DataFrame:
    """The kept rows as text with the typed ones in the place of those of the same key."""
    table = contract.tables()[name]
    kept = frames.get(name, empty(table)).astype(object)
    kept = kept.where(kept.notna(), None).map(lambda cell: "" if cell is None else shown(cell))
    fresh = {key_of(row, table) for row in rows.to_dict("records")}
    left = [key_of(row, table) not in fresh for row in kept.to_dict("records")]
    return pd.concat([kept[left], rows])[list(table.columns)]


def shown(cell: object) -> str:
    """A value as it is handed in: 412, not 412.0."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def key_of(row: dict, table: contract.Table) -> tuple[str, ...]:
    """What names a row, a fiscal year in either calendar alike; what cannot be read is left to the check."""
    return tuple(plain(row[name], table.columns[name].type) for name in table.key)


def plain(cell: str, kind: str) -> str:
    """A cell of a key, read as its type and written again."""
    try:
        return str(PARSERS[kind](cell))
    except ValueError:
        return cell


def written(frame: pd.DataFrame) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(frame.columns)
    writer.writerows(frame.itertuples(index=False))
    return buffer.getvalue().encode("utf-8")
