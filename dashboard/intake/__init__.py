"""Intake: a city's files -> checked tables, kept. Refused means that nothing has changed."""

from dashboard.intake.keep import SourcesError
from dashboard.intake.loading import KeptTables, check, kept_tables, load, refused_rows
from dashboard.intake.report import Problem, Report

__all__ = ["KeptTables", "SourcesError", "Problem", "Report", "check", "kept_tables", "load", "refused_rows"]
