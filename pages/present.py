"""Present: the findings for a meeting, one message at a time."""

from dashboard.ui import present
from dashboard.ui.frame import open_frame

present.view(open_frame())
