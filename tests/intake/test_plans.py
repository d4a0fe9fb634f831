"""Plans that come with a folder are kept, and never put in the place of one that is there."""

from dashboard.intake import load
from dashboard.settings import DATA, settings


def test_plans_of_a_folder_are_kept_once(tmp_path):
    folder, here = tmp_path / "in", settings(tmp_path / "home")
    folder.mkdir()
    (folder / "events.csv").write_bytes((DATA / "demo" / "events.csv").read_bytes())
    for name in ("waves", "questions", "scales", "units"):
        (folder / f"{name}.csv").write_bytes((DATA / "demo" / f"{name}.csv").read_bytes())
    (folder / "plan_2025.json").write_text("first")
    (folder / "plan_of_work.json").write_text("no release plan")
    report = load([folder], here)
    assert report.ok and "plan_2025.json" not in report.skipped and "plan_of_work.json" in report.skipped
    assert sorted(path.name for path in here.home.plans.iterdir()) == ["plan_2025.json"]
    (folder / "plan_2025.json").write_text("second")
    assert load([folder], here).ok
    assert (here.home.plans / "plan_2025.json").read_text() == "first"
