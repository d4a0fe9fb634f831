"""Motivation: how each ward moved, how sure that is, and what happened in between."""

from dashboard.ui import panels
from dashboard.ui.frame import foot, head, open_frame

frame = open_frame()
head(frame, panels.finding_of_wards(frame))
left, right = panels.columns(36, 64)
with left:
    panels.ward_map(frame, width=356, height=222)
    panels.ward_table(frame)
with right:
    panels.multiples(frame)
foot(frame, maps=True)
