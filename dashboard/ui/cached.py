"""The edition of this rerun and its answers, cached by edition: a new edition never meets an old answer."""

import streamlit as st

from dashboard.edition.answer import Answer
from dashboard.edition.ask import ask
from dashboard.edition.catalogue import Catalogue, catalogue
from dashboard.edition.directory import Directory, directory
from dashboard.edition.store import Edition, Store
from dashboard.settings import Settings, settings


def current_settings() -> Settings:
    """Settings of this process."""
    return settings()


def open_current() -> Edition:
    """The edition the pointer names now. Raises NoEdition."""
    store = Store(current_settings().home.editions)
    return store.open_edition(store.current_number())


@st.cache_resource(max_entries=4, show_spinner=False)
def words(folder: str, number: int, hash_: str) -> Catalogue:
    """The catalogue of an edition."""
    return catalogue(Store(current_settings().home.editions).open_edition(number))


@st.cache_data(max_entries=512, show_spinner=False)
def answered(folder: str, number: int, hash_: str, name: str, parameters: tuple[tuple[str, str | None], ...]) -> Answer:
    """One answer of an edition."""
    return ask(Store(current_settings().home.editions).open_edition(number), name, **dict(parameters))


@st.cache_resource(max_entries=4, show_spinner=False)
def names(folder: str, number: int, hash_: str) -> Directory:
    """The directory of an edition: everything that can be found by its name."""
    edition = Store(current_settings().home.editions).open_edition(number)
    return directory(lambda name, **parameters: ask(edition, name, **parameters).rows())
