"""The internal network of the demo city: who posted, whom it reached by bureau, who replied to whom."""

import datetime
import tomllib
from pathlib import Path

import numpy as np

from dashboard.demo.draws import Draws
from dashboard.demo.files import write_table
from dashboard.demo.organisation import Organisation
from dashboard.demo.seed import FOLDER, Row, Seed

COLUMNS = {
    "vision_posts": (
        "post", "posted_on", "poster_role", "theme", "theme_en", "title_ja", "title_en", "parties", "views",
    ),
    "vision_reach": ("post", "bureau", "reached", "reactions", "replies"),
    "vision_replies": ("post", "from_bureau", "to_bureau", "replies"),
}  # fmt: skip
FIRST_DAY, LAST_DAY, SATURDAY = 2, 358, 5  # a day moved to Monday stays in its fiscal year


class Network:
    """Every post with its rows, from network.toml; bureaus join in the year that programmes.csv says."""

    def __init__(self, seed: Seed, organisation: Organisation):
        self.rules = tomllib.loads((FOLDER / "network.toml").read_text(encoding="utf-8"))
        self.starts, self.organisation = seed.programmes["vision"], organisation
        codes = sorted(self.starts)
        drawn = self.draws(0).bell(self.rules["noise"]["bureau"], len(codes))
        self.standing = dict(zip(codes, drawn.tolist(), strict=True))
        self.rows: dict[str, list[Row]] = {name: [] for name in COLUMNS}
        first, last = self.rules["years"]
        for year in range(first, last + 1):
            self.add_year(year)

    def draws(self, *key: int) -> Draws:
        return Draws(self.rules["seed"], 88, *key)

    def staff(self, year: int) -> dict[str, int]:
        """Staff of the bureaus that are on the network in a year, as they stood then."""
        found: dict[str, int] = {}
        for one in self.organisation.departments(str(year)):
            if self.starts.get(one.bureau, year + 1) <= year:
                found[one.bureau] = found.get(one.bureau, 0) + one.staff
        return dict(sorted(found.items()))

    def add_year(self, year: int) -> None:
        staff = self.staff(year)
        least, more = self.rules["posts"]
        count = least + int(self.draws(year, 1).below(more, 1)[0])
        days = sorted(working_day(year, at) for at in self.draws(year, 2).below(LAST_DAY, count).tolist())
        for number, day in enumerate(days, start=1):
            self.add_post(f"V{year}{number:03d}", min(day.isoformat(), self.rules["today"]), year, number, staff)

    def add_post(self, post: str, on: str, year: int, number: int, staff: dict[str, int]) -> None:
        """One post with all its rows."""
        rules, draws = self.rules, self.draws(year, 3, number)
        roll = draws.below(100_000, 8).tolist()
        role = chosen({name: share for name, (share, _) in rules["roles"].items()}, roll[0])
        theme = rules["themes"][chosen({at: it["share"] for at, it in enumerate(rules["themes"])}, roll[1])]
        title = theme["titles"][roll[2] % len(theme["titles"])]
        parties = theme["parties"][roll[3] % len(theme["parties"])]
        base = rules["roles"][role][1] + theme["reach"] + int(draws.bell(rules["noise"]["post"], 1)[0])
        reached = self.reached(base, roll[4] % 1000 < rules["narrow"], year, staff, draws)
        views = sum(reached.values()) * between(rules["views"], roll[5]) // 1000
        self.rows["vision_posts"].append({
            "post": post, "posted_on": on, "poster_role": role, "theme": theme["name"][0], "theme_en": theme["name"][1],
            "title_ja": title[0], "title_en": title[1], "parties": parties, "views": str(views),
        })  # fmt: skip
        likes, talk = between(rules["likes"], roll[6]), between(rules["replies"], roll[7])
        for bureau, count in reached.items():
            chance = draws.below(1000, 2).tolist()
            sent = (count * talk + chance[1]) // 1000
            reactions = str((count * likes + chance[0]) // 1000)
            own = {"post": post, "bureau": bureau, "reached": str(count), "reactions": reactions}
            self.rows["vision_reach"].append({**own, "replies": str(sent)})
            self.rows["vision_replies"] += self.replies(post, bureau, sent, year, staff, draws)

    def reached(self, base: int, is_narrow: bool, year: int, staff: dict[str, int], draws: Draws) -> dict[str, int]:
        """Bureau -> staff reached: more where the network has been longer."""
        rules = self.rules
        cells = draws.bell(rules["noise"]["cell"], len(staff)).tolist()
        found = {}
        for (bureau, count), cell in zip(staff.items(), cells, strict=True):
            since = min(year - self.starts[bureau], rules["years_of_growth"])
            share = min(max(base + self.standing[bureau] + cell + since * rules["growth"], 0), rules["most"])
            found[bureau] = count * share // 1000 // (rules["narrow_reach"] if is_narrow else 1)
        return found

    def replies(self, post: str, bureau: str, sent: int, year: int, staff: dict[str, int], draws: Draws) -> list[Row]:
        """To whom a bureau's replies went: most to its own staff, the others by size."""
        stay = self.rules["own"] - self.rules["crossing"] * (year - self.rules["years"][0])
        others = [code for code in staff if code != bureau]
        edges = np.cumsum([staff[code] for code in others])
        to: dict[str, int] = {}
        for own, other in draws.below(1_000_000, (sent, 2)).tolist():
            at = int(np.searchsorted(edges, other % int(edges[-1]), side="right"))
            code = bureau if own % 1000 < stay else others[at]
            to[code] = to.get(code, 0) + 1
        keys = {"post": post, "from_bureau": bureau}
        return [{**keys, "to_bureau": code, "replies": str(count)} for code, count in sorted(to.items())]


def between(rule: list[int], roll: int) -> int:
    """At least the first, and fewer than the second more."""
    return rule[0] + roll % rule[1]


def chosen(shares: dict, roll: int):
    """One of several by its share of all."""
    at = roll % sum(shares.values())
    for name, share in shares.items():
        at -= share
        if at < 0:
            return name
    raise AssertionError


def working_day(year: int, offset: int) -> datetime.date:
    """A day of a fiscal year; what falls on a weekend waits until Monday."""
    day = datetime.date(year, 4, 1) + datetime.timedelta(days=FIRST_DAY + offset)
    return day + datetime.timedelta(days=7 - day.weekday()) if day.weekday() >= SATURDAY else day


def write_network(folder: Path, seed: Seed, organisation: Organisation) -> list[Path]:
    """Write the three tables of the network; the paths."""
    rows = Network(seed, organisation).rows
    return [write_table(folder / f"{name}.csv", columns, rows[name]) for name, columns in COLUMNS.items()]
