"""The network of tests/network_city.py in an edition, and an attacker who adds and subtracts what is told."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from network_city import network_frames
from place_city import place_frames
from survey_city import city

from dashboard.publish import withholding
from dashboard.publish.build import assemble
from dashboard.publish.network import exchange_rows, hidden_cells, network_rows
from dashboard.settings import settings as home_settings

K = 10
COUNTS = st.lists(st.integers(0, 40), min_size=1, max_size=12)


def at(frame, value, *key):
    """A number of the row with this key; None where it is withheld."""
    keys = {"vision_posts": ["post"], "vision_reach": ["post", "bureau"], "vision_bureaus": ["fiscal_year", "bureau"]}
    for columns in keys.values():
        if len(columns) == len(key) and set(columns) <= set(frame):
            found = frame.set_index(columns).loc[key if len(key) > 1 else key[0], value]
            return None if pd.isna(found) else int(found)
    raise AssertionError(key)


def test_few_are_withheld_with_the_smallest_that_could_give_them_back(small_place_frames):
    """n1 reached 60, 30 and 4 of the three bureaus: 4 goes, and 30 with it; 60 and the 94 in all stay."""
    posts, reach = small_place_frames["vision_posts"], small_place_frames["vision_reach"]
    assert [at(reach, "reached", "n1", bureau) for bureau in ("D01", "D02", "D03")] == [60, None, None]
    assert [at(reach, "reached", "n2", bureau) for bureau in ("D01", "D02", "D03")] == [90, 45, 0]
    assert [at(reach, "reached", "n3", bureau) for bureau in ("D01", "D02", "D03")] == [None, None, None]
    assert [at(posts, "reached", post) for post in ("n0", "n4", "n1", "n2", "n3")] == [45, 90, 94, 135, None]
    assert [at(posts, "views", post) for post in ("n2", "n3")] == [200, None], "7 views tell of at most 7 people"


def test_sums_of_a_year_give_no_post_and_no_bureau_back(small_place_frames):
    """Reactions of fiscal 2025: 29, 25 and 1 by post, 36, 18 and 1 by bureau, 55 in all."""
    posts, bureaus = small_place_frames["vision_posts"], small_place_frames["vision_bureaus"]
    assert [at(posts, "reactions", post) for post in ("n1", "n2", "n3")] == [29, None, None]
    assert [at(bureaus, "reactions", 2025, b) for b in ("D01", "D02", "D03", "all")] == [36, None, None, 55]
    assert [at(bureaus, "replies", 2025, b) for b in ("D01", "D02", "D03", "all")] == [52, None, None, 89]
    assert [at(bureaus, "staff", year, "all") for year in (2023, 2024, 2025)] == [300, 300, 313]


def test_a_fiscal_year_begins_in_april(small_place_frames):
    years = small_place_frames["vision_posts"].set_index("post")["fiscal_year"]
    assert years.to_dict() == {"n0": 2023, "n4": 2024, "n1": 2025, "n2": 2025, "n3": 2025}


def test_parties_are_one_row_each_and_blank_is_the_administration(small_place_frames):
    parties = small_place_frames["vision_parties"].groupby("post")["party"].agg(list)
    assert parties["n1"] == ["行政", "住民", "企業", "商業"]
    assert (parties["n2"], parties["n3"]) == (["行政", "商業"], ["行政"])


def test_replies_between_bureaus_say_no_more_than_their_sums(small_place_frames):
    """What D02 and D03 sent in all is withheld, so all of it is; of D01's 42, 7 and 3 the 42 stays."""
    cells = small_place_frames["vision_exchange"]
    now = cells[cells["fiscal_year"] == 2025]
    assert len(now) == 9 and len(cells) == 9 + 4 + 4
    told = now.dropna(subset=["replies"])[["from_bureau", "to_bureau", "replies"]]
    assert told.to_numpy().tolist() == [["D01", "D01", 42]]
    assert at(small_place_frames["vision_bureaus"], "crossing", 2025, "all") == 25


def test_switched_off_nothing_of_the_exchange_enters_the_edition(tmp_path, small_place_frames):
    kept = city()
    kept.frames |= place_frames() | network_frames()
    frames = assemble(kept, home_settings(tmp_path))
    assert "vision_exchange" not in frames
    assert frames["vision_bureaus"]["crossing"].isna().all()
    shared = small_place_frames["vision_bureaus"].drop(columns="crossing")
    assert frames["vision_bureaus"].drop(columns="crossing").equals(shared)


