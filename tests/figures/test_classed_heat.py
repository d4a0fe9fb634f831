"""Heat tables whose tones are classes of the value: fixed order, blanks, narrow cells that say nothing twice."""

import re

import pytest
from figure_frames import SECRET, measure, spec
from reading import on_paper

from dashboard.figures import paper
from dashboard.figures.alt import described
from dashboard.figures.legends import entries
from dashboard.figures.palette import CLASSES
from dashboard.figures.screen import draw


def classed(lang="ja", **options):
    given = {"classes": True, "order": ["b2", "b3", "b1"], "counted": "staff", **options}
    return spec("heat", lang, **given)


def fills(figure):
    return [shape["fillcolor"] for shape in figure["layout"]["shapes"]]


def texts(figure):
    return [re.sub("</?b>", "", note["text"]) for note in figure["layout"]["annotations"]]


def test_the_order_given_stands_and_tones_are_classes_of_the_value():
    """Breaks 58 60 62: 57 is the lowest class; the values of b1 and b2 lie below it too, 61 and 63 would not."""
    figure = draw(classed())
    names = [text for text in texts(figure) if text.startswith("Bureau")]
    assert names == ["Bureau b2", "Bureau b3", "Bureau b1"]
    assert set(fills(figure)) == {CLASSES[0]} and "staff" in texts(figure)
    frame = spec("heat").frame
    raised = frame.assign(value=frame["value"].where(frame["value"] == SECRET, frame["value"] + 5))
    assert fills(draw(spec("heat", frame=raised, classes=True, order=["b1"]))) == [CLASSES[3], CLASSES[0], CLASSES[0]]


@pytest.mark.parametrize(("value", "tone"), [(57.9, 0), (58.0, 1), (61.9, 2), (62.0, 3)])
def test_a_break_opens_the_higher_class(value, tone):
    frame = spec("heat").frame
    one = frame[(frame["member"] == "b1") & (frame["measure"] == "t1")].assign(value=value)
    only = {"t1": measure("t1")}
    assert fills(draw(spec("heat", frame=one, classes=True, order=["b1"], measures=only))) == [CLASSES[tone]]


def test_a_sparse_table_leaves_a_cell_without_a_row_blank():
    frame = spec("heat").frame
    frame = frame[~((frame["member"] == "b1") & (frame["measure"] == "t2"))]
    blank = draw(classed(sparse=True)), draw(spec("heat", frame=frame, classes=True, sparse=True, order=["b1"]))
    full = draw(spec("heat", frame=frame, classes=True, order=["b1"]))
    assert len(fills(blank[1])) == len(fills(full)) == 2
    assert "データなし" in texts(full) and "データなし" not in texts(blank[1])


def test_a_word_that_does_not_fit_a_cell_is_left_to_the_legend():
    wide, narrow = draw(classed("en")), draw(classed("en", width=220))
    assert texts(wide).count("withheld") >= 3 and "withheld" not in texts(narrow)
    assert sum("fillpattern" in trace for trace in narrow["data"]) == 3
    assert ("withheld", "withheld") in entries(classed("en"))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_legend_and_alternative_text_speak_of_classes(lang):
    given = classed(lang)
    assert [tone for tone, _ in entries(given)][:4] == ["0", "1", "2", "3"]
    assert given.measure.label[lang] in described(given) and str(SECRET) not in described(given)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_paper_keeps_the_order_the_blanks_and_the_heading(lang):
    frame = spec("heat").frame
    frame = frame[~((frame["member"] == "b1") & (frame["measure"] == "t2"))]
    told = on_paper(
        paper.draw(
            spec("heat", lang, frame=frame, classes=True, sparse=True, order=["b2", "b1"], counted="staff"), 131, 60
        )
    )
    names = [text for text in told if text.startswith("Bureau")]
    assert names == ["Bureau b2", "Bureau b1"] and "staff" in told
    assert {"46", "33", "31", "57", "38"} <= set(told) and "41" not in told
    assert not {"データなし", "no data"} & set(told)
