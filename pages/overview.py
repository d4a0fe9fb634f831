"""Overview: did motivation rise, where, and how far are the three gaps from their targets."""

from dashboard.ui import panels, present, proposals
from dashboard.ui.frame import foot, head, open_frame

frame = open_frame()
head(frame, panels.finding_of_place(frame), present.entry(frame))
panels.tiles(frame)
proposals.lines(frame)
left, right = panels.columns(55, 45)
with left:
    panels.ward_values(frame)
with right:
    panels.trend(frame)
foot(frame, maps=True)
