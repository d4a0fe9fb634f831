"""Briefing: a pack for the council table from the edition that is shown, and the packs made before."""

from dashboard.ui import briefing
from dashboard.ui.absent import lacks
from dashboard.ui.frame import foot, open_frame

frame = open_frame()
if not lacks(frame, "responses"):
    briefing.finding(frame)
    briefing.make(frame)
    briefing.earlier(frame)
foot(frame)
