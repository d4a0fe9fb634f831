"""The log of exports: a whole line for each, whatever happens to the log."""

import csv
import multiprocessing
from datetime import datetime

from dashboard.edition.export_log import COLUMNS, log_export
from dashboard.settings import Home


def lines(home):
    with home.exports.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_line_tells_when_what_edition_numbers_and_who(tmp_path):
    home = Home(tmp_path)
    log_export(home, "表_edition3.csv", 3, ["E-7K3F2", "E-00001"], "yamada")
    log_export(home, "資料.pdf", 4)
    first, second = lines(home)
    assert home.exports.read_bytes().startswith(b"\xef\xbb\xbf") and tuple(first) == COLUMNS
    assert datetime.fromisoformat(first["exported_at"]).tzinfo is not None
    assert [first[name] for name in COLUMNS[1:]] == ["表_edition3.csv", "3", "E-7K3F2 E-00001", "yamada"]
    assert [second[name] for name in COLUMNS[1:]] == ["資料.pdf", "4", "", ""]


def test_what_a_reader_typed_is_no_formula_and_no_second_line(tmp_path):
    log_export(Home(tmp_path), "a.csv", 1, [], '=cmd|" /C calc"!A1\nforged,1,2,3,4')
    (line,) = lines(Home(tmp_path))
    assert line["who"] == '\'=cmd|" /C calc"!A1 forged,1,2,3,4'


def test_a_log_that_cannot_be_written_stops_nothing_and_is_told(tmp_path, caplog):
    (tmp_path / "log").write_text("a file where the folder should be")
    log_export(Home(tmp_path), "a.csv", 1)
    assert "a.csv は作成しましたが" in caplog.text and "a.csv was made, but" in caplog.text


def test_half_a_line_is_cut_off(tmp_path):
    home = Home(tmp_path)
    log_export(home, "a.csv", 1)
    home.exports.write_bytes(home.exports.read_bytes() + b"2026-01-01T")
    log_export(home, "b.csv", 1)
    assert [line["file"] for line in lines(home)] == ["a.csv", "b.csv"]


def take_out(folder, name):
    for number in range(100):
        log_export(Home(folder), f"{name}{number}", number)


def test_two_writers_at_once_lose_no_line(tmp_path):
    spawn = multiprocessing.get_context("spawn")
    writers = [spawn.Process(target=take_out, args=(tmp_path, name)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert sorted(line["file"] for line in lines(Home(tmp_path))) == sorted(f"{n}{i}" for n in "ab" for i in range(100))
