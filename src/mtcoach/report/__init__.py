"""What is read: the narrative, composed once from findings, its layouts, and its files."""

from mtcoach.report.compose import compose
from mtcoach.report.files import write
from mtcoach.report.layout import FORMATS, layout
from mtcoach.report.narrative import Narrative

__all__ = ["FORMATS", "Narrative", "compose", "layout", "write"]
