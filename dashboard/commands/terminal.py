"""What every command shares: messages in both languages on stderr, progress, and the home's editions."""

import json
import os
from typing import Annotated, Literal

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from dashboard.i18n import LANGUAGES, text
from dashboard.settings import SPOKEN, SettingsError

messages = Console(stderr=True, highlight=False, soft_wrap=True)

JsonOption = Annotated[bool, typer.Option("--json", help="JSON only on stdout")]
ProgressOption = Annotated[
    Literal["bar", "json"], typer.Option("--progress", help="a bar, or one JSON object a line on stderr")
]


class Steps:
    """Progress on stderr: one line a stage, its share from 0 to 1; as a bar, or for another program as JSON lines.

    A JSON line is {"stage": key, "ja": words, "en": words, "share": 0..1}.
    """

    def __init__(self, form: str = "bar"):
        self.form = form

    def __enter__(self):
        self.bar = Progress(TextColumn("{task.description}"), BarColumn(), console=messages, transient=True)
        self.tasks = {}
        if self.form == "bar":
            self.bar.start()
        return self

    def __call__(self, stage: str, share: float) -> None:
        words = {lang: text(stage, lang) for lang in LANGUAGES}
        if self.form == "json":
            line = {"stage": stage, **words, "share": round(share, 3)}
            messages.file.write(json.dumps(line, ensure_ascii=False) + "\n")
            messages.file.flush()
            return
        if stage not in self.tasks:
            self.tasks[stage] = self.bar.add_task(" / ".join(words.values()), total=1.0)
        self.bar.update(self.tasks[stage], completed=share)

    def __exit__(self, *_):
        if self.form == "bar":
            self.bar.stop()


def languages() -> tuple[str, ...]:
    """The languages that messages come in: one where the environment names it, as a page does; else both."""
    wanted = os.environ.get(SPOKEN)
    return (wanted,) if wanted in LANGUAGES else LANGUAGES


def say(key: str, **values: object) -> None:
    """A message on stderr, Japanese first."""
    for lang in languages():
        messages.print(text(key, lang, **values), markup=False)


def tell(error: Exception) -> typer.Exit:
    """Print an error of ours; the exit code is 1."""
    for lang in languages():
        messages.print(error.message(lang), markup=False)
    return typer.Exit(1)


def unreadable(error: SettingsError) -> typer.Exit:
    """Say which line of the home's settings cannot be read; the exit code is 1."""
    for lang in languages():
        what = text("intake.rule.settings_unreadable", lang, why=error.why)
        messages.print(f"{error.file}: {what} {text('intake.remedy.settings_unreadable', lang)}", markup=False)
    return typer.Exit(1)


def store_of(context: typer.Context):
    from dashboard.edition.store import Store

    return Store(context.obj.home.editions)
