"""The house: who may import whom, how long a room may be, and what never stands in code."""

import ast
import re
import subprocess
import sys
from itertools import pairwise

import pytest

from dashboard.settings import PAGES, ROOT

DASHBOARD = ROOT / "dashboard"
# A wing may import the wings named here and itself; only the command line sees everything.
MAY_IMPORT = {
    "i18n": set(),
    "settings": set(),
    "demo": {"settings"},
    "intake": {"i18n", "settings"},
    "edition": {"i18n", "settings"},
    "publish": {"intake", "edition", "i18n", "settings"},
    "figures": {"edition", "i18n"},
    "briefing": {"figures", "edition", "i18n", "settings"},
    "ui": {"figures", "edition", "i18n", "settings"},
    "asgi": {"i18n"},
    "app": {"ui", "edition", "i18n", "settings"},
    "pages": {"ui", "i18n"},
}
ROAD_ENDS = [DASHBOARD / "__main__.py", *(DASHBOARD / "commands").glob("*.py")]
ONLY_IN = {
    "streamlit": {"app", "asgi", "ui", "pages"},
    "duckdb": {"edition", "publish", "intake"},
    "typst": {"briefing"},
}
PAPER = DASHBOARD / "figures" / "paper"
WEB = ("settings", "i18n", "edition", "figures", "ui", "asgi")
SQL = re.compile(r"\b(SELECT\s+.+\s+FROM|INSERT\s+INTO|CREATE\s+TABLE|DELETE\s+FROM|UPDATE\s+\w+\s+SET)\b", re.DOTALL)


def modules():
    for path in [*DASHBOARD.rglob("*.py"), *PAGES.glob("*.py")]:
        wing = "pages" if path.parent == PAGES else path.relative_to(DASHBOARD).parts[0].removesuffix(".py")
        if wing not in ("__main__", "__init__", "commands"):
            yield wing, path


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize(("wing", "path"), list(modules()), ids=lambda value: getattr(value, "stem", value))
def test_imports_run_downward_only(wing, path):
    for name in imported(path):
        package, _, rest = name.partition(".")
        if package == "dashboard" and rest:
            target = rest.split(".")[0]
            assert target == wing or target in MAY_IMPORT[wing], f"{path}: {name}"
        assert package not in ONLY_IN or wing in ONLY_IN[package], f"{path}: {name}"


def test_only_paper_imports_its_drawing_library_and_only_briefing_imports_paper():
    for wing, path in modules():
        if PAPER in path.parents:
            continue
        names = list(imported(path))
        assert not any(name.split(".")[0] == "matplotlib" for name in names), path
        assert wing == "briefing" or not any(name.startswith("dashboard.figures.paper") for name in names), path


def test_the_web_process_does_not_load_the_drawing_library_of_paper():
    """Every module that the web server may import, in a process of its own; app.py itself is a script."""
    web = [path for wing, path in modules() if wing in WEB and PAPER not in path.parents]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in web]
    told = "import importlib, sys; [importlib.import_module(name) for name in sys.argv[1:]]; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", told, *names], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"dashboard.figures.screen.trend", "streamlit"} <= set(loaded.stdout.split())
    assert not {"matplotlib", "dashboard.figures.paper", "typst"} & set(loaded.stdout.split())


def test_rooms_are_small():
    for path in [*(path for _, path in modules()), *ROAD_ENDS]:
        lines = path.read_text(encoding="utf-8").count("\n")
        assert lines <= (80 if path.parent == PAGES else 300), f"{path}: {lines} lines"
    assert (DASHBOARD / "app.py").read_text(encoding="utf-8").count("\n") <= 60


def test_functions_are_short():
    for path in [*(path for _, path in modules()), *ROAD_ENDS]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno - node.lineno < 40, f"{path}:{node.lineno} {node.name}"


def test_no_sql_and_no_place_name_in_modules():
    for path in [*(path for _, path in modules()), *ROAD_ENDS]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
            and ast.get_docstring(node)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                assert not SQL.search(node.value), f"{path}:{node.lineno}"
                assert "熊本" not in node.value and "4310" not in node.value, f"{path}:{node.lineno}"


def test_pages_hold_no_text_sql_css_or_session_state():
    for path in PAGES.glob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"[぀-ヿ一-鿿]", source), path
        assert "session_state" not in source and "style" not in source, path


def test_no_module_is_named_like_a_library():
    import importlib.util
    import sys

    names = {path.stem for _, path in modules() if path.stem not in ("__init__", "app", "demo")}
    shadowing = {name for name in names if name in sys.stdlib_module_names}
    assert shadowing == set()
    assert not any(importlib.util.find_spec(name) for name in ("utils", "helpers", "common") if name in names)


def test_files_of_tests_have_names_of_their_own():
    """Two of one name cannot be imported together, and the second is left out."""
    names = sorted(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, after in pairwise(names) if name == after] == []
