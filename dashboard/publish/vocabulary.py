"""The words of an edition: its waves, members, measures, events and sources, with labels in both languages."""

import pandas as pd

from dashboard.i18n import LANGUAGES, fiscal_year, text
from dashboard.publish.ages import Frames, source_ages
from dashboard.publish.codebook import Item, present
from dashboard.settings import DATA, Settings

SHARE_DECIMALS, SHARE_BREAKS = 1, "40 55 70"
NO_DIRECTION = ("offwork",)  # ties outside work are scored neither good nor bad


def both(values: dict[str, str], stem: str) -> dict[str, str]:
    return {f"{stem}_{lang}": values[lang] for lang in LANGUAGES}


def said(key: str, stem: str) -> dict[str, str]:
    return both({lang: text(key, lang) for lang in LANGUAGES}, stem)


def wave_rows(waves: pd.DataFrame, with_answers: set[str], with_results: set[str]) -> pd.DataFrame:
    """One row per survey year.

    held: it has numbers, or it has a date and lies before the last survey that has numbers (its file is missing).
    A survey announced for later is not held yet.
    """
    rows = []
    loaded = with_answers | with_results
    for row in waves.sort_values("wave", kind="stable").to_dict("records"):
        wave, year = row["wave"], int(row["fiscal_year"])
        labels = {lang: present(row[f"label_{lang}"]) or fiscal_year(year, lang) for lang in LANGUAGES}
        rows.append(
            {
                "wave": wave,
                "fiscal_year": year,
                **both(labels, "label"),
                "held": wave in loaded or (present(row["opened_on"]) is not None and wave < max(loaded)),
                "opened_on": present(row["opened_on"]),
                "closed_on": present(row["closed_on"]),
                "source": present(row["source"]) or "",
                "aggregate_only": wave in with_results - with_answers,
            }
        )
    return pd.DataFrame(rows)


def item_row(item: Item, measure: str, kind: str) -> dict:
    return {
        "measure": measure,
        "kind": kind,
        "theme": item.theme,
        **both(item.label, "label"),
        **said("publish.unit.share", "unit"),
        **said("publish.unit.share_difference", "difference"),
        "decimals": SHARE_DECIMALS,
        "direction": "none" if item.theme in NO_DIRECTION else "up",
        "class_breaks": SHARE_BREAKS,
        "reversed": item.reversed,
    }


def measure_rows(items: list[Item], settings: Settings) -> pd.DataFrame:
    """The measures of data/measures.csv, then the traits, then every item."""
    fixed = pd.read_csv(DATA / "measures.csv", dtype=str, keep_default_na=False).astype({"decimals": int})
    fixed = fixed.drop(columns="sort_no").assign(reversed=False)
    fixed["theme"] = [theme or None for theme in fixed["theme"]]
    traits = [item_row(item, f"trait_{item.code}", "trait") for item in items if item.theme == "trait"]
    rows = fixed.to_dict("records") + traits + [item_row(item, item.code, "item") for item in items]
    targets = settings.values["targets"]
    numbered = [
        {**row, "target": targets.get(row["measure"]), "sort_no": place} for place, row in enumerate(rows, start=1)
    ]
    return pd.DataFrame(numbered).astype({"target": "float64"})


def event_rows(events: pd.DataFrame) -> pd.DataFrame:
    """Dated events in order of time; a label missing in English is shown in Japanese."""
    rows = [
        {
            "held_on": row["date"],
            "label_ja": row["label_ja"],
            "label_en": present(row["label_en"]) or row["label_ja"],
            "kind": present(row["kind"]) or "",
            "scope": present(row["scope"]) or "",
            "default_on": bool(present(row["default_on"])),
        }
        for row in events.to_dict("records")
    ]
    columns = ["held_on", "label_ja", "label_en", "kind", "scope", "default_on"]
    return pd.DataFrame(rows, columns=columns).sort_values(["held_on", "label_ja"], kind="stable", ignore_index=True)


def source_rows(sources: pd.DataFrame, frames: Frames, contract: dict[str, dict]) -> pd.DataFrame:
    """One row per kept file, with the newest day it speaks of and how often it is expected."""
    columns = ["table_name", "wave", "file_name", "sha256", "row_count"]
    kept = sources[columns].assign(wave=[present(wave) or "" for wave in sources["wave"]])
    return source_ages(kept, frames, contract).sort_values(["table_name", "wave"], kind="stable", ignore_index=True)
