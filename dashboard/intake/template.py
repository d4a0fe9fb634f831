"""An empty workbook for a table: headers with notes, cells that take only what may stand there, a list of columns."""

import io
from dataclasses import dataclass, replace

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from dashboard.i18n import LANGUAGES, text
from dashboard.intake import contract, keep
from dashboard.intake.questionnaire import SHIPPED, shipped
from dashboard.intake.road import Journey, travel
from dashboard.intake.survey import ATTRIBUTES, NOT_KEPT, SCALED
from dashboard.settings import Settings

ROWS = 5000  # rows that are prepared
BOLD, GREY, NEEDED = Font(bold=True), PatternFill("solid", fgColor="EEEEEE"), PatternFill("solid", fgColor="FFF2CC")
TEXTS = ("text", "code", "municipality", "wave", "fiscal_year", "month", "date_or_year")
FLAGS = ["1", "0"]
CODES = "codes"


class NoTemplateError(Exception):
    """There is no such table, or it holds outlines and is no table of rows."""

    def __init__(self, table: str):
        super().__init__(table)
        self.table = table

    def message(self, lang: str) -> str:
        known = " / ".join(name for name, it in contract.tables().items() if it.layer is None)
        return text("template.none", lang, table=self.table, known=known)


class NotShippedError(Exception):
    """The shipped questionnaire has nothing for this table."""

    def __init__(self, table: str):
        super().__init__(table)
        self.table = table

    def message(self, lang: str) -> str:
        return text("template.not_shipped", lang, table=self.table, known=" / ".join(SHIPPED))


@dataclass(frozen=True)
class Field:
    """One column of a template: how it is headed, what it means, and the values it takes (empty: any of its type).

    example: a value as an office writes it; of a question there is none.
    """

    header: str
    column: contract.Column
    choices: list[str]
    example: str = ""


def template(name: str, settings: Settings, filled: bool = False) -> bytes:
    """The workbook for a table, by its name or a name its file may have; with the codes that the home keeps.

    filled: with the shipped questionnaire in it. Raises NoTemplateError, NotShippedError where there is none for this
    table, and keep.SourcesError where what is kept is damaged.
    """
    name = next((it.name for it in contract.tables().values() if contract.stem(name) in it.files), name)
    table = contract.tables().get(name)
    if table is None or table.layer is not None:
        raise NoTemplateError(name)
    if filled and name not in SHIPPED:
        raise NotShippedError(name)
    return workbook(table, kept_frames(settings), shipped(table) if filled else [])


def templates(settings: Settings, filled: bool = False) -> dict[str, bytes]:
    """Every table's workbook by a file name that is known again when it comes back; as template() has them.

    The tables that a city must hand in lie in a folder of their own.
    """
    frames = kept_frames(settings)
    tables = [it for it in contract.tables().values() if it.layer is None]
    rows = {it.name: shipped(it) if filled and it.name in SHIPPED else [] for it in tables}
    folders = {needed: text(f"template.folder.{'needed' if needed else 'optional'}", "ja") for needed in (True, False)}
    return {f"{folders[it.required]}/{file_name(it)}": workbook(it, frames, rows[it.name]) for it in tables}


def file_name(table: contract.Table) -> str:
    """調査回.xlsx"""
    words = contract.document()["tables"][table.name]["files"]
    return f"{table.ja if table.ja in words else next(it for it in words if not it.isascii())}.xlsx"


def workbook(table: contract.Table, frames: dict, rows: list[list[str]]) -> bytes:
    """The workbook for a table with rows under its headers. frames: what the home keeps."""
    fields = [field_of(table, column, frames) for column in table.columns.values()]
    if table.name == "responses":
        fields = [scaled(it, frames) for it in fields] + item_fields(frames)
    book = Workbook()
    sheet, about, codes = book.active, book.create_sheet(), book.create_sheet(CODES)
    sheet.title, about.title, codes.sheet_state = table.ja, text("template.about", "ja"), "hidden"
    for number, field in enumerate(fields, 1):
        head(sheet, number, field)
        validate(sheet, codes, number, field)
    sheet.freeze_panes = "A2"
    write(sheet, rows)
    describe(about, fields)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def write(sheet, rows: list[list[str]]) -> None:
    """Rows below the header, as text: a code keeps its zeros, and nothing becomes a formula."""
    for number, row in enumerate(rows, 2):
        for place, value in enumerate(row, 1):
            cell = sheet.cell(number, place)
            cell.value, cell.data_type, cell.number_format = value or None, "s", "@"


def kept_frames(settings: Settings) -> dict:
    """The small tables that the home keeps, read again; none of a new home."""
    entries = keep.manifest(settings.home.sources)["current"].values()
    small = [it for it in entries if it.table != "responses" and contract.tables()[it.table].layer is None]
    plan = {it.key: keep.original(settings.home.sources, it) for it in small}
    return travel(Journey(settings, plan, lambda stage, share: None)).city.frames


