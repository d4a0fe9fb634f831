"""What may be said of a change: one rule for sentences and figures."""


def verdict(change: float | None, lo: float | None, hi: float | None, news: bool | None = None) -> str:
    """rose | fell | unclear | level, of a change and its 95 % interval (None where there is none).

    unclear: the interval covers zero, or the change is no news once all members of its view are looked at together
    (news is False). A count of everyone has no interval: its change is what it is. level: no change to speak of.
    """
    if change is None or (lo is None and change == 0):
        return "level"
    if lo is None or hi is None:
        return "rose" if change > 0 else "fell"
    if news is not None and not news:
        return "unclear"
    return "rose" if lo > 0 else "fell" if hi < 0 else "unclear"
