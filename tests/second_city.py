"""Another city by data alone: three wards, own outlines and name, scales of four and seven points, a survey only."""

import csv
import json
from pathlib import Path

import numpy as np

from dashboard.settings import Settings, settings

NAME = {"ja": "あおば市", "en": "Aoba"}
WARDS = {"27901": ("海辺区", "Umibe"), "27902": ("里山区", "Satoyama"), "27903": ("駅前区", "Ekimae")}
THEMES = {
    "motivation": ("motivation", "motivation"), "atmosphere": ("talk", "thanks"), "colleagues": ("team",),
    "stress": ("burden",), "mentors": ("model",), "offwork": ("club",), "vision": ("aim",), "community": ("street",),
    "policy": ("plan",), "trait": ("t01", "t02"),
}  # fmt: skip
# unit: bureau, ward, staff
UNITS = {
    "K11": ("K1", "", 90), "K12": ("K1", "", 60), "K21": ("K2", "27901", 80), "K31": ("K3", "27902", 70),
    "K41": ("K4", "27903", 75),
}  # fmt: skip
BUREAUS = {"K1": "総務局", "K2": "海辺区役所", "K3": "里山区役所", "K4": "駅前区役所"}
SURVEYS = ("2024", "2025")


def items() -> list[tuple[str, str]]:
    """(item, theme), an item of the index on each of the two scales."""
    return [
        (f"{name}{number}" if len(set(names)) < len(names) else name, theme)
        for theme, names in THEMES.items()
        for number, name in enumerate(names, 1)
    ]


def points(place: int) -> int:
    """Every other item has four answers, the rest seven."""
    return 4 if place % 2 else 7


def codebook() -> dict[str, list[list]]:
    scales = [["scale", "code", "label_ja", "label_en", "score", "class"]]
    for top in (4, 7):
        for score in range(top, 0, -1):
            kind = "neu" if 2 * score == top + 1 else "fav" if 2 * score > top + 1 else "unf"
            scales.append([f"of{top}", score, f"{top}のうち{score}", f"{score} of {top}", score, kind])
    asked = [["item", "theme", "kind", "scale", "reversed", "in_index", "text_ja", "text_en"]]
    for place, (item, theme) in enumerate(items()):
        index, reversed_ = int(theme == "motivation"), int(theme == "stress")
        words = f"設問{item}。", f"Item {item}."
        asked.append([item, theme, "likert", f"of{points(place)}", reversed_, index, *words])
    return {"scales": scales, "questions": asked}


def organisation() -> dict[str, list[list]]:
    units = [["unit", "parent", "level", "name_ja", "name_en", "kind", "ward"]]
    units += [[code, "", "局", name, f"Bureau {code}", "本庁", ""] for code, name in BUREAUS.items()]
    units += [[code, of, "部署", f"{code}課", code, "区役所" if ward else "本庁", ward]
              for code, (of, ward, _) in UNITS.items()]  # fmt: skip
    heads = [["wave", "dimension", "member", "staff"]]
    for wave in SURVEYS:
        heads.append([wave, "city", "all", sum(staff for *_, staff in UNITS.values())])
        heads += [[wave, "bureau", it, sum(n for of, _, n in UNITS.values() if of == it)] for it in BUREAUS]
        heads += [[wave, "ward", it or "HQ", sum(n for _, ward, n in UNITS.values() if ward == it)]
                  for it in (*WARDS, "")]  # fmt: skip
    return {"units": units, "headcounts": heads}


def answers(wave: str) -> list[list]:
    """Nine in ten of the staff, their answers drawn from the wave's own seed."""
    dice, rows = np.random.default_rng(int(wave)), [["unit", *(item for item, _ in items())]]
    for unit, (*_, staff) in UNITS.items():
        for _ in range(staff * 9 // 10):
            rows.append([unit, *(int(dice.integers(1, points(place) + 1)) for place in range(len(items())))])
    return rows


def tables() -> dict[str, list[list]]:
    """Only the six tables that are required."""
    waves = [["wave", "fiscal_year", "label_ja", "label_en", "opened_on", "closed_on", "source"]]
    waves += [[it, it, f"{it}年度調査", f"{it} survey", f"{it}-07-01", f"{it}-07-31", "人事課"] for it in SURVEYS]
    return {"waves": waves, **codebook(), **organisation(), **{f"responses_{it}": answers(it) for it in SURVEYS}}


def outlines() -> dict:
    """Three strips side by side, far from the shipped ones."""
    features = []
    for place, (code, (ja, en)) in enumerate(WARDS.items()):
        west, east = 135.40 + 0.06 * place, 135.46 + 0.06 * place
        ring = [[west, 34.6], [east, 34.6], [east, 34.7], [west, 34.7], [west, 34.6]]
        features.append({"type": "Feature", "properties": {"code": code, "name": ja, "name_en": en},
                         "geometry": {"type": "Polygon", "coordinates": [ring]}})  # fmt: skip
    return {"type": "FeatureCollection", "features": features}


def written(folder: Path) -> tuple[list[Path], Settings]:
    """(the files handed in, an empty home with the city's own settings)."""
    files, home = folder / "files", folder / "home"
    files.mkdir()
    home.mkdir()
    for name, rows in tables().items():
        with (files / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    (files / "boundaries.geojson").write_text(json.dumps(outlines(), ensure_ascii=False), encoding="utf-8")
    own = {"code": "27900", "name_ja": NAME["ja"], "name_en": NAME["en"]}
    lines = ["[city]", *(f'{key} = "{value}"' for key, value in own.items())]
    lines += ["[map]", "projection = 6674", 'credit_ja = "あおば市作成"', 'credit_en = "made by Aoba"']
    (home / "settings.toml").write_text("\n".join(lines), encoding="utf-8")
    return [files], settings(home)
