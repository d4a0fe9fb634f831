"""The demo city: a fictional staff survey, the same bytes on every machine."""

from dashboard.demo.write import write_demo

__all__ = ["write_demo"]
