"""The shelf of editions: numbers grow, the pointer is always right, an edition opens locked."""

import json
import threading

import duckdb
import pandas as pd
import pytest

from dashboard.edition.store import (
    DamagedEdition,
    NoEdition,
    NoSuchEdition,
    NothingToReturnTo,
    Store,
    StoreBusy,
    WithdrawnEdition,
    edition_hash,
)
from dashboard.settings import DATA

WAVES = "SELECT wave, fiscal_year FROM waves ORDER BY wave"


def build(store: Store, year: int, hold: bool = False, threads: int = 1) -> int:
    """Publish an edition that holds one survey year."""
    with store.publish_lock():
        number = store.new_number()
        hash_ = write(store.build_path(number), number, year, threads)
        store.commit(number, hash_, waves=1, hold=hold)
    return number


def write(path, number, year, threads=1):
    with duckdb.connect(str(path), config={"threads": threads}) as connection:
        connection.execute((DATA / "schema.sql").read_text(encoding="utf-8"))
        row = {"wave": str(year), "fiscal_year": year, "label_ja": "調査", "label_en": "Survey", "held": True}
        row |= {"source": "test", "aggregate_only": False}
        connection.append("waves", pd.DataFrame([row]), by_name=True)
        hash_ = edition_hash(connection)
        label = pd.DataFrame([{"number": number, "hash": hash_, "built_on": pd.Timestamp("2025-11-01"), "demo": True}])
        connection.append("edition", label.astype({"built_on": "datetime64[s]"}), by_name=True)
    return hash_


def years(edition) -> list[int]:
    return edition.query(WAVES)["fiscal_year"].tolist()


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "editions")


def test_an_empty_shelf_has_no_edition(store):
    assert store.editions() == []
    with pytest.raises(NoEdition) as refused:
        store.current_number()
    assert refused.value.message("ja") and refused.value.message("en").startswith("No edition")
    with pytest.raises(NoSuchEdition):
        store.open_edition(1)


def test_publishing_points_to_the_newest_and_keeps_the_old(store):
    first, second = build(store, 2023), build(store, 2024)
    assert (first, second, store.current_number()) == (1, 2, 2)
    assert years(store.open_edition(1)) == [2023] and years(store.open_edition(2)) == [2024]
    assert [(it.number, it.status, it.current, it.demo) for it in store.editions()] == [
        (1, "published", False, True),
        (2, "published", True, True),
    ]


def test_a_held_edition_is_not_shown_until_pointed_to(store):
    build(store, 2023)
    held = build(store, 2024, hold=True)
    assert store.current_number() == 1
    store.point(held)
    assert store.current_number() == 2 and store.editions()[1].status == "published"
    moves = json.loads((store.folder / "ledger.json").read_text())["moves"]
    assert [(move["from"], move["to"]) for move in moves] == [(None, 1), (1, 2)]


def test_withdrawing_moves_the_pointer_to_the_newest_valid(store):
    for year in (2022, 2023, 2024, 2025):
        build(store, year, hold=year == 2024)
    store.withdraw(4, "誤った名簿")
    assert store.current_number() == 2  # 3 was never shown
    with pytest.raises(WithdrawnEdition) as refused:
        store.open_edition(4)
    assert "誤った名簿" in refused.value.message("ja")
    with pytest.raises(WithdrawnEdition):
        store.point(4)
    store.withdraw(2, "二つ目")
    with pytest.raises(NothingToReturnTo):
        store.withdraw(1, "最後")
    assert store.current_number() == 1 and years(store.open_edition(1)) == [2022]


def test_only_one_publisher_at_a_time(store):
    with store.publish_lock():
        for refused in (lambda: build(store, 2024), lambda: store.point(1), lambda: store.withdraw(1, "x")):
            with pytest.raises(StoreBusy):
                refused()
    assert build(store, 2024) == 1


def test_leftovers_go_and_an_orphan_is_neither_current_nor_overwritten(store):
    build(store, 2023)
    store.build_path(9).write_bytes(b"half written")
    write(store.path(2), 2, 1999)  # moved into place, killed before the ledger knew
    assert [entry.number for entry in store.editions()] == [1]
    with pytest.raises(NoSuchEdition):
        store.open_edition(2)
    assert build(store, 2024) == 3
    assert not list(store.folder.glob(".build-*"))
    assert (store.current_number(), years(store.open_edition(3))) == (3, [2024])


