"""Dispatch: how many associations had a visit, where none came or nobody reported, what it cost and what came of it."""

from dashboard.ui import chain, dispatch, panels
from dashboard.ui.absent import lacks
from dashboard.ui.frame import foot, open_frame
from dashboard.ui.indicators import credit

frame = open_frame()
if not lacks(frame, "associations", "districts", "dispatches", "activities", "dispatch_reports"):
    dispatch.finding(frame)
    left, right = panels.columns(44, 56)
    with left:
        dispatch.by_ward(frame)
        dispatch.district_map(frame)
    with right:
        dispatch.details(frame)
    chain.panel(frame, "dispatch")
foot(frame, maps=True, places=True, more=[credit(frame)])
