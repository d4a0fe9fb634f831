"""Actions: which past answers are still open and past their day, and what each unit undertook after the survey."""

from dashboard.ui import actions, panels
from dashboard.ui.frame import foot, open_frame

frame = open_frame()
if not actions.absent(frame):
    actions.finding(frame)
    left, right = panels.columns(58, 42)
    with left:
        actions.past_answers(frame)
    with right:
        actions.after_survey(frame)
foot(frame, subject="actions")
