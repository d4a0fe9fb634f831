"""The table of members: every cell and joined group of the lattice, named in both languages and in a fixed order."""

import pandas as pd

from dashboard.edition.catalogue import ALL
from dashboard.i18n import LANGUAGES, text
from dashboard.publish.codebook import present
from dashboard.publish.members import Member, parts
from dashboard.publish.plan.codes import UNSAID
from dashboard.publish.plan.lattice import Rules, View
from dashboard.publish.units import BUREAU_LEVEL, HEAD_OFFICE, latest_names, ward_codes

Label = dict[str, str]
Names = dict[str, dict[str, Label]]  # attribute -> code -> label, in order
SHOWN_NAMES = 2  # of a joined group of departments; the others are counted
COARSE = ("city", "ward", "bureau")  # members known from the organisation, whether or not anyone answered


def said(key: str, **values: Label | str | int) -> Label:
    """A message in both languages; labels among the values are taken in the same language."""
    return {
        lang: text(
            f"publish.member.{key}", lang, **{k: v[lang] if isinstance(v, dict) else v for k, v in values.items()}
        )
        for lang in LANGUAGES
    }


def names(units: pd.DataFrame, scales: pd.DataFrame, outlines: pd.DataFrame) -> Names:
    """What every code of every attribute is called."""
    drawn = outlines[outlines["layer"] == "ward"].set_index("code")
    wards = {
        code: {lang: drawn.loc[code, f"label_{lang}"] if code in drawn.index else code for lang in LANGUAGES}
        for code in ward_codes(units)
    }
    latest = latest_names(units)
    labels = {row["unit"]: two(row["name_ja"], row["name_en"]) for row in latest.to_dict("records")}
    is_bureau = dict(zip(latest["unit"], latest["level"] == BUREAU_LEVEL, strict=True))
    found = {
        "city": {ALL: said("city")},
        "ward": wards | {HEAD_OFFICE: said("HQ")},
        "bureau": {code: label for code, label in labels.items() if is_bureau[code]},
        "department": {code: label for code, label in labels.items() if not is_bureau[code]},
    }
    for row in scales.to_dict("records"):
        found.setdefault(row["scale"], {})[row["code"]] = two(row["label_ja"], row["label_en"])
    return found


def two(ja: str, en: object) -> Label:
    """A label; where the English is missing, the Japanese."""
    return {"ja": ja, "en": present(en) or ja}


def group_label(cells: list[str], known: dict[str, Label], view: View, is_split: bool) -> Label:
    """What a group of cells is called: its cell, a range, or the others by name."""
    labels = [said("unsaid") if code == UNSAID else known.get(code, two(code, code)) for code in cells]
    if len(labels) == 1:
        return labels[0]
    if view.ordered and is_split and UNSAID not in cells:
        return said("run", first=labels[0], last=labels[-1])
    joined = {lang: text("publish.member.joint", lang).join(one[lang] for one in labels) for lang in LANGUAGES}
    if view.name != "department":
        return joined
    if len(labels) <= SHOWN_NAMES:
        return said("others", names=joined)
    first = {
        lang: text("publish.member.joint", lang).join(one[lang] for one in labels[:SHOWN_NAMES]) for lang in LANGUAGES
    }
    return said("others_more", names=first, count=len(labels) - SHOWN_NAMES)


def label(member: str, view: View, known: Names) -> Label:
    """What a member is called: its group, and before it the parent of a pair."""
    pieces = parts(member, view.attributes)
    found = [
        group_label(cells, known.get(attribute, {}), view, at == len(pieces) - 1)
        for at, (attribute, cells) in enumerate(pieces)
    ]
    return found[0] if len(found) == 1 else said("pair", parent=found[0], part=found[1])


def order(member: str, view: View, known: Names) -> list:
    """Sorts members as their names stand, a joined group after its first cell."""
    key = []
    for attribute, cells in parts(member, view.attributes):
        place = {code: at for at, code in enumerate(known.get(attribute, {}))}
        key += [place.get(cells[0], len(place)), len(cells), cells[0]]
    return key


def member_rows(rules: Rules, known: Names, listed: dict[Member, str | None]) -> pd.DataFrame:
    """One row per member of every view. listed: those of the surveys and what they split; coarse views have all."""
    rows = []
    for view in rules.views:
        codes = {member for of, member in listed if of == view.name}
        if view.name in COARSE:
            codes |= set(known.get(view.name, {}))
        for place, code in enumerate(sorted(codes, key=lambda code: order(code, view, known)), start=1):
            words = {f"label_{lang}": words for lang, words in label(code, view, known).items()}
            parent = listed.get((view.name, code))
            rows.append({"view": view.name, "member": code, **words, "parent": parent, "sort_no": place})
    return pd.DataFrame(rows)
