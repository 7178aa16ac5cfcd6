"""What is read: the narrative, composed once from findings, its layouts, and its files."""

from mtcoach.report.comparison import compose_comparison
from mtcoach.report.compose import compose
from mtcoach.report.files import write
from mtcoach.report.layouts import FORMATS, TEXTS, layout
from mtcoach.report.narrative import Narrative

__all__ = ["FORMATS", "TEXTS", "Narrative", "compose", "compose_comparison", "layout", "write"]
