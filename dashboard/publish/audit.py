"""The gate: every file of queries/audits must return no row from an edition."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from dashboard.edition.store import Edition
from dashboard.publish.problems import Problem
from dashboard.settings import DATA, QUERIES

SMALLEST_K = 5


@dataclass(frozen=True)
class Audit:
    """One audit: its name, what it proves in both languages, its SQL and the parameters it binds."""

    name: str
    ja: str
    en: str
    sql: str
    parameters: frozenset[str]


def audits() -> Iterator[Audit]:
    """Every audit by name; its file begins with a Japanese and an English line."""
    for path in sorted((QUERIES / "audits").glob("*.sql")):
        yield read_audit(path)


def read_audit(path: Path) -> Audit:
    sql = path.read_text(encoding="utf-8")
    ja, en = (line.removeprefix("-- ") for line in sql.splitlines()[:2])
    (statement,) = duckdb.extract_statements(sql)
    return Audit(path.stem, ja, en, sql, frozenset(statement.named_parameters))


def threshold(release: dict) -> int:
    """k: the fewest people a number may speak of."""
    return max(release["k"], SMALLEST_K)


def findings(edition: Edition, release: dict) -> dict[str, pd.DataFrame]:
    """Audits that found rows: name -> those rows. release: data/release.toml, read for k, small and units."""
    given = {"k": threshold(release), "step": release["step"], **release["places"]}
    found = {}
    if len(strange := unlisted(edition)):
        found["unlisted"] = strange
    for audit in audits():
        rows = edition.query(audit.sql, {name: given[name] for name in audit.parameters})
        if len(rows):
            found[audit.name] = rows
    return found


def unlisted(edition: Edition) -> pd.DataFrame:
    """Columns of the file that the list of what may be published (data/schema.sql) does not know, or that it lacks."""
    sql = (QUERIES / "publish" / "columns.sql").read_text(encoding="utf-8")
    with duckdb.connect() as connection:
        connection.execute((DATA / "schema.sql").read_text(encoding="utf-8"))
        listed = connection.execute(sql).df()
    return pd.concat([edition.query(sql), listed]).drop_duplicates(keep=False)


def problems(found: dict[str, pd.DataFrame]) -> list[Problem]:
    """One problem for each audit that found rows, with its first row."""
    return [
        Problem("audit", {"audit": name, "count": len(rows), "example": example(rows)}) for name, rows in found.items()
    ]


def example(rows: pd.DataFrame) -> str:
    return " · ".join(str(value) for value in rows.iloc[0].tolist())
