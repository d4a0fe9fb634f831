"""A storm over one store, run as a script: FOLDER ROUNDS SEED -> a JSON line that says what was seen.

Publishers are forked (the imports cost more than the work) and killed at random moments, killed at a chosen step of
the protocol, cut off from disk space, or started two at a time; two readers ask whole pages all the while. The
driver itself opens no database: it forks.
"""

import datetime
import json
import os
import random
import resource
import signal
import sys
import time
import traceback
from pathlib import Path

import pandas as pd

from dashboard.edition.store import NoEdition, Store, StoreBusy
from dashboard.publish.build import store_frames
from dashboard.publish.problems import NotPublished

OK, BUSY, NO_SPACE, BROKEN = 0, 3, 4, 5
STEPS = 14  # more fsync and replace calls than one publication makes
ROWS = 1000
PAGE = {
    "waves": "SELECT DISTINCT label_ja FROM waves ORDER BY label_ja",
    "cells": "SELECT DISTINCT n::VARCHAR AS label_ja FROM cells ORDER BY label_ja",
    "events": "SELECT DISTINCT label_ja FROM events ORDER BY label_ja",
    "count": "SELECT count(*)::VARCHAR AS label_ja FROM events",
}


def tiny(stamp: int) -> dict[str, pd.DataFrame]:
    """Frames of an edition in which every table carries one stamp."""
    words = {"label_ja": str(stamp), "label_en": "x"}
    wave = {"wave": "2025", "fiscal_year": 2025, **words, "held": True, "source": "storm", "aggregate_only": False}
    units = {"unit_ja": "", "unit_en": "", "difference_ja": "", "difference_en": "", "class_breaks": "1 2 3"}
    measure = {"measure": "motivation", "kind": "index", **words, **units, "decimals": 1, "direction": "up"}
    cell = {"wave": "2025", "view": "city", "member": "all", "measure": "motivation", "value": 50.0, "n": stamp}
    days = [datetime.date(2000, 1, 1) + datetime.timedelta(days=day) for day in range(ROWS)]
    return {
        "waves": pd.DataFrame([wave]),
        "members": pd.DataFrame([{"view": "city", "member": "all", **words, "sort_no": 1}]),
        "measures": pd.DataFrame([{**measure, "reversed": False, "sort_no": 1}]),
        "cells": pd.DataFrame([{**cell, "status": "表示"}]),
        "events": pd.DataFrame({"held_on": days, **words, "kind": "x", "scope": "city", "default_on": False}),
    }


def forked(work) -> int:
    """The process number of a child that does `work` and exits with its result."""
    child = os.fork()
    if child:
        return child
    code = BROKEN
    try:
        code = work()
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def publishing(folder: Path, stamp: int, prepare=None):
    """Work for a child: one publication; `prepare` arranges its misfortune."""

    def work() -> int:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        if prepare is not None:
            prepare()
        store = Store(folder)
        try:
            with store.publish_lock():
                store_frames(store, tiny(stamp), True, {"k": 10, "step": 3, "places": {"small": 5, "units": ["人"]}})
        except StoreBusy:
            return BUSY
        except (OSError, NotPublished):
            return NO_SPACE
        except Exception as error:  # DuckDB's own word for a full disk
            return NO_SPACE if "File too large" in str(error) else BROKEN
        return OK

    return work


def no_space(size: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def at_step(number: int, misfortune) -> None:
    """Let `misfortune` happen at one of the calls that make a publication durable, before or after it."""
    calls = 0

    def wrapped(call):
        def counting(*arguments):
            nonlocal calls
            calls += 1
            if calls == number:
                misfortune()
            done = call(*arguments)
            calls += 1
            if calls == number:
                misfortune()
            return done

        return counting

    os.fsync, Path.replace = wrapped(os.fsync), wrapped(Path.replace)


def reading(folder: Path, result: Path):
    """Work for a child: whole pages until told to stop."""

    def work() -> int:
        store, pages, mixed, errors, last = Store(folder), 0, 0, [], 0
        while not (folder / "stop").exists():
            try:
                edition = store.open_edition(store.current_number())
                seen = {name: edition.query(sql)["label_ja"].tolist() for name, sql in PAGE.items()}
                stamps = {stamp for name in ("waves", "cells", "events") for stamp in seen[name]}
                mixed += len(stamps) != 1 or seen["count"] != [str(ROWS)] or edition.number < last
                pages, last = pages + 1, edition.number
            except Exception as error:
                errors.append(f"{type(error).__name__}: {error}")
        result.write_text(json.dumps({"pages": pages, "mixed": mixed, "errors": errors[:5]}))
        return OK

    return work


def ended(child: int) -> str:
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed" if os.WTERMSIG(status) == signal.SIGKILL else "crashed"
    return {OK: "published", BUSY: "busy", NO_SPACE: "no_space"}.get(os.WEXITSTATUS(status), "broken")


def pointer_is_valid(store: Store) -> bool:
    """The pointer names an edition that the ledger knows and whose file is there."""
    try:
        number = store.current_number()
    except NoEdition:
        return False
    return number in {entry.number for entry in store.editions()} and store.path(number).is_file()


def misfortunes(dice: random.Random, usual: float, size: int) -> list:
    """What befalls the publishers of one round: (prepare, seconds until kill -9 or None) for each."""
    kind = dice.choice(["random kill", "step kill", "step kill", "full disk", "late full disk", "two", "none"])
    step, limit = dice.randint(1, STEPS), dice.randint(0, size)
    kill = (None, dice.uniform(0, usual))
    return {
        "random kill": [kill],
        "step kill": [(lambda: at_step(step, lambda: os.kill(os.getpid(), signal.SIGKILL)), None)],
        "full disk": [(lambda: no_space(limit), None)],
        "late full disk": [(lambda: at_step(step, lambda: no_space(0)), None)],
        "two": [(None, None), kill if dice.random() < 0.5 else (None, None)],
        "none": [(None, None)],
    }[kind]


def storm(folder: Path, rounds: int, seed: int) -> dict:
    """Everything that was seen."""
    dice, store = random.Random(seed), Store(folder)
    folder.mkdir(parents=True)
    started = time.monotonic()
    outcomes = [ended(forked(publishing(folder, 100)))]
    usual, size = time.monotonic() - started, store.path(1).stat().st_size
    results = [folder / f"reader-{place}.json" for place in (1, 2)]
    readers = [forked(reading(folder, result)) for result in results]
    invalid = 0
    for turn in range(rounds):
        planned = misfortunes(dice, usual, size)
        children = [
            (forked(publishing(folder, 200 + 2 * turn + place, prepare)), wait)
            for place, (prepare, wait) in enumerate(planned)
        ]
        for child, wait in children:
            if wait is not None:
                time.sleep(wait)
                os.kill(child, signal.SIGKILL)
        outcomes += [ended(child) for child, _ in children]
        invalid += not pointer_is_valid(store)
    final = ended(forked(publishing(folder, 9999)))
    (folder / "stop").touch()
    read = [ended(reader) for reader in readers]
    numbers = [entry.number for entry in store.editions()]
    return {
        "outcomes": {name: outcomes.count(name) for name in sorted(set(outcomes))},
        "invalid": invalid,
        "final": final,
        "readers": read,
        "read": [json.loads(result.read_text()) for result in results],
        "numbers_grow": numbers == sorted(set(numbers)) and store.current_number() == numbers[-1],
        "leftovers": [path.name for path in folder.glob(".build-*")],
    }


if __name__ == "__main__":
    print(json.dumps(storm(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
