"""A survey once released prints the same for ever; other answers with the same print tell nobody anything else."""

import json

import numpy as np
import pandas as pd
import pytest
from survey_city import city

from dashboard.publish.answers import answers, members_of
from dashboard.publish.build import assemble, assembled, silent
from dashboard.publish.codebook import codebook
from dashboard.publish.plan.lattice import rules
from dashboard.publish.plan.proving import prove
from dashboard.publish.plan.waves import attributes, wave_of
from dashboard.publish.planning import freeze
from dashboard.publish.problems import NotPublished
from dashboard.publish.units import organisation
from dashboard.settings import settings


@pytest.fixture
def here(tmp_path):
    return settings(tmp_path)


def plan_of(here):
    return json.loads((here.home.plans / "plan_2025.json").read_text())


def test_a_plan_is_kept_and_taken_again(here):
    _, first = assembled(city(), here, silent)
    assert [one.is_new for one in first] == [True, True]
    _, again = assembled(city(), here, silent)
    assert [one.is_new for one in again] == [False, False]
    assert plan_of(here)["respondents"] == 252 and not plan_of(here)["frozen"]


def test_late_answers_to_a_survey_that_is_out_are_refused(here):
    tables, planned = assembled(city(), here, silent)
    freeze(here.home.plans, planned)
    before = plan_of(here)
    late = city()
    late.responses["2025"] = late.responses["2025"].iloc[:-1]
    with pytest.raises(NotPublished) as refused:
        assemble(late, here)
    assert "2025" in refused.value.message("ja") and "frozen" in refused.value.message("en")
    assert plan_of(here) == before
    pd.testing.assert_frame_equal(assemble(city(), here)["cells"], tables["cells"])


def test_a_revision_is_refused_until_both_releases_are_proved_together(here):
    kept = city()
    revised = kept.frames["waves"].iloc[[-1]].assign(wave="2025r1")
    kept.frames["waves"] = pd.concat([kept.frames["waves"], revised], ignore_index=True)
    kept.responses["2025r1"] = kept.responses["2025"].iloc[1:]
    with pytest.raises(NotPublished) as refused:
        assemble(kept, here)
    assert "2025r1" in refused.value.message("ja")


def test_a_draft_is_made_anew_and_a_forged_plan_is_not_believed(here):
    assemble(city(), here)
    honest = plan_of(here)
    forged = {**honest, "withdrawn": {"a1": [["city", "all"]]}}
    (here.home.plans / "plan_2025.json").write_text(json.dumps(forged))
    assemble(city(), here)
    assert plan_of(here) == honest
    (here.home.plans / "plan_2025.json").write_text("no plan at all")
    assemble(city(), here)
    assert plan_of(here) == honest


def survey_of(kept, here):
    frames = kept.frames
    read = answers(
        kept.responses["2025"], codebook(frames["questions"], frames["scales"]), "2025",
        members_of(kept.responses["2025"], organisation(frames["units"], pd.Timestamp("2025-07-01").date())),
    )  # fmt: skip
    release = rules(here.release)
    staff = attributes(kept.responses["2025"], read, {"D0101", "D0201", "D0202", "D0301"}, release)
    return read, wave_of(read, staff, release), release


def graded():
    """The small city with grades, one of which seven people have."""
    kept = city()
    people = kept.responses["2025"]
    people["grade"] = np.random.default_rng(0).choice(["1", "2"], len(people))
    people.loc[people.index[::36], "grade"] = "3"
    return kept


def test_other_answers_with_the_same_print_give_the_same_edition(here):
    """No channel tells more than the print: share, bound, split, mean, theme, index, interval, change, sentence."""
    kept = graded()
    own = assemble(kept, here)
    read, wave, release = survey_of(kept, here)
    tried = 0
    for item in (0, 2, 7):  # an item alone in its theme, one behind the index, a trait
        proof = prove(wave, item, release, release.seed).proof
        points = proof.scale.points
        for table in [one for one in proof.witnesses if (one != wave.answers[:, item]).any()][:3]:
            other = graded()
            codes = np.array([str(point) for point in points], dtype=object)[table]
            code = read.items[item].code
            other.responses["2025"][code] = np.where(table > 0, codes, other.responses["2025"][code])
            assert (other.responses["2025"][code] != kept.responses["2025"][code]).any()
            frames = assemble(other, here)
            for name in ("cells", "findings", "breaks"):
                pd.testing.assert_frame_equal(frames[name], own[name])
            tried += 1
    assert tried >= 5
