"""Vision: whom the posts of the internal network reach, who takes part, and how many share the vision."""

from dashboard.ui import chain, panels, vision
from dashboard.ui.absent import lacks
from dashboard.ui.frame import foot, open_frame

frame = open_frame()
if not lacks(frame, "vision_posts", "vision_reach"):
    vision.finding(frame)
    left, right = panels.columns(56, 44)
    with left:
        vision.bureaus(frame)
    with right:
        vision.awareness(frame)
        vision.themes(frame)
        vision.crossing(frame)
    chain.panel(frame, "vision")
foot(frame, subject="vision")
