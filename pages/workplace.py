"""Workplace: which bureau differs from the city on which heading, and what staff answered item by item."""

from dashboard.ui import panels
from dashboard.ui.frame import foot, head, open_frame

frame = open_frame()
head(frame, panels.finding_of_bureaus(frame))
left, right = panels.columns(58, 42)
with left:
    panels.bureau_themes(frame)
with right:
    panels.items(frame)
foot(frame)
