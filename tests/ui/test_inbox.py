"""Files from a browser: whatever their names are, they lie inside one new folder of the inbox."""

import os
import shutil
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.settings import Home
from dashboard.ui import inbox

NAMES = ["../../sources/manifest.json", "..\\..\\x.csv", "/etc/passwd", "..", ".", "", "a\x00b.csv", "CON:stream.csv",
         "調査\u202evsc.exe", ".hidden.csv", "響" * 300 + ".csv", "区の境界.zip"]  # fmt: skip


@given(st.one_of(st.sampled_from(NAMES), st.text(max_size=300)))
def test_a_name_is_a_name(name):
    safe = inbox.safe_name(name)
    assert safe and safe not in (".", "..") and not set(safe) & set('/\\:\x00\u202e"<>|?*') and len(safe) <= 131
    assert not safe.startswith(".")


def test_a_plain_name_stays():
    assert [inbox.safe_name(name) for name in ("区の境界.zip", "responses_2025.csv")] == [
        "区の境界.zip",
        "responses_2025.csv",
    ]


def test_what_is_dropped_lies_in_the_inbox_and_goes_again(tmp_path):
    home = Home(tmp_path)
    paths = inbox.put(home, [("../a.csv", b"1"), ("a.csv", b"2")])
    assert [path.read_bytes() for path in paths] == [b"1", b"2"] and len(set(paths)) == 2
    assert paths[0].parent.parent == home.inbox and paths[1].parent.parent == paths[0].parent
    assert [path.name for path in paths] == ["a.csv", "a.csv"], "a check can say that a table was given twice"
    assert len(inbox.put(home, [("c.csv", b"1"), ("c.csv", b"1")])) == 1
    shutil.rmtree(home.inbox)
    paths = inbox.put(home, [("a.csv", b"1"), ("a.csv", b"2")])
    os.utime(paths[0].parent, (time.time() - 2 * inbox.KEPT,) * 2)
    later = inbox.put(home, [("b.csv", b"3")])
    assert not paths[0].exists() and later[0].exists(), "what nobody loaded is gone after a day"
    inbox.drop(later)
    assert not list(home.inbox.iterdir())


def test_too_much_is_refused_before_anything_is_written(tmp_path):
    with pytest.raises(inbox.TooMuchError):
        inbox.put(Home(tmp_path), [("a.csv", b"")] * (inbox.MOST_FILES + 1))
    assert not list(tmp_path.iterdir())
