"""Participants' notes in groups, for the facilitator's screen; the report groups them alike."""

from mtcoach.findings.grouping import Group, grouped

__all__ = ["Group", "grouped"]
