"""Wards: the staff who work there, the associations and the institute's studies, side by side on one time axis."""

from dashboard.ui import panels, wards
from dashboard.ui.absent import lacks
from dashboard.ui.frame import foot, open_frame

frame = open_frame()
if not lacks(frame, "indicators", "indicator_values"):
    wards.finding(frame)
    left, right = panels.columns(36, 64)
    with left:
        wards.ward_map(frame)
        wards.context(frame)
    with right:
        wards.layers(frame)
foot(frame, maps=True, places=True)
