"""Limits of the data: who did not answer and what that may change, how much is shown of whom, what is not known."""

from dashboard.ui import limits, panels, unknowns
from dashboard.ui.frame import foot, head, open_frame

frame = open_frame()
head(frame, panels.finding(frame, "unknowns", **frame.choice.cell))
left, right = panels.columns(58, 42)
with left:
    unknowns.response_rates(frame)
with right:
    unknowns.silent_spans(frame)
    unknowns.released(frame)
limits.limits(frame)
foot(frame)