def test_a_file_that_is_not_what_was_written_is_refused(store):
    build(store, 2023)
    with store.publish_lock():
        hash_ = write(store.build_path(2), 2, 2024)
        with pytest.raises(DamagedEdition):
            store.commit(2, "0" * 64, waves=1)
        with duckdb.connect(str(store.build_path(2))) as connection:
            connection.execute("UPDATE waves SET fiscal_year = 2042")
        with pytest.raises(DamagedEdition):
            store.commit(2, hash_, waves=1)
    assert store.current_number() == 1 and not store.path(2).exists()


def test_a_gate_that_raises_stops_everything(store):
    build(store, 2023)

    def gate(edition):
        assert years(edition) == [2024]
        raise RuntimeError("found")

    with store.publish_lock():
        hash_ = write(store.build_path(2), 2, 2024)
        with pytest.raises(RuntimeError):
            store.commit(2, hash_, waves=1, gate=gate)
    assert [entry.number for entry in store.editions()] == [1]


def test_killed_between_ledger_and_pointer_the_old_edition_stays(store, monkeypatch):
    build(store, 2023)
    replace = Store._replace

    def die(self, name, content):
        if name == "current":
            raise KeyboardInterrupt
        replace(self, name, content)

    monkeypatch.setattr(Store, "_replace", die)
    with pytest.raises(KeyboardInterrupt):
        build(store, 2024)
    monkeypatch.undo()
    assert store.current_number() == 1
    assert build(store, 2025) == 3 and store.current_number() == 3


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT content FROM read_text('/etc/hostname')",
        "COPY waves TO 'out.csv'",
        "ATTACH 'other.duckdb'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SET threads = 4",
        "CREATE TABLE more (i INTEGER)",
        "DELETE FROM waves",
        "SELECT a FROM frame",
    ],
)
def test_an_open_edition_can_only_answer(store, sql):
    build(store, 2023)
    edition = store.open_edition(1)
    frame = pd.DataFrame({"a": [1]})
    with pytest.raises(duckdb.Error):
        edition.query(sql)
    assert len(frame) == 1 and years(edition) == [2023]


def test_one_connection_a_process_and_no_mixed_rows_between_threads(store):
    for year in range(2016, 2020):
        build(store, year)
    assert store.open_edition(1) is Store(store.folder).open_edition(1)
    wrong = []

    def read(number):
        for _ in range(60):
            found = store.open_edition(number).query(
                "SELECT $n::INTEGER AS n, fiscal_year FROM waves, range(500)", {"n": number}
            )
            if len(found) != 500 or set(found["n"]) != {number} or set(found["fiscal_year"]) != {2015 + number}:
                wrong.append(number)

    readers = [threading.Thread(target=read, args=(number,)) for number in (1, 2, 3, 4, 1, 2)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert wrong == []


def test_hash_covers_rows_and_not_label_or_threads(store):
    build(store, 2023), build(store, 2023, threads=4), build(store, 2024)
    first, same, other = store.editions()
    assert first.hash == same.hash != other.hash
    assert store.open_edition(1).contents_hash() == first.hash


def test_hash_does_not_know_the_order_of_rows(tmp_path):
    events = pd.DataFrame({"held_on": pd.date_range("2020-01-01", periods=4), "label_ja": list("dcba")})
    events = events.assign(label_en="x", kind="x", scope="city", default_on=True)
    found = []
    for order in ([0, 1, 2, 3], [2, 0, 3, 1]):
        with duckdb.connect() as connection:
            connection.execute((DATA / "schema.sql").read_text(encoding="utf-8"))
            connection.append("events", events.iloc[order].reset_index(drop=True), by_name=True)
            found.append(edition_hash(connection))
    assert found[0] == found[1]


def test_describe_names_columns_and_types(store):
    build(store, 2023)
    assert store.open_edition(1).describe(WAVES) == [("wave", "VARCHAR"), ("fiscal_year", "INTEGER")]
