"""Studies of the policy institute of the demo city: where they came from, how far they got, what they brought."""

from dashboard.demo.dispatching import day, later
from dashboard.demo.places import Places
from dashboard.demo.seed import Row, Seed

FIRST = 2013
RAISED, STUDY, ADVICE, REVIEW, TRIAL, ADOPTED, REVIEWED, ENDED = (
    "課題提起", "調査研究", "提言", "所管局で検討中", "試行", "施策化", "評価", "施策化に至らず",
)  # fmt: skip
FATES = {
    "adopted": (RAISED, STUDY, ADVICE, REVIEW, TRIAL, ADOPTED),
    "reviewing": (RAISED, STUDY, ADVICE, REVIEW),
    "ended": (RAISED, STUDY, ADVICE, REVIEW, ENDED),
    "running": (RAISED, STUDY),
    "basic": (RAISED, STUDY, ADVICE),
}
TRAINEE = "研修"
RECENT = {"running": 2024, "reviewing": 2021}
TITLES = ("title_ja", "title_en")


class Projects:
    """All tables of the institute. issues: rows of issues.csv, some of which get the study they became."""

    def __init__(self, places: Places, seed: Seed, issues: list[Row]):
        self.rules, self.draws = places.rules["projects"], places.draws(30)
        self.today, self.last = places.rules["today"], places.rules["years"][1]
        self.wards, self.starts = list(places.rules["ward"]), seed.programmes["institute"]
        self.units = [row["unit"] for row in seed.organisation if row["level"] != "局"]
        self.fates = [fate for fate in FATES for _ in range(self.rules[fate])]
        order = self.draws.order(len(self.fates)).tolist()
        self.fates = [self.fates[at] for at in order]
        local = [row for row in issues if row["area_kind"] == "association" and row["raised_on"] < f"{self.last - 1}"]
        self.local = [local[at] for at in self.draws.order(len(local)).tolist()]
        self.projects = [self.made(number, fate) for number, fate in enumerate(self.fates)]

    def made(self, number: int, fate: str) -> Row:
        """One line of projects.csv; a study that came from a local issue names it, and the issue names the study."""
        roll = self.draws.below(1000, 6).tolist()
        rules = self.rules
        place, theme = rules["places"][number % len(rules["places"])], rules["themes"][number % len(rules["themes"])]
        origin = rules["origins"][roll[0] % len(rules["origins"])]
        start = RECENT.get(fate, FIRST) + roll[1] % (2 if fate in RECENT else 9)
        row = {"project": f"P{number + 1:03d}", "origin": origin, "basic_study": "1" if fate == "basic" else "0"}
        row |= {key: rules["title"][at].format(place=place[at], theme=theme[at]) for at, key in enumerate(TITLES)}
        wards = [self.wards[roll[2] % 5], self.wards[roll[3] % 5]]
        row |= {"wards": "" if roll[4] < 300 else ";".join(sorted(set(wards[: 1 + roll[4] % 2])))}
        row |= {"lead_unit": self.units[roll[5] % len(self.units)], "started_on": day(start, roll[2]), "issue": ""}
        if origin == rules["origins"][0]:
            issue = self.local.pop()
            row["issue"], issue["project"], row["wards"] = issue["issue"], row["project"], issue["area"][:5]
            row["started_on"] = max(row["started_on"], later(issue["raised_on"], 30))
        return row

    def stages(self) -> list[Row]:
        """project_stages.csv: each stage some months after the one before; of old ones only the year is known."""
        rows = []
        for number, (row, fate) in enumerate(zip(self.projects, self.fates, strict=True)):
            on, is_vague = row["started_on"], self.draws.below(1000, 1)[0] < 400
            for stage in FATES[fate]:
                roll = self.draws.below(1000, 1).tolist()
                on = on if stage == RAISED else min(later(on, 60 + roll[0] % 200), self.today)
                is_old = is_vague and on < "2016-04-01"
                year = str(int(on[:4]) - (on[5:7] < "04"))
                rows.append({
                    "project": row["project"], "stage": stage, "entered": year if is_old else on,
                    "document_no": f"政研第{100 + number}号" if stage == ADOPTED else "",
                    "reason": self.rules["reasons"][roll[0] % len(self.rules["reasons"])] if stage == ENDED else "",
                })  # fmt: skip
        return rows

    def people(self) -> list[Row]:
        """project_people.csv: two years of people for every study."""
        kinds = ("行政", "若手研究者", "有識者", "住民", "企業", TRAINEE)
        rows = []
        for row in self.projects:
            year = int(row["started_on"][:4]) - (row["started_on"][5:7] < "04")
            for later_by in (0, 1):
                if year + later_by > self.last:
                    continue
                for kind, roll in zip(kinds, self.draws.below(1000, (len(kinds), 2)).tolist(), strict=True):
                    persons = roll[0] % 6 + (2 if kind == "行政" else 0)
                    if persons:
                        unit = row["lead_unit"] if kind == "行政" else ""
                        own = {
                            "project": row["project"],
                            "fiscal_year": str(year + later_by),
                            "kind": kind,
                            "unit": unit,
                        }
                        rows.append({**own, "persons": str(persons), "hours": str(persons * (8 + roll[1] % 40))})
        return rows + self.seconded(rows)

    def seconded(self, rows: list[Row]) -> list[Row]:
        """Name the departments that trainees come from: each from its start on, in turn. What has to be added."""
        added = []
        for year in sorted({row["fiscal_year"] for row in rows}):
            there = [row for row in rows if row["kind"] == TRAINEE and row["fiscal_year"] == year]
            new = [unit for unit, start in self.starts.items() if start == int(year)]
            sending = new + [unit for unit, start in self.starts.items() if start < int(year)]
            for at, row in enumerate(there if sending else ()):
                row["unit"] = sending[at % len(sending)]
            one = next(row["project"] for row in rows if row["fiscal_year"] == year)
            own = {"project": one, "fiscal_year": year, "kind": TRAINEE}
            added += [{**own, "unit": unit, "persons": "1", "hours": "20"} for unit in new[len(there) :]]
        return added

    def outcomes(self) -> list[Row]:
        """project_outcomes.csv: outcomes of the studies adopted, some without a target."""
        adopted = [row for row, fate in zip(self.projects, self.fates, strict=True) if fate == "adopted"]
        rows = []
        for number in range(self.rules["outcomes"]):
            row = adopted[number % len(adopted)]
            ja, en, unit, unit_en, direction = self.rules["measures"][(number + number // len(adopted)) % 4]
            roll = self.draws.below(1000, 4).tolist()
            base, sign = 30 + roll[0] % 60, -1 if direction == "down" else 1
            target = "" if number < self.rules["without_target"] else str(base + sign * (8 + roll[1] % 18))
            for step, year in enumerate((self.last - 1, self.last), start=1):
                actual = str(base + sign * step * (roll[2] % 16 - 2))
                own = {"project": row["project"], "outcome": ja, "outcome_en": en, "measured_in": unit}
                own |= {"measured_in_en": unit_en, "direction": direction, "baseline": str(base), "target": target}
                rows.append({**own, "fiscal_year": str(year), "actual": actual})
        return rows

    def budgets(self) -> list[Row]:
        """project_budgets.csv: each study's, and the institute's own."""
        names = ("project", "fiscal_year", "budget_kind", "amount_thousand_yen")
        rows = []
        for row in self.projects:
            year = int(row["started_on"][:4]) - (row["started_on"][5:7] < "04")
            rows.append((row["project"], str(year), "研究費", str(200 + 50 * int(self.draws.below(30, 1)[0]))))
        rows += [("", str(year), "運営費", str(18000 + 200 * (year - FIRST))) for year in range(FIRST, self.last + 1)]
        return [dict(zip(names, row, strict=True)) for row in rows]
