"""Find: from an evidence number back to its question, its rows and its figure."""

from dashboard.ui import find
from dashboard.ui.frame import open_frame

frame = open_frame()
found = find.result(frame)
find.page_foot(frame, found)
