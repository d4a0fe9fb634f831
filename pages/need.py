"""Need: where people to lead are short, by the planner's own conditions and weights, and which places are alike."""

from dashboard.ui import beside, need, panels
from dashboard.ui.absent import lacks
from dashboard.ui.frame import foot, open_frame

frame = open_frame()
if not lacks(frame, "associations", "districts", "indicators", "indicator_values") and not need.lacks_conditions(frame):
    found = need.found(frame)
    need.finding(frame, found)
    need.controls(frame, found)
    left, right = panels.columns(63, 37)
    with left:
        need.the_list(frame, found)
    with right:
        beside.panel(frame, found.first)
foot(frame, places=True)
