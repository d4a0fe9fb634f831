"""The lattice: every view a reader can ever choose, read from data/release.toml."""

from dataclasses import dataclass

SMALLEST_K = 5
PLAIN = ("merged", "step", "floor", "mean_from", "change_from", "seed")


@dataclass(frozen=True)
class View:
    """One way to split the staff.

    inside: attributes that make up the parent, () for the city; split: the attribute split inside each parent, None for
    the whole city; ordered: only neighbours are joined (grade, age).
    """

    name: str
    inside: tuple[str, ...] = ()
    split: str | None = None
    ordered: bool = False

    @property
    def attributes(self) -> tuple[str, ...]:
        return self.inside if self.split is None else (*self.inside, self.split)


@dataclass(frozen=True)
class Rules:
    """What may be published, decided before anyone looks.

    k: smallest group shown; merged: smallest group of several cells; step: people by which a count moves below 300;
    floor: people up to which a count is coded from 20 people on; mean_from: people from which a mean is shown;
    change_from: people from which a change is shown; seed: of the search for witnesses; floors: item -> the finest view
    it is published in.
    """

    views: tuple[View, ...]
    k: int = 10
    merged: int = 20
    step: int = 3
    floor: int = 6
    mean_from: int = 50
    change_from: int = 20
    seed: int = 0
    floors: tuple[tuple[str, str], ...] = ()

    @property
    def attributes(self) -> list[str]:
        """Every attribute a view splits by, coarsest views first."""
        return list(dict.fromkeys(name for view in self.views for name in view.attributes))

    def floored(self, item: str, view: View) -> bool:
        """Whether an item is not published in so fine a view: one with more attributes than its floor."""
        floor = next((one for one in self.views if one.name == dict(self.floors).get(item)), None)
        return floor is not None and len(view.inside) > len(floor.inside)

    def worth(self, view: View) -> int:
        """What is given up first: 0 a pair of attributes, 1 a split of its parent alone (departments), 2 the rest."""
        if not view.inside:
            return 2
        return 0 if any(other.split == view.split and not other.inside for other in self.views) else 1


def rules(release: dict) -> Rules:
    """The rules of a release file; k is never below 5, whatever the file says."""
    views = tuple(
        View(one["name"], tuple(one.get("inside", ())), one.get("split"), one.get("ordered", False))
        for one in release["lattice"]
    )
    plain = {name: release[name] for name in PLAIN if name in release}
    return Rules(views, max(release["k"], SMALLEST_K), floors=tuple(release.get("floors", {}).items()), **plain)
