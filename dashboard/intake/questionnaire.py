"""The questionnaire that comes with the program, as rows for a city's own tables of questions and answers."""

import csv

from dashboard.intake import contract
from dashboard.settings import DATA

SHIPPED = ("questions", "scales")  # tables that it has
OF_ITS_OWN = ("header", "first_wave", "last_wave", "comparable")  # columns that tell of the demo city's years only


def shipped(table: contract.Table) -> list[list[str]]:
    """Its rows under the columns of the contract, codes in words; of the questions only those still asked."""
    with (DATA / "demo" / f"{table.name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not row.get("last_wave")]
    return [[said(row, column) for column in table.columns.values()] for row in rows]


def said(row: dict[str, str], column: contract.Column) -> str:
    """A value as the template offers it."""
    return "" if column.name in OF_ITS_OWN else column.said_of(row.get(column.name, ""), "ja")
