"""Associations: find one by name or reading, or list a ward's and a district's; each leads to its karte."""

from dashboard.ui import associations, panels
from dashboard.ui.absent import lacks
from dashboard.ui.frame import foot, open_frame

frame = open_frame()
if not lacks(frame, "associations", "districts", "indicators", "indicator_values"):
    associations.finding(frame)
    left, right = panels.columns(32, 68)
    with left:
        associations.the_map(frame)
    with right:
        associations.the_list(frame)
foot(frame, maps=True, places=True, more=[associations.credit(frame)])
