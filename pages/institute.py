"""Institute: how far its studies came, what they brought, and which came to nothing and why."""

from dashboard.ui import institute, panels
from dashboard.ui.absent import lacks
from dashboard.ui.frame import foot, open_frame

frame = open_frame()
if not lacks(frame, "projects", "project_stages"):
    institute.finding(frame)
    left, right = panels.columns(50, 50)
    with left:
        institute.pipeline(frame)
        institute.not_adopted(frame)
    with right:
        institute.outcomes(frame)
        institute.resources(frame)
        institute.basic_studies(frame)
foot(frame, places=True)
