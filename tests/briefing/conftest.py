"""What tests of paper read from a PDF."""

import io
import subprocess

import pikepdf
import pytest


@pytest.fixture(scope="session")
def text_of():
    """The text of a PDF as a reader would copy it, and of one page (from 1)."""

    def read(pdf, page=None):
        pages = [] if page is None else ["-f", str(page), "-l", str(page)]
        done = subprocess.run(["pdftotext", *pages, "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
        return done.stdout.decode("utf-8")

    return read


@pytest.fixture(scope="session")
def opened():
    """A PDF as its objects."""
    return lambda pdf: pikepdf.open(io.BytesIO(pdf))
