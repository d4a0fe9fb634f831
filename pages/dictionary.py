"""Dictionary: every table and column a city may hand in, and every column of every answer."""

from dashboard.ui import dictionary, panels
from dashboard.ui.frame import foot, open_frame

frame = open_frame()
dictionary.finding(frame)
left, right = panels.columns(62, 38)
with left:
    dictionary.table_panel(frame)
with right:
    dictionary.question_panel(frame)
foot(frame)
