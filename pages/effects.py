"""Effects: what each of the three proposals changed, how surely, at what cost, and by which rules that is told."""

from dashboard.ui import effects, panels
from dashboard.ui.frame import foot, open_frame

frame = open_frame()
if effects.finding(frame):
    effects.cards(frame)
    left, right = panels.columns(60, 40)
    with left:
        effects.study(frame)
    with right:
        effects.rules(frame)
    effects.truths(frame)
    effects.method(frame)
foot(frame)