def test_the_order_of_rows_decides_nothing(tmp_path):
    """Two bureaus of three reached 20 staff each beside one of 3: whichever comes first, the same one goes with it."""
    frames = {"units": city().frames["units"], **network_frames()}
    reach = frames["vision_reach"]
    few = reach["post"].eq("n1") & reach["bureau"].isin(["D01", "D02"])
    frames["vision_reach"] = reach.assign(reached=reach["reached"].mask(few, 20))
    shuffled = {name: frame.sample(frac=1, random_state=3) for name, frame in frames.items()}
    assert shuffled["vision_reach"]["bureau"].tolist() != frames["vision_reach"]["bureau"].tolist()
    once, again = network_rows(frames, K, True), network_rows(shuffled, K, True)
    for name in ("vision_posts", "vision_reach", "vision_bureaus", "vision_exchange"):
        assert once[name].equals(again[name]), name


def test_without_headcounts_there_is_no_share_but_the_counts_stay(tmp_path):
    kept = city()
    kept.frames |= {name: frame for name, frame in network_frames().items() if name != "answers_given"}
    kept.frames["headcounts"] = kept.frames["headcounts"].iloc[:0]
    found = assemble(kept, home_settings(tmp_path))
    assert found["vision_bureaus"]["staff"].isna().all()
    assert at(found["vision_posts"], "reached", "n1") == 94


def test_closed_answers_name_what_is_published_and_units_are_in_words(small_place_frames):
    answers = small_place_frames["answers_given"].set_index("text_ja")
    assert answers.loc["加入率を示す", "owner_unit_ja"] == "D02局 D0201課"
    assert answers["figure_question"].isna().all()
    actions = small_place_frames["actions"].set_index("text_ja")
    assert (actions.loc["応援を決める", "unit_en"], actions.loc["見学する", "ward"]) == ("Bureau D02", "99101")


@given(COUNTS)
def test_whatever_the_counts_no_single_one_is_the_rest(counts):
    flags = withholding.hidden(counts, K)
    hidden = [count for count, flag in zip(counts, flags, strict=True) if flag]
    assert all(flag for count, flag in zip(counts, flags, strict=True) if 0 < count < K)
    if hidden and len(hidden) < len(counts):
        assert len(hidden) >= 2 and sum(hidden) >= K
    assert hidden or not any(0 < count < K for count in counts)


def given_back(cells, flags):
    """Withheld cells that follow from the sums of senders whose sum is told and of what stays within bureaus."""
    places = {pair: at for at, pair in enumerate(cells.index[flags])}
    own = cells["from_bureau"] == cells["to_bureau"]
    told = cells[~cells["secret"]]
    groups = [rows.index for _, rows in told.groupby("from_bureau")] + [cells.index[own]]
    sums = np.array([[float(pair in group) for pair in places] for group in groups]).reshape(len(groups), len(places))
    rank = np.linalg.matrix_rank(sums) if places else 0
    return [p for p, k in places.items() if np.linalg.matrix_rank(np.vstack([sums, np.eye(len(places))[k]])) == rank]


@settings(max_examples=80)
@given(st.integers(2, 6).flatmap(lambda size: st.lists(st.integers(0, 30), min_size=size**2, max_size=size**2)))
def test_no_sum_that_is_told_gives_a_reply_back(replies):
    size = int(len(replies) ** 0.5)
    names = [f"D{k:02d}" for k in range(size)]
    cells = pd.DataFrame(
        [(2025, a, b) for a in names for b in names], columns=["fiscal_year", "from_bureau", "to_bureau"]
    )
    cells["replies"] = replies
    senders = cells.groupby("from_bureau")["replies"].sum()
    secret = dict(zip(senders.index, withholding.hidden(senders, K), strict=True))
    cells["secret"] = cells["from_bureau"].map(secret)
    flags = hidden_cells(cells, K)
    assert not ((cells["replies"] > 0) & (cells["replies"] < K) & ~flags).any()
    assert given_back(cells, flags) == []


def test_the_attacker_would_find_a_cell_left_alone():
    pairs = [("A", "A", 40), ("A", "B", 3), ("B", "A", 20), ("B", "B", 30)]
    cells = pd.DataFrame(pairs, columns=["from_bureau", "to_bureau", "replies"]).assign(fiscal_year=2025, secret=False)
    assert given_back(cells, cells["replies"] < K) == [1]


@pytest.mark.parametrize(("year", "staff"), [(2015, 5), (2019, 5), (2020, 5), (2021, 7), (2030, 7)])
def test_staff_of_a_year_without_survey_are_those_counted_last(year, staff):
    from dashboard.publish.network import staff_at

    assert staff_at({2019: 5, 2021: 7}, year) == staff and staff_at({}, year) is None


def test_a_year_with_one_bureau_has_no_exchange_to_tell():
    posts = pd.DataFrame({"post": ["n"], "fiscal_year": [2025]})
    bureaus = pd.DataFrame({"fiscal_year": [2025], "bureau": ["D01"], "replies": pd.array([12], dtype="Int64")})
    replies = pd.DataFrame({"post": ["n"], "from_bureau": ["D01"], "to_bureau": ["D01"], "replies": [12]})
    cells, crossing = exchange_rows(bureaus, posts, replies, K)
    assert cells["replies"].tolist() == [12] and crossing == {2025: 0}
