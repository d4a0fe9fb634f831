"""Workplace: which bureau differs from the city on which heading, and what staff answered item by item."""

from dashboard.ui import workplace
from dashboard.ui.frame import foot, open_frame
from dashboard.ui.panels import columns

frame = open_frame()
workplace.opening(frame)
left, right = columns(58, 42)
with left:
    workplace.headings(frame)
with right:
    workplace.beside(frame)
foot(frame)
