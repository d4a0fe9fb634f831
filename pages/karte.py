"""Karte: one association on one screen."""

from dashboard.ui import karte, panels
from dashboard.ui.absent import lacks
from dashboard.ui.frame import foot, open_frame

frame = open_frame()
if not lacks(frame, "associations", "districts", "indicators", "indicator_values"):
    place = karte.chosen(frame)
    karte.finding(frame, place)
    if place is not None:
        left, middle, right = panels.columns(21, 46, 33)
        with left:
            karte.location(frame, place)
            karte.facts(frame, place)
        with middle:
            karte.strips(frame)
        with right:
            karte.issues(frame, place)
            karte.visits(frame, place)
            karte.projects(frame)
            karte.history(frame)
foot(frame, maps=True, places=True, more=[karte.credit(frame)])
