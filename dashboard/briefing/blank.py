"""The blank karte for a visit: on paper with the value before beside every empty field, and a workbook to type it back.

What is typed into the workbook loads as rows of indicator_values and association_facts (dashboard/intake/visited.py).
"""

import io
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from dashboard.briefing.karte import NoSuchPlace
from dashboard.briefing.karte_page import head, value
from dashboard.briefing.typesetting import compile
from dashboard.edition.ask import ask
from dashboard.edition.catalogue import Catalogue, catalogue
from dashboard.edition.export import marked
from dashboard.edition.places import ASSOCIATION
from dashboard.edition.store import Edition
from dashboard.edition.workbook import FIXED
from dashboard.figures.codes import said
from dashboard.figures.words import hidden
from dashboard.i18n import fiscal_year, text

TEMPLATE = Path(__file__).with_name("blank.typ")
VALUES, FACTS = "indicator_values", "association_facts"
# What a person types is left blank; the columns of the table stand under the headers of the contract, ours beside them.
TYPED = {VALUES: ("value", "status", "as_of"), FACTS: ("text_ja", "text_en", "as_of")}
OURS = {"label": "label", "before": "before_head"}
WIDTHS = {"label": 30, "before": 24, "text_ja": 40, "text_en": 40, "fact": 24}


def write_blank(edition: Edition, tables: dict, association: str, lang: str, folder: Path) -> list[Path]:
    """Write the PDF and the workbook of one association to a folder, made where it is missing.

    tables: the contract (Settings.tables). Raises NoSuchPlace.
    """
    words = catalogue(edition)
    if association not in words.places.areas[ASSOCIATION]:
        raise NoSuchPlace(association)
    (place,) = ask(edition, "karte_place", association=association).rows()
    values, facts = counted(edition, association), ask(edition, "karte_facts", association=association).rows()
    folder.mkdir(parents=True, exist_ok=True)
    name = marked(edition.demo, lang, "karte", "blank", association, lang, f"edition{edition.number}")
    made = {
        "pdf": paper(words, place, values, facts, lang),
        "xlsx": workbook(words, place, values, facts, tables, lang),
    }
    paths = [folder / f"{name}.{suffix}" for suffix in made]
    for path, content in zip(paths, made.values(), strict=True):
        path.write_bytes(content)
    return paths


def counted(edition: Edition, association: str) -> list[dict]:
    """The association's own indicators that are handed in; a rate is made of its parts and never typed."""
    rates = {row["indicator"] for row in ask(edition, "indicators").rows() if row["numerator"]}
    rows = ask(edition, "karte", association=association).rows()
    return [row for row in rows if row["area_kind"] == ASSOCIATION and row["indicator"] not in rates]


def before(row: dict, lang: str) -> str:
    """The last value with its year, or why there is none."""
    if hidden(row):
        return value(row, lang)
    return text("blank.before", lang, value=value(row, lang), year=fiscal_year(row["fiscal_year"], lang, short=True))


def paper(words: Catalogue, place: dict, values: Sequence[dict], facts: Sequence[dict], lang: str) -> bytes:
    """The form as PDF: A4, empty fields tall enough to write in by hand."""
    edition = text("foot.edition", lang, number=words.edition, date=words.built_on.isoformat())
    keys = ("visited_on", "how", "indicators", "facts", "indicator", "last", "now", "date", "fact", "notes")
    data = {
        "lang": lang, "author": text("product.name", lang), "keywords": [edition],
        "stamp": text("demo.mark", lang) if words.demo else None,
        "foot": [f"{text('product.name', lang)}　{edition}　{words.edition_hash[:12]}"],
        "labels": {key: text(f"blank.{key}", lang) for key in keys}, "place": head(place, lang),
        "values": [
            [said(row["field"], lang), row[f"label_{lang}"], before(row, lang), row[f"unit_{lang}"]] for row in values
        ],
        "facts": [[said(row["fact"], lang), row[f"text_{lang}"] or row["text_ja"]] for row in facts],
    }  # fmt: skip
    title = text("blank.title", lang, place=place[f"label_{lang}"])
    return compile(TEMPLATE, data, {}, title, words.built_on)


def workbook(
    words: Catalogue, place: dict, values: Sequence[dict], facts: Sequence[dict], tables: dict, lang: str
) -> bytes:
    """A sheet a table: keys filled in, the value before beside the empty cells."""
    code, day = place[ASSOCIATION], words.built_on
    year = str(day.year - (day.month < 4))
    own = [
        {"area_kind": ASSOCIATION, "area": code, "fiscal_year": year, "indicator": row["indicator"],
         "label": row[f"label_{lang}"], "before": before(row, lang)} for row in values
    ]  # fmt: skip
    known = [{ASSOCIATION: code, "fact": row["fact"], "before": row[f"text_{lang}"] or row["text_ja"]} for row in facts]
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": FIXED, "title": text("blank.title", lang, place=place[f"label_{lang}"])})
        sheet(book, VALUES, tables, own, lang)
        sheet(book, FACTS, tables, known, lang)
    return out.getvalue()


def sheet(book: xlsxwriter.Workbook, name: str, tables: dict, rows: Sequence[dict], lang: str) -> None:
    """One table to type into; cells to fill are coloured, and hold text that Excel leaves as it is."""
    filled = list(dict.fromkeys(key for row in rows for key in row))
    columns, page = [*filled, *TYPED[name]], book.add_worksheet(name)
    bold, typed = book.add_format({"bold": True, "bottom": 1}), book.add_format({"bg_color": "#FFF2CC", "border": 1})
    typed.set_num_format("@")
    contract = tables[name]["columns"]
    for at, column in enumerate(columns):
        header = contract[column]["headers"][0] if column in contract else text(f"blank.{OURS[column]}", lang)
        page.write_string(0, at, header, bold)
        page.set_column(at, at, WIDTHS.get(column, 14))
        for row, cells in enumerate(rows, 1):
            page.write(row, at, cells.get(column), typed if column in TYPED[name] else None)
        if rows and (allowed := contract.get(column, {}).get("allowed")) and column in TYPED[name]:
            page.data_validation(1, at, len(rows), at, {"validate": "list", "source": allowed})
    page.freeze_panes(1, 0)
