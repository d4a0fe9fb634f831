"""Finding sentences, made by rule from published cells and nothing else."""

import pandas as pd

from dashboard.edition import change
from dashboard.edition.catalogue import ALL, CITY, HEAD_OFFICE, SHOWN, WITHHELD
from dashboard.i18n import LANGUAGES, fiscal_year, number, signed, text
from dashboard.publish.plan.codes import PAIR
from dashboard.publish.workplace_sentences import workplace

COLUMNS = ["page", "wave", "view", "member", "measure"]
PARTS = ("headline", "bracket", "detail")
BOUNDS = {"≥": "at_least", "≤": "at_most"}
UNITS = {name: name for name in ("ward", "bureau", "department", "grade", "age")}  # what a view counts
TOLD = ("index", "theme", "rate")  # kinds of measures a page can open with


def verdict(cell: dict) -> str:
    """rose | fell | unclear | level: what may be said of a cell's change."""
    numbers = (cell["change"], cell["change_lo"], cell["change_hi"], cell["news"])
    return change.verdict(*(None if pd.isna(number) else number for number in numbers))


class Narrator:
    """Words for the cells of one edition in one language."""

    def __init__(self, frames: dict[str, pd.DataFrame], lang: str):
        self.lang = lang
        self.waves = frames["waves"].set_index("wave").to_dict("index")
        self.members = {(r["view"], r["member"]): r[f"label_{lang}"] for r in frames["members"].to_dict("records")}
        self.measures = frames["measures"].set_index("measure").to_dict("index")
        self.breaks = {
            (r["wave"], r["view"], r["member"], r["measure"]): r["kind"] for r in frames["breaks"].to_dict("records")
        }

    def say(self, key: str, **values: object) -> str:
        return text(f"finding.{key}", self.lang, **values)

    def subject(self, measure: str) -> str:
        if measure == "motivation":
            return self.say("motivation")
        entry = self.measures[measure]
        label = entry[f"label_{self.lang}"]
        return self.say("item", text=label.rstrip("。.")) if entry["kind"] in ("item", "trait") else label

    def amount(self, cell: dict) -> str:
        """The value with its unit; where its end is coded, at least or at most so much."""
        entry = self.measures[cell["measure"]]
        is_coded = pd.isna(cell["value"])
        value = number(cell["bound_at"] if is_coded else cell["value"], entry["decimals"])
        told = self.say("amount", value=value, unit=entry[f"unit_{self.lang}"]).strip()
        return self.say(BOUNDS[cell["bound"]], amount=told) if is_coded else told

    def difference(self, cell: dict) -> str:
        """The change with its interval, in brackets; '' where there is no change."""
        entry = self.measures[cell["measure"]]
        unit, decimals = entry[f"difference_{self.lang}"], entry["decimals"]
        if pd.isna(cell["change"]):
            return ""
        shown = signed(cell["change"], decimals)
        if pd.isna(cell["change_lo"]):
            return self.say("change_exact", change=shown, unit=unit)
        lo, hi = signed(cell["change_lo"], decimals), signed(cell["change_hi"], decimals)
        return self.say("change", change=shown, unit=unit, lo=lo, hi=hi)

    def break_kind(self, cell: dict) -> str | None:
        wave, view = cell["wave"], cell["view"]
        for member in (cell["member"], "*"):
            for measure in (cell["measure"], "*"):
                if kind := self.breaks.get((wave, view, member, measure)):
                    return kind
        return None

    def base(self, cell: dict) -> str:
        """How many of how many answered, in which year."""
        year = fiscal_year(self.waves[cell["wave"]]["fiscal_year"], self.lang)
        if pd.isna(cell["asked"]):
            return self.say("base_unknown", n=number(cell["n"]), year=year)
        return self.say("base", n=number(cell["n"]), asked=number(cell["asked"]), year=year)

    def target(self, cell: dict) -> str:
        """Distance to the target where one is set, else ''."""
        goal = self.measures[cell["measure"]]["target"]
        if goal is None or pd.isna(goal) or pd.isna(cell["value"]):
            return ""
        entry = self.measures[cell["measure"]]
        whole = number(goal, 0 if float(goal).is_integer() else entry["decimals"])
        goal_text = self.say("amount", value=whole, unit=entry[f"unit_{self.lang}"]).strip()
        if cell["value"] >= goal:
            return self.say("target_reached", target=goal_text)
        short = number(goal - cell["value"], entry["decimals"])
        return self.say("target_short", target=goal_text, short=short, unit=entry[f"difference_{self.lang}"])

    def member(self, cell: dict) -> tuple[str, str, str]:
        """Headline, bracket and detail of one member's cell."""
        place = self.members[cell["view"], cell["member"]]
        subject = self.subject(cell["measure"])
        year = fiscal_year(self.waves[cell["wave"]]["fiscal_year"], self.lang)
        if not self.waves[cell["wave"]]["held"]:
            return self.say("not_held", year=year), "", self.say("not_held_detail")
        if cell["status"] == WITHHELD:
            return self.say("withheld", place=place), "", self.instead(cell)
        if cell["status"] != SHOWN:
            return self.say("no_data", place=place, subject=subject), "", self.say("no_data_detail", year=year)
        said = verdict(cell)
        headline = self.say(said, place=place, subject=subject, value=self.amount(cell))
        kind = self.break_kind(cell)
        notes = [self.base(cell), self.target(cell), self.say(f"break_{kind}") if kind else ""]
        joint = " " if self.lang == "en" else ""
        return headline, self.difference(cell), joint.join(note for note in notes if note)

    def instead(self, cell: dict) -> str:
        """The nearest wider member that may be seen."""
        wider = (cell.get("wider_view"), cell.get("wider_member"))
        return self.say("withheld_detail", place=self.members.get(wider, self.members[CITY, ALL]))

    def several(self, cells: list[dict]) -> tuple[str, str, str]:
        """Headline, bracket and detail over all members of a view: how many rose, fell, or neither can be said."""
        view, measure = cells[0]["view"], cells[0]["measure"]
        subject = self.subject(measure)
        if not self.waves[cells[0]["wave"]]["held"]:
            return self.member(cells[0])
        shown = [c for c in cells if c["status"] == SHOWN and not pd.isna(c["change"])]
        if not shown:
            return self.say("several_none", subject=subject), "", self.say("several_none_detail")
        rose, fell = ([c for c in shown if verdict(c) == said] for said in ("rose", "fell"))
        moved = ("both" if fell else "rose") if rose else ("fell" if fell else "neither")
        counts = {"total": len(shown), "rose": len(rose), "fell": len(fell)}
        unit = self.say(f"unit_{UNITS.get(view, 'group')}")
        headline = self.say(f"several_{moved}", subject=subject, unit=unit, **counts)
        named = [self.named("named_rose", rose), self.named("named_fell", fell)]
        rest = len(shown) - len(rose) - len(fell)
        named.append(self.say("several_rest", rest=rest) if rest and moved != "neither" else "")
        named.append(self.say("several_adjusted"))
        joint = " " if self.lang == "en" else ""
        return headline, "", joint.join(part for part in named if part)

    def named(self, key: str, cells: list[dict]) -> str:
        names = self.say("list_joint").join(self.members[c["view"], c["member"]] for c in cells)
        return self.say(key, count=len(cells), names=names) if cells else ""


