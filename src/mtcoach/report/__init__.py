"""What is read: the documents, composed once from findings, their layouts, and their files."""

from mtcoach.report.comparison import compose_comparison
from mtcoach.report.compose import Before, compose, composed, gathered
from mtcoach.report.documents import DOCUMENTS, Document, bundle, files_of
from mtcoach.report.files import Job, write
from mtcoach.report.layouts import FORMATS, TEXTS, layout
from mtcoach.report.narrative import Narrative

__all__ = [
    "DOCUMENTS",
    "FORMATS",
    "TEXTS",
    "Before",
    "Document",
    "Job",
    "Narrative",
    "bundle",
    "compose",
    "compose_comparison",
    "composed",
    "files_of",
    "gathered",
    "layout",
    "write",
]