def field_of(table: contract.Table, column: contract.Column, frames: dict) -> Field:
    """A column under the first Japanese header that the contract gives it."""
    entry = contract.document()["tables"][table.name]["columns"][column.name]
    choices = column.said("ja") or (FLAGS if column.type == "flag" else [])
    if column.refers:
        other, key = column.refers.split(".")
        choices = sorted(set(frames[other][key].dropna())) if other in frames else []
    headers = entry.get("headers", [column.name])
    example = contract.document()["tables"][table.name]["example"][column.name]
    return Field(next((it for it in headers if not it.isascii()), headers[0]), column, choices,
                 column.said_of(example, "ja"))  # fmt: skip


def scaled(field: Field, frames: dict) -> Field:
    """An attribute of a respondent with the answers of its scale."""
    return replace(field, choices=labels(frames, field.column.name)) if field.column.name in SCALED else field


def item_fields(frames: dict) -> list[Field]:
    """A column for every question still asked, under the header its answers come by."""
    if "questions" not in frames:
        return []
    asked = frames["questions"][frames["questions"]["last_wave"].isna() & ~frames["questions"]["kind"].isin(NOT_KEPT)]
    asked = asked[~asked["item"].isin(ATTRIBUTES)]
    rows = zip(asked["item"], asked["header"], asked["text_ja"], asked["text_en"], asked["scale"], strict=True)
    return [
        Field(header, contract.Column(item, "code", frozenset(), ja or item, en or ja or item), labels(frames, scale))
        for item, header, ja, en, scale in rows
    ]


def labels(frames: dict, scale: str | None) -> list[str]:
    if scale is None or "scales" not in frames:
        return []
    rows = frames["scales"]
    return rows.loc[rows["scale"] == scale, "label_ja"].dropna().tolist()


def head(sheet, number: int, field: Field) -> None:
    """The header cell: bold, coloured where a value is needed, its meaning as a note."""
    cell = sheet.cell(1, number, field.header)
    cell.font, cell.fill = BOLD, NEEDED if field.column.required == "value" else GREY
    cell.comment = Comment("\n".join([field.column.ja, field.column.en, rule_of(field)]), "", height=160, width=320)
    sheet.column_dimensions[get_column_letter(number)].width = max(12, min(40, 2 * len(field.header) + 2))


def rule_of(field: Field) -> str:
    """What a cell must hold, in both languages."""
    needed = "needed" if field.column.required == "value" else "may_be_blank"
    kind = [text(f"intake.expected.{field.column.type}", lang) for lang in LANGUAGES]
    return " / ".join([*(text(f"template.{needed}", lang) for lang in LANGUAGES), *kind])


def validate(sheet, codes, number: int, field: Field) -> None:
    """The cells under a header: text stays text (leading zeros), and only what may stand there is taken."""
    letter, column = get_column_letter(number), field.column
    form = "@" if column.type in TEXTS else "yyyy-mm-dd" if column.type == "date" else "General"
    sheet.column_dimensions[letter].number_format = form
    for row in range(2, 102) if form != "General" else ():
        sheet.cell(row, number).number_format = form
    check = validation_of(codes, number, field)
    if check is not None:
        check.error = rule_of(field)[:220]
        check.showErrorMessage = True
        check.add(f"{letter}2:{letter}{ROWS + 1}")
        sheet.add_data_validation(check)


def validation_of(codes, number: int, field: Field) -> DataValidation | None:
    column, letter = field.column, get_column_letter(number)
    if field.choices:
        for row, choice in enumerate(field.choices, 1):
            codes.cell(row, number, choice).number_format = "@"
        return DataValidation(type="list", formula1=f"={CODES}!${letter}$1:${letter}${len(field.choices)}")
    if column.type == "date":
        return DataValidation(type="date", operator="greaterThan", formula1="1")
    if column.type in ("integer", "decimal"):
        least = -1e15 if column.least is None else column.least
        most = 1e15 if column.most is None else column.most
        kind = "whole" if column.type == "integer" else "decimal"
        return DataValidation(type=kind, operator="between", formula1=f"{least:.15g}", formula2=f"{most:.15g}")
    return None


def describe(about, fields: list[Field]) -> None:
    """The list of columns: header, whether it is needed, meaning, an example, and the values that may stand there."""
    names = ("header", "rule", "meaning", "example", "values", "english")
    about.append([text(f"template.about.{name}", "ja") for name in names])
    for field in fields:
        meaning = field.column.ja, field.example, "、".join(field.choices), field.column.en
        about.append([field.header, rule_of(field), *meaning])
    for cell in (cell for row in about for cell in row):
        cell.font, cell.alignment = BOLD if cell.row == 1 else Font(), Alignment(wrap_text=True, vertical="top")
        cell.data_type, cell.number_format = "s", "@"
    about.freeze_panes = "A2"
    for letter, width in zip("ABCDEF", (24, 40, 50, 28, 50, 50), strict=True):
        about.column_dimensions[letter].width = width
