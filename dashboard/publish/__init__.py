"""Kept sources -> an edition: publish, and why it may refuse."""

from dashboard.publish.build import Published, publish
from dashboard.publish.problems import NotPublished

__all__ = ["NotPublished", "Published", "publish"]
