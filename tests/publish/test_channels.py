"""Other answers with the same print: no channel of an edition tells them apart.

The exact counts behind the prints are moved as far as the prints allow, and such answers are handed in instead of the
true ones. Whatever is shown, and everything made of it, must come out the same to the last digit. One thing is told
beside the prints: how wide the whole city's answers spread, in whole points of the index and tenths of a theme's ratio;
answers that change these round numbers are left out here.
"""

from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest
from survey_city import city

from dashboard.publish.answers import answers, members_of
from dashboard.publish.build import assemble, assembled, silent
from dashboard.publish.codebook import codebook
from dashboard.publish.plan.alone import table_moving
from dashboard.publish.plan.lattice import rules
from dashboard.publish.plan.proving import print_of
from dashboard.publish.plan.witness import CLASSES, Proof
from dashboard.publish.survey import bureaus, spreads, staff_asked
from dashboard.publish.units import organisation
from dashboard.settings import settings

WAVE = "2025"
ITEMS = ("s1", "m2", "t01")  # an item alone in its theme and reversed, one behind the index, a trait
TABLES = 3  # of answers to an item
CHANNELS = {  # channel: table, kinds of measure, columns
    "share": ("cells", ["item", "trait"], ["value", "bound", "bound_at", "n", "status"]),
    "complement": ("cells", ["item"], ["fav", "neu", "unf"]),
    "mean": ("cells", ["item"], ["mean"]),
    "theme score": ("cells", ["theme"], ["value", "bound", "bound_at", "n", "status"]),
    "index": ("cells", ["index"], ["value", "n", "status"]),
    "interval of a share": ("cells", ["item", "trait"], ["lo", "hi"]),
    "interval of a theme score": ("cells", ["theme"], ["lo", "hi"]),
    "interval of the index": ("cells", ["index"], ["lo", "hi"]),
    "change": ("cells", None, ["change"]),
    "interval of a change": ("cells", None, ["change_lo", "change_hi", "news"]),
    "way out": ("cells", None, ["wider_view", "wider_member"]),
    "sentence": (
        "findings",
        None,
        ["headline_ja", "headline_en", "bracket_ja", "bracket_en", "detail_ja", "detail_en"],
    ),
    "what the silent may change": ("nonresponse", None, None),
}


def graded():
    """The small city with grades, one of which seven people have."""
    kept = city()
    people = kept.responses["2025"]
    people["grade"] = np.random.default_rng(0).choice(["1", "2"], len(people))
    people.loc[people.index[::36], "grade"] = "3"
    return kept


def with_the_same_print(planned, item, release):
    """Other answers to one item that print the same, with other counts behind the prints."""
    (wave, keep), dice = planned.proved, np.random.default_rng(item)
    rows = replace(wave.structure, hides=wave.structure.shows, targets=[])  # what is moved are the figures themselves
    shown = print_of(wave, item, release).without(np.flatnonzero(~keep[:, item]))
    proof = Proof(rows, wave.answers[:, item], wave.scales[item], shown, wave.pulls[:, item])
    proof.need[:] = 1
    for row, kind, up in dice.permutation(list(product(np.flatnonzero(keep[:, item]), range(CLASSES), (False, True)))):
        table = table_moving(proof, row, kind, bool(up), proof.answers > 0, np.full(len(keep), np.inf))
        if table is not None and len(proof.witnesses) < TABLES:
            proof.record(table)
    assert proof.witnesses, "nothing moves behind the prints"
    return proof.witnesses


def handed_in(kept, item, points):
    """The small city with other answers to an item. points: of every respondent after recoding, 0 = as it was."""
    other, questions = graded(), kept.frames["questions"].set_index("item")
    codes = np.where(questions.loc[item, "reversed"], 6 - points, points).astype(str)
    other.responses[WAVE][item] = np.where(points > 0, codes, other.responses[WAVE][item])
    return other


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    """(tables of the city's edition, of the same city with each other table of answers)."""
    here = settings(tmp_path_factory.mktemp("channels"))
    kept = graded()
    own, planned = assembled(kept, here, silent)
    items, others = list(planned[-1].certificate.witnesses), []
    for code in ITEMS:
        at = items.index(code)
        for table in with_the_same_print(planned[-1], at, rules(here.release)):
            other = handed_in(kept, code, planned[-1].wave.scales[at].points[table])
            if round_numbers(other, own["measures"]) == round_numbers(kept, own["measures"]):
                others.append(assemble(other, here))
    assert len(others) >= 5
    return own, others


def round_numbers(kept, measures):
    """The few round numbers of the whole city that intervals rest on beside the prints: see spreads."""
    frames, frame = kept.frames, kept.responses[WAVE]
    units = organisation(frames["units"], pd.Timestamp("2025-07-01").date())
    read = answers(frame, codebook(frames["questions"], frames["scales"]), WAVE, members_of(frame, units))
    return spreads(read, measures, bureaus(read, staff_asked(frames["headcounts"], WAVE)))


def told(frames, channel):
    """What a channel says of the survey."""
    table, kinds, columns = CHANNELS[channel]
    frame = frames[table]
    if kinds:
        measures = frames["measures"]
        frame = frame[frame["measure"].isin(measures.loc[measures["kind"].isin(kinds), "measure"])]
    frame = frame[frame["wave"] == WAVE]
    return frame if columns is None else frame[columns]


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_channel_tells_no_two_tables_with_the_same_print_apart(editions, channel):
    own, others = editions
    said = told(own, channel)
    assert said.notna().any(axis=None), "a channel that says nothing proves nothing"
    for other in others:
        pd.testing.assert_frame_equal(told(other, channel), said)
