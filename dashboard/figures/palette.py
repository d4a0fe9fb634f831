"""The colours of figures, on screen and on paper alike; contrast by the WCAG formula on white."""

INK, MUTED, AXIS, CONTEXT, GRID, PANEL, PAGE = (
    "#1A1A1A",
    "#4D4D4D",
    "#767676",
    "#949494",
    "#E6E6E6",
    "#F2F2F2",
    "#FFFFFF",
)
FOCUS, SECOND = "#0017C1", "#C74700"
LAND, LAND_LINE = "#F2F2F2", "#D9D9D9"
CLASSES = ("#E8F1FE", "#9DB7F9", "#3460FB", "#00118F")
CLASS_TEXT = (INK, INK, PAGE, PAGE)
# Fill, text and outline of a heat cell by its tone: a class of its value, or how it differs, in colour only where the
# difference is beyond its interval.
TONES = {
    **{str(place): (fill, ink, None) for place, (fill, ink) in enumerate(zip(CLASSES, CLASS_TEXT, strict=True))},
    "worse_far": ("#AC3E00", PAGE, None),
    "worse": ("#FFA66D", INK, None),
    "unclear": (PANEL, INK, None),
    "better": ("#9DB7F9", INK, None),
    "better_far": ("#0017C1", PAGE, None),
    "no_direction": (PANEL, INK, INK),
    "city": (PAGE, INK, AXIS),
}
# Fill and text of a share of answers.
SHARES = {"unf": ("#AC3E00", PAGE), "neu": ("#E6E6E6", INK), "fav": ("#0017C1", PAGE)}
