"""Data, for the administrator: files in, a new edition held back, what it changes, and which edition is shown."""

from dashboard.ui import data_page, data_page_city, data_page_editions, data_page_kept, panels
from dashboard.ui.frame import foot, open_frame

frame = open_frame()
data_page.finding(frame)
left, right = panels.columns(54, 46)
with left:
    data_page.drop(frame)
    data_page_kept.tables(frame)
with right:
    data_page_editions.editions(frame)
    data_page_city.city(frame)
foot(frame)
