"""The real app, started as a user starts it, in the real Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from dashboard.edition.store import Store
from dashboard.settings import ROOT

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def strangers(tmp_path_factory):
    """File in which the server's socket guard writes every address off this host."""
    path = tmp_path_factory.mktemp("guard") / "strangers.txt"
    path.touch()
    return path


@contextmanager
def served(home, folder, strangers):
    """Base address of the app on a home; started from another directory than the project's."""
    port = free_port()
    log = (folder / "server.log").open("w+")
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "dashboard" / "asgi.py"), f"--server.port={port}"]
    guard = {"PYTHONPATH": str(Path(__file__).with_name("guard")), "SOCKET_GUARD_LOG": str(strangers)}
    environment = {**os.environ, **guard, "DASHBOARD_HOME": str(home)}
    server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT)
    base = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{base}/health", timeout=1)
                break
            except OSError:
                assert server.poll() is None, log.read()
                time.sleep(0.2)
        yield base
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="session")
def address(demo_home, tmp_path_factory, strangers):
    """Base address of the running app."""
    with served(demo_home.home.folder, tmp_path_factory.mktemp("server"), strangers) as base:
        yield base


@pytest.fixture(scope="session")
def chromium():
    """One headless Chromium for all browser tests."""
    path = shutil.which("chromium")
    assert path, "chromium is missing: .ci/test installs it where it may"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield browser
        browser.close()


class Visit:
    """One reader's tab: it writes down every request off the host and every console error."""

    KNOWN = ("/_stcore/health", "/_stcore/host-config")  # deep links probe these below the page's own path first

    def __init__(self, page, base):
        self.page, self.base = page, base
        self.strangers, self.errors = [], []
        page.on("request", self.request)
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def request(self, request):
        if not request.url.startswith((self.base, self.base.replace("http", "ws"), "data:", "blob:")):
            self.strangers.append(request.url)

    def console(self, message):
        if message.type == "error" and not any(known in str(message.location) for known in self.KNOWN):
            self.errors.append(f"{message.text} {message.location}")

    def open(self, path):
        self.page.goto(self.base + path)
        self.settle()

    def settle(self):
        """Until the script has finished and every chart fills its box."""
        self.page.wait_for_selector(".k-foot", timeout=60_000)
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=60_000)
        self.page.wait_for_timeout(700)

    def expect_headline(self, words):
        """Wait until the finding says these words: a rerun may start a moment after the address changes."""
        expect(self.page.locator(".k-head h1")).to_contain_text(words, timeout=30_000)
        self.settle()

    def headline(self):
        return self.page.locator(".k-head h1").inner_text()


@pytest.fixture
def visit(chromium, address):
    """A fresh tab at 1280x720."""
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, locale="ja-JP")
    visit = Visit(context.new_page(), address)
    yield visit
    context.close()


@pytest.fixture
def own(demo_home, tmp_path, chromium, strangers):
    """A tab on a home of its own: (visit, its editions)."""
    shutil.copytree(demo_home.home.folder, tmp_path / "home")
    with served(tmp_path / "home", tmp_path, strangers) as base:
        context = chromium.new_context(viewport={"width": 1280, "height": 720}, locale="ja-JP")
        yield Visit(context.new_page(), base), Store(tmp_path / "home" / "editions")
        context.close()
