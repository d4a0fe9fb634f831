"""briefing.xlsx: the numbers of a pack as a council briefer opens them, a sheet a subject, charts that Excel draws."""

import datetime
from functools import cache
from pathlib import Path

import xlsxwriter

from dashboard.briefing import workbook_charts as charts
from dashboard.briefing.pack import Pack
from dashboard.briefing.subjects import EVIDENCE, Subject, decimals, rows, subjects
from dashboard.briefing.workbook_table import write_table
from dashboard.edition.workbook import LETTERS
from dashboard.figures import palette
from dashboard.figures.twins import column_name
from dashboard.i18n import text

FORBIDDEN = str.maketrans("[]:*?/\\'", "________")  # what Excel refuses in the name of a sheet
HEAD_ROW = 4
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
A4 = 9
METHODS = ("interval", "verdict", "shown", "charts", "order", "check")


def write(pack: Pack, path: Path) -> None:
    """Write the workbook. The same pack gives the same bytes."""
    words, lang = pack.words, pack.lang
    with xlsxwriter.Workbook(str(path), OPTIONS) as book:
        made = Book(pack, book)
        book.set_properties({
            "title": made.title, "author": pack.settings.values["city"][f"name_{lang}"],
            "comments": made.stamp, "created": datetime.datetime.combine(words.built_on, datetime.time()),
        })  # fmt: skip
        sheets = subjects(pack.asked)
        tabs = unique(
            [subject.tab(words, lang) for subject in sheets], taken=[made.say("book.contents"), made.say("book.method")]
        )
        made.contents(list(zip(tabs, sheets, strict=True)))
        for tab, subject in zip(tabs, sheets, strict=True):
            made.subject(tab, subject)
        made.method()


def unique(names: list[str], taken: list[str]) -> list[str]:
    """Names of sheets that Excel accepts: short, without its marks, none twice."""
    found: list[str] = []
    for name in names:
        plain = name.translate(FORBIDDEN)[:LETTERS]
        count = 2
        while plain.casefold() in (one.casefold() for one in [*found, *taken]):
            tail = f" {count}"
            plain, count = name.translate(FORBIDDEN)[: LETTERS - len(tail)] + tail, count + 1
        found.append(plain)
    return found


