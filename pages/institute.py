"""Institute: how far its studies came, how long it took, what they brought, and which came to nothing and why."""

from dashboard.ui import chain, institute, panels, study_courses, study_people
from dashboard.ui.absent import lacks
from dashboard.ui.frame import foot, open_frame

frame = open_frame()
if not lacks(frame, "projects", "project_stages"):
    institute.finding(frame)
    left, right = panels.columns(50, 50)
    with left:
        study_courses.courses(frame)
        institute.listed(frame)
    with right:
        institute.outcomes(frame)
        study_people.resources(frame)
        institute.basic_studies(frame)
    chain.panel(frame, "institute")
foot(frame, places=True)
