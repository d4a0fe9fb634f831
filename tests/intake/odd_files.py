"""Files made to break a reader: every kind of them by number, each the same on every machine."""

import gzip
import io
import json
import random
import struct
import zipfile

import openpyxl
from drawn_city import packed, wards, written
from small_city import TABLES, csv_bytes, export
from small_places import PLACES

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp932", "euc_jp", "iso2022_jp", "latin-1"]
TEXTS = {**TABLES, "responses_2025.csv": export(), **PLACES}
EXTREMES = [
    "=1+1", "=cmd|' /C calc'!A0", "\x00", "\ufeff", "９" * 400, "1e999", "-0", "NaN", "\u202e", "👩", "'", '"', "\r",
    "令和99999年", "0000-00-00", "2025-02-30", "<b>", "{0}", "%s", "../../etc/passwd", "a" * 40_000,
]  # fmt: skip


def text_file(rng: random.Random) -> tuple[str, bytes]:
    """A table with odd cells, in any encoding, with any line ending."""
    name = rng.choice(list(TEXTS))
    rows = [list(cells) for cells in TEXTS[name]]
    for _ in range(rng.randrange(4)):
        row = rng.choice(rows)
        row[rng.randrange(len(row))] = rng.choice(EXTREMES)
    if rng.random() < 0.1:
        rng.shuffle(rows)
    data = csv_bytes(rows, "utf-8", rng.choice(",\t;"))
    data = (
        data.decode()
        .replace("\r\n", rng.choice(["\r\n", "\n", "\r", "\r\r\n"]))
        .encode(rng.choice(ENCODINGS), "replace")
    )
    return name, data


def truncated(rng: random.Random) -> tuple[str, bytes]:
    name, data = rng.choice([text_file, book, outlines])(rng)
    return name, data[: rng.randrange(len(data) + 1)]


def flipped(rng: random.Random) -> tuple[str, bytes]:
    """Some bytes are others."""
    name, data = rng.choice([text_file, book, outlines])(rng)
    changed = bytearray(data)
    for _ in range(rng.randrange(1, 30)):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return name, bytes(changed)


def noise(rng: random.Random) -> tuple[str, bytes]:
    name = rng.choice(
        [*TEXTS, "units.xlsx", "waves.csv.gz", "boundaries.zip", "boundaries.gpkg", "units.xls", "N03-x.geojson"]
    )
    head = rng.choice(
        [b"", b"PK\3\4", b"\x1f\x8b", b"SQLite format 3\0", b"\xd0\xcf\x11\xe0", b'{"type":', b"\xff\xfe", b"\0" * 9]
    )
    return name, head + rng.randbytes(rng.randrange(3000))


def wide(rng: random.Random) -> tuple[str, bytes]:
    """Ten thousand columns, or one cell of a megabyte, or a header that comes again and again."""
    kind = rng.randrange(3)
    header, *rows = TEXTS["units.csv"]
    if kind == 0:
        return "units.csv", csv_bytes([header + [f"x{n}" for n in range(10_000)], *rows])
    if kind == 1:
        return "units.csv", csv_bytes([header, ["x" * 1_100_000, *rows[0][1:]]])
    return "responses_2025.csv", csv_bytes([export()[0] * 400, *export()[1:]])


def book(rng: random.Random) -> tuple[str, bytes]:
    """A workbook with formulas, errors, a far cell, odd numbers."""
    name = rng.choice(list(TEXTS))
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for cells in TEXTS[name]:
        sheet.append([cell.replace("\x00", "") or None for cell in cells])
    odd = ["=1/0", "=A1", "#REF!", 1e300, -0.0, 45845, 0.831, True, "2025-07-07", None]
    for _ in range(rng.randrange(5)):
        sheet.cell(rng.randrange(1, 12), rng.randrange(1, 12)).value = rng.choice(odd)
    if rng.random() < 0.15:
        sheet.cell(rng.choice([1_048_576, 90_000]), rng.choice([1, 16_384])).value = "far"
    if rng.random() < 0.2:
        sheet.merge_cells("A1:C3")
    buffer = io.BytesIO()
    workbook.save(buffer)
    return name.replace(".csv", ".xlsx"), buffer.getvalue()


def bomb(rng: random.Random) -> tuple[str, bytes]:
    """Few bytes that would become very many; or a size that is a lie."""
    kind = rng.randrange(5)
    if kind == 0:
        return "units.csv.gz", gzip.compress(rng.choice([b"\n", b"a,", b"\0", b'"']) * 20_000_000, 1)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        if kind == 1:
            archive.writestr("xl/worksheets/sheet1.xml", b"<a/>" * 5_000_000)
        elif kind == 2:
            for number in range(2_500):
                archive.writestr(f"{number}.geojson", b"")
        else:
            archive.writestr("layer.geojson", b" " * 1_000_000)
            archive.writestr("layer.shp", b"\0" * 1_000_000)
    data = buffer.getvalue()
    if kind == 4:
        data = data.replace(struct.pack("<I", 1_000_000), struct.pack("<I", 4_000_000_000))
    return rng.choice(["units.xlsx", "boundaries.zip"]), data


def tricks(rng: random.Random) -> tuple[str, bytes]:
    """Names inside that point outside, links, names of no encoding."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in ["../../escape.geojson", "/tmp/escape.shp", "C:\\escape.dbf", "a/../../b.gpkg", "x" * 300 + ".shp"]:
            archive.writestr(name, rng.randbytes(50))
        link = zipfile.ZipInfo("layer.geojson")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return "boundaries.zip", buffer.getvalue()


SHAPES = [
    None,
    {"type": "Polygon", "coordinates": []},
    {"type": "Point", "coordinates": [0, 0]},
    {"type": "Polygon", "coordinates": [[[1e308, 1e308], [0, 0], [1, 0], [1e308, 1e308]]]},
    {"type": "GeometryCollection", "geometries": []},
]


def outlines(rng: random.Random) -> tuple[str, bytes]:
    """Outlines with odd properties, coordinates and types."""
    areas = wards().iloc[: rng.randrange(1, 6)]
    kind = rng.randrange(4)
    if kind == 0:
        return "boundaries.zip", packed(written(areas.rename(columns={"code": "区コード", "name": "区名"}), ".shp"))
    if kind == 1:
        return "boundaries.gpkg", next(iter(written(areas, ".gpkg").values()))
    document = json.loads(areas.to_json())
    for feature in document["features"]:
        if rng.random() < 0.5:
            feature["geometry"] = rng.choice(SHAPES)
        if rng.random() < 0.3:
            feature["properties"] = rng.choice(
                [{}, {"code": None}, {"code": 1.5, "name": []}, {"code": {"a": 1}}, None]
            )
    return rng.choice(["boundaries.geojson", "N03-1.json", "校区界.geojson", "小地域.geojson"]), json.dumps(
        document
    ).encode()


KINDS = [text_file, text_file, text_file, truncated, flipped, noise, wide, book, bomb, tricks, outlines, outlines]
RARE = {bomb: 9, wide: 5}  # slow to make: one in so many


def odd_file(number: int) -> tuple[str, str, bytes]:
    """(kind, file name, bytes) of the file with this number."""
    rng = random.Random(number)
    kind = KINDS[number % len(KINDS)]
    if kind in RARE and (number // len(KINDS)) % RARE[kind]:
        kind = text_file
    return kind.__name__, *kind(rng)