def rows_of(cells: pd.DataFrame, narrators: dict[str, Narrator], told: set[str]) -> list[dict]:
    """One row per finding: each member of a view of one attribute, then one over all members of every view.

    told: the measures a page can open with.
    """
    found = []
    cells = cells[cells["measure"].isin(told)]
    for cell in cells[~cells["member"].str.contains(PAIR, regex=False)].to_dict("records"):
        said = {lang: narrator.member(cell) for lang, narrator in narrators.items()}
        found.append(row("member", cell, cell["member"], said))
    for _, group in cells[cells["view"] != CITY].groupby(["wave", "view", "measure"], sort=True):
        several = [c for c in group.to_dict("records") if c["member"] != HEAD_OFFICE]
        if not several:
            continue
        said = {lang: narrator.several(several) for lang, narrator in narrators.items()}
        found.append(row("several", several[0], ALL, said))
    return found


def row(page: str, cell: dict, member: str, said: dict[str, tuple[str, str, str]]) -> dict:
    for lang, (headline, bracket, detail) in said.items():
        said[lang] = (headline[:1].upper() + headline[1:], bracket, detail)
    keys = {"page": page, "wave": cell["wave"], "view": cell["view"], "member": member, "measure": cell["measure"]}
    words = {f"{part}_{lang}": said[lang][i] for i, part in enumerate(PARTS) for lang in LANGUAGES}
    return keys | words


def findings(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The edition's table `findings` from its other tables by name.

    page = member (one cell), several (a view), drivers or traits (see workplace_sentences).
    """
    narrators = {lang: Narrator(frames, lang) for lang in LANGUAGES}
    columns = COLUMNS + [f"{part}_{lang}" for part in PARTS for lang in LANGUAGES]
    measures = frames["measures"]
    told = set(measures.loc[measures["kind"].isin(TOLD), "measure"])
    found = rows_of(frames["cells"], narrators, told)
    found += [row(page, keys, keys["member"], said) for page, keys, said in workplace(frames, narrators)]
    return pd.DataFrame(found, columns=columns)
