"""What stands beside the list of need: places that are alike, or how far small denominators alone carry a share."""

from dashboard.figures import place_specs
from dashboard.i18n import number
from dashboard.ui import panels, similar
from dashboard.ui.frame import Frame
from dashboard.ui.need_controls import switch
from dashboard.ui.show import show
from dashboard.ui.state import FUNNEL


def panel(frame: Frame, first: str | None) -> None:
    """The choice, and what was chosen. first: the association whose alike are shown until another is chosen."""
    switch(frame, "beside")
    if frame.choice.beside == FUNNEL:
        funnel(frame)
    else:
        similar.panel(frame, first)


def funnel(frame: Frame) -> None:
    """The chosen indicator where it is a share, else the first that is."""
    choice = frame.choice
    asked = {"period": choice.period, "ward": choice.place_ward}
    answer = frame.ask("small_denominators", indicator=choice.indicator, **asked)
    if answer.frame["overall"].isna().all():
        answer = frame.ask("small_denominators", **asked)
    rows = answer.frame
    if rows["overall"].isna().all():
        panels.tell(frame, frame.say("need.funnel_none"))
        return
    known = frame.catalogue.places.indicators
    indicator, divided_by = (known[rows[column].iloc[0]] for column in ("indicator", "divided_by"))
    words = {"of": number(rows["overall"].notna().sum()), "count": number(rows["beyond"].notna().sum())}
    title = frame.say("need.funnel", label=indicator.measure.label[frame.lang], **words)
    spec = place_specs.funnel(answer, indicator, divided_by, title, frame.lang)
    show(frame, "funnel", title, spec, answer)
