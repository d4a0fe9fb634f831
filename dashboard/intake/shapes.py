"""Files of outlines -> rows with properties and shapes: GeoJSON, GeoPackage, shapefiles, and zips of them."""

import io
import tempfile
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import geopandas as gpd
import pyogrio
from pyogrio.errors import CRSError, DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError
from shapely.errors import ShapelyError

from dashboard.intake import contract, read

SUFFIXES = (".geojson", ".json", ".gpkg", ".shp")  # in this order of preference
BESIDE = (".shp", ".shx", ".dbf", ".prj", ".cpg")  # what makes one shapefile
ENCODINGS = ("utf-8", "cp932")  # the other order "succeeds" with garbage, and a .cpg is not to be relied on
FAILURES = (
    CRSError, DataLayerError, DataSourceError, FeatureError, FieldError, GeometryError, ShapelyError,
    ValueError, OSError, RuntimeError, KeyError, TypeError,
)  # fmt: skip
ZIP, SQLITE = b"PK", b"SQLite format 3"


def layers(data: bytes) -> Iterator[tuple[str, gpd.GeoDataFrame]]:
    """(name inside the file, its rows) of every layer in a file, the likeliest first.

    Raises read.UnreadableError, whose rule says why.
    """
    if len(data) > contract.limit("unpacked_bytes"):
        raise read.UnreadableError("too_large")
    parts = (
        unzipped(data) if data.startswith(ZIP) else {"layer" + (".gpkg" if data.startswith(SQLITE) else ".json"): data}
    )
    names = [name for suffix in SUFFIXES for name in sorted(parts) if name.lower().endswith(suffix)]
    if not names:
        raise read.UnreadableError("no_outlines_inside")
    failed = None
    for name in names:
        try:
            yield from opened(name, parts)
        except read.UnreadableError as problem:
            failed = failed or problem
    if failed is not None:
        raise failed


def unzipped(data: bytes) -> dict[str, bytes]:
    """The members of a zip that may hold outlines, by name. No member is ever written where its name points to."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [it for it in archive.infolist() if suffix(it.filename) in {*SUFFIXES, *BESIDE}]
            read.check_members(archive)
            return {it.filename: archive.read(it) for it in members}
    except read.BROKEN_ZIP as error:
        raise read.UnreadableError("bad_zip") from error


def suffix(name: str) -> str:
    return PurePosixPath(name.lower()).suffix


def zipped(path: Path) -> bytes:
    """A shapefile and what stands beside it as one zip, the same bytes for the same files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part in sorted(it for it in path.parent.iterdir() if it.stem == path.stem and suffix(it.name) in BESIDE):
            archive.writestr(zipfile.ZipInfo("layer" + suffix(part.name)), part.read_bytes())
    return buffer.getvalue()


def opened(name: str, parts: dict[str, bytes]) -> Iterator[tuple[str, gpd.GeoDataFrame]]:
    """The layers of one member, read from a folder of its own."""
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what a file lacks is told by our own findings
        kind = suffix(name)
        path = Path(folder) / f"layer{kind}"
        beside = siblings(name, parts) if kind == ".shp" else {kind: parts[name]}
        for ending, data in beside.items():
            (Path(folder) / f"layer{ending}").write_bytes(in_utf_8(data) if kind in (".json", ".geojson") else data)
        try:
            known = [None] if kind == ".shp" else [str(layer) for layer, _ in pyogrio.list_layers(path)]
            frames = [(layer or name, attempt(path, layer)) for layer in known]
        except FAILURES as error:
            raise read.UnreadableError("bad_boundaries") from error
    yield from ((layer, frame) for layer, frame in frames if isinstance(frame, gpd.GeoDataFrame) and not frame.empty)


def siblings(name: str, parts: dict[str, bytes]) -> dict[str, bytes]:
    """{'.shp': bytes, '.dbf': bytes, ...} of one shapefile."""
    stem = name[: -len(".shp")]
    return {
        suffix(other): data
        for other, data in parts.items()
        if other[: -len(".shp")] == stem and suffix(other) in BESIDE
    }


def in_utf_8(data: bytes) -> bytes:
    """GeoJSON is UTF-8; one that an office saved in another encoding is read as it was meant."""
    try:
        return read.decoded(data)[0].encode("utf-8")
    except read.UnreadableError as error:
        raise read.UnreadableError("bad_boundaries") from error


def attempt(path: Path, layer: str | None) -> gpd.GeoDataFrame:
    """One layer; a shapefile is read as utf-8, on error as cp932."""
    if path.suffix != ".shp":
        return pyogrio.read_dataframe(path, layer=layer)
    for encoding in ENCODINGS:
        try:
            return pyogrio.read_dataframe(path, encoding=encoding)
        except UnicodeDecodeError:
            continue
    raise read.UnreadableError("bad_encoding")
