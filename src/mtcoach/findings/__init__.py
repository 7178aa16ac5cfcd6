"""What a record means: counts, findings, what the coach says of a theme, what to plan for."""

from mtcoach.coach.turn import Proposal
from mtcoach.findings.comparison import Change, Comparison, Intent, compare
from mtcoach.findings.profile import Finding, Profile, View, profiles
from mtcoach.findings.proposals import propose
from mtcoach.findings.spoken import spoken_summary

__all__ = [
    "Change",
    "Comparison",
    "Finding",
    "Intent",
    "Profile",
    "Proposal",
    "View",
    "compare",
    "profiles",
    "propose",
    "spoken_summary",
]
