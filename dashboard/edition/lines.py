"""Files that are only ever added to, line by line, by several processes at once."""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

LONGEST = 1 << 16  # bytes of a line


@contextmanager
def only_writer(path: Path) -> Iterator[BinaryIO]:
    """The file, made if need be, for one writer at a time. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b", buffering=0) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file


def add(file: BinaryIO, line: bytes) -> None:
    """Add a line, all of it or nothing, and see it on the disk; half a line of a killed writer is cut off first.

    Raises OSError when there is no room: the file is then as it was.
    """
    end = end_of_lines(file)
    file.truncate(end)
    try:
        if file.write(line) != len(line):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(file.fileno())
    except OSError:
        file.truncate(end)
        raise


def end_of_lines(file: BinaryIO) -> int:
    """Where the last whole line ends."""
    size = file.seek(0, os.SEEK_END)
    start = file.seek(max(0, size - LONGEST))
    return start + file.read().rfind(b"\n") + 1