class Book:
    """The workbook in the making: its formats and how every sheet is set up."""

    def __init__(self, pack: Pack, book: xlsxwriter.Workbook):
        self.pack, self.book = pack, book
        self.words, self.lang = pack.words, pack.lang
        self.stamp = self.say("demo.mark") if self.words.demo else ""
        wave = self.words.waves[pack.chosen.wave]
        self.title = self.say("brief.title", place=pack.place, year=pack.year(wave.fiscal_year))
        self.style = cache(self._style)
        book.formats[0].set_font_name(charts.FACE)

    def say(self, key: str, **values: object) -> str:
        return text(key, self.lang, **values)

    def _style(self, name: str) -> object:
        """A format by name: head, title, note, stamp, link, text, a share's head, or a number format."""
        base = {"font_name": charts.FACE, "font_size": 11, "font_color": palette.INK, "valign": "top"}
        line = {"bottom": 1, "bottom_color": palette.CONTEXT}
        head = {"bold": True, "bottom": 2, "text_wrap": True, "font_color": palette.MUTED}
        named = {
            "head": {**head, "indent": 1}, "head_number": {**head, "align": "right"},
            "title": {"bold": True, "font_size": 16}, "note": {"font_color": palette.MUTED},
            "stamp": {"bold": True, "font_color": "#CE0000"}, "text": {**line, "text_wrap": True, "indent": 1},
            "link": {**line, "font_color": palette.FOCUS, "underline": 1},
        }  # fmt: skip
        if name in palette.SHARES:
            fill, ink = palette.SHARES[name]
            return self.book.add_format({**base, **head, "align": "right", "bg_color": fill, "font_color": ink})
        return self.book.add_format({**base, **named.get(name, {**line, "num_format": name})})

    def sheet(self, tab: str, title: str, note: str, repeated: int) -> object:
        """A sheet with its heads, ready to print on one page's width. repeated: the row of the table's heads."""
        sheet = self.book.add_worksheet(tab)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.5, 0.5, 0.8, 0.7)
        sheet.set_header(f"&L&9{plain(self.title)}&R&9{plain(self.stamp)}")
        edition = self.say("foot.edition", number=self.words.edition, date=self.words.built_on.isoformat())
        sheet.set_footer(f"&L&8{plain(edition)}　{self.words.edition_hash[:12]}&R&9&P / &N")
        sheet.hide_gridlines(2)
        for row, (words, style) in enumerate(((title, "title"), (note, "note"), (self.stamp, "stamp"))):
            sheet.write_string(row, 0, words, self.style(style))
        sheet.set_row(0, 26)
        sheet.repeat_rows(repeated)
        sheet.freeze_panes(repeated + 1, 1)
        return sheet

    def heads(self, sheet: object, names: list[str], row: int) -> None:
        for place, name in enumerate(names):
            sheet.write_string(row, place, name, self.style("head"))

    def contents(self, sheets: list[tuple[str, Subject]]) -> None:
        """The first sheet: every other one, what it answers and its evidence numbers."""
        sheet = self.sheet(self.say("book.contents"), self.title, self.say("book.contents_note"), HEAD_ROW)
        self.heads(
            sheet, [self.say(f"book.head.{name}") for name in ("sheet", "question", "asked", "evidence")], HEAD_ROW
        )
        for place, width in enumerate((34, 60, 44, 24)):
            sheet.set_column(place, place, width)
        for row, (tab, subject) in enumerate(sheets, start=HEAD_ROW + 1):
            sheet.write_url(row, 0, f"internal:'{tab}'!A1", self.style("link"), tab)
            numbers = " ".join(map(self.pack.number, subject.answers))
            told = self.pack.chosen.joined(*subject.asked(self.words, self.lang))
            for place, words in enumerate((self.question(subject), told, numbers), start=1):
                sheet.write_string(row, place, words, self.style("text"))

    def question(self, subject: Subject) -> str:
        asked = subject.answers[0].question
        return asked.ja if self.lang == "ja" else asked.en

    def subject(self, tab: str, subject: Subject) -> None:
        """The rows of a subject, its chart beneath."""
        asked = subject.asked(self.words, self.lang)
        days = dict.fromkeys(day for day in map(self.pack.as_of, subject.answers) if day)
        dated = [self.say("book.as_of", date=day) for day in days]
        numbers = " ".join(map(self.pack.number, subject.answers))
        note = self.pack.chosen.joined(
            *asked, self.unit(subject), *dated, f"{self.say('book.head.evidence')} {numbers}"
        )
        sheet = self.sheet(tab, self.question(subject), note, HEAD_ROW)
        frame = rows(subject, self.words, self.lang, self.pack.number)
        names = [self.name_of(column) for column in frame]
        write_table(sheet, frame, names, HEAD_ROW, decimals(subject, self.words), self.style, self.lang)
        table = charts.Table(self.book, sheet, frame, HEAD_ROW + 1, self.lang, self.style)
        unit = self.unit(subject)
        title = self.pack.chosen.joined(*asked) + (self.say("panel.in_unit", unit=unit) if unit else "")
        charts.draw(table, subject.question, title, unit, self.question(subject))

    def name_of(self, column: str) -> str:
        """The head of a column."""
        return self.say("book.head.evidence") if column == EVIDENCE else column_name(column, self.lang)

    def unit(self, subject: Subject) -> str:
        """What a chart's axis is in."""
        parameters = subject.answers[0].parameters
        measure = self.words.measures.get(parameters.get("measure"))
        indicator = self.words.places.indicators.get(parameters.get("indicator"))
        found = measure or (indicator and indicator.measure)
        return found.unit[self.lang] if found else ""

    def method(self) -> None:
        """The last sheet: where the numbers come from, how they were made, how to check them."""
        sheet = self.sheet(self.say("book.method"), self.say("book.method"), self.say("book.method_note"), HEAD_ROW)
        self.heads(sheet, [self.say("book.head.part"), self.say("book.head.said")], HEAD_ROW)
        sheet.set_column(0, 0, 30)
        sheet.set_column(1, 1, 110)
        for row, (part, said) in enumerate([*self.base(), *self.definitions()], start=HEAD_ROW + 1):
            sheet.write_string(row, 0, part, self.style("text"))
            sheet.write_string(row, 1, said, self.style("text"))

    def base(self) -> list[tuple[str, str]]:
        """Edition, survey, place tables, map, methods."""
        words, wave = self.words, self.words.waves[self.pack.chosen.wave]
        edition = self.say("foot.edition", number=words.edition, date=words.built_on.isoformat())
        closed = "-" if wave.closed_on is None else wave.closed_on.isoformat()
        places = "-" if words.places.as_of is None else words.places.as_of.isoformat()
        said = {
            "edition": f"{edition}　{words.edition_hash}",
            "survey": f"{wave.label[self.lang]}　{self.say('foot.as_of', date=closed)}",
            "register": f"{self.say('foot.places')}　{self.say('foot.places_as_of', date=places)}",
            "map": words.map_credit[self.lang],
        }
        known = [(self.say(f"book.base.{part}"), told) for part, told in said.items()]
        return known + [(self.say(f"book.method.{part}"), self.say(f"book.method.{part}_said")) for part in METHODS]

    def definitions(self) -> list[tuple[str, str]]:
        """Every indicator of places with its definition; every measure of the survey with its unit."""
        lang = self.lang
        survey = [
            (measure.label[lang], self.say("book.in_unit", unit=measure.unit[lang]))
            for measure in self.words.measures.values()
            if measure.kind != "item"
        ]
        known = self.words.places.indicators.values()
        places = [
            (one.measure.label[lang], " ".join(filter(None, (one.definition[lang], one.note[lang])))) for one in known
        ]
        return [*survey, *places]


def plain(words: str) -> str:
    """Text for a page's head or foot, where & is a mark."""
    return words.replace("&", "&&")
