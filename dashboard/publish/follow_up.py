"""What was undertaken, in an edition: actions after a survey, and past answers with the figure that closes them."""

import re

import pandas as pd

from dashboard.publish.areas import Tables
from dashboard.publish.place_rows import in_words, unit_words, with_unit
from dashboard.publish.units import latest_names

EVIDENCE = re.compile(r"E-[0-9A-HJKMNP-TV-Z]{5,}")  # as edition.evidence writes its numbers


def follow_up_rows(frames: Tables) -> Tables:
    """Tables of actions and of past answers; those not handed in are left out."""
    words, names = unit_words(frames["units"]), latest_names(frames["units"])
    wards = dict(zip(names["unit"], names["ward"], strict=True))
    found = {}
    for name, unit in (("actions", "unit"), ("answers_given", "owner_unit")):
        frame = frames.get(name)
        if frame is not None and not frame.empty:
            rows = in_words(with_unit(frame, unit, words))
            found[name] = rows.assign(ward=rows[unit].map(wards).astype(object))
    return found
