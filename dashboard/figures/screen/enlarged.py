"""A screen figure for a meeting room: every length in pixels times one factor, so that the back row can read it."""

# The keys of a Plotly figure whose numbers are pixels; everything else is data, shares or angles.
LENGTHS = (
    "size", "width", "height", "xshift", "yshift", "l", "r", "t", "b", "pad", "borderpad", "standoff",
)  # fmt: skip


def enlarged(figure: dict, by: float) -> dict:
    """The figure with every length `by` times as long. Its spec was laid out for a box 1/by of the real one."""
    pixels = {end for axis in "xy" if figure.get(f"{axis}sizemode") == "pixel" for end in (f"{axis}0", f"{axis}1")}
    return {
        key: times(part, by) if key in LENGTHS or key in pixels else within(part, by) for key, part in figure.items()
    }


def within(part: object, by: float) -> object:
    """A part that may hold lengths deeper down."""
    if isinstance(part, dict):
        return enlarged(part, by)
    if isinstance(part, list) and any(isinstance(one, dict) for one in part):
        return [within(one, by) for one in part]
    return part


def times(part: object, by: float) -> object:
    """A length, or a length a point."""
    if isinstance(part, list):
        return [times(one, by) for one in part]
    return part * by if isinstance(part, int | float) and not isinstance(part, bool) else part
