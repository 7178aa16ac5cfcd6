"""What a record means: counts, findings, what the coach says of a theme, what to plan for."""

from mtcoach.coach.turn import Proposal
from mtcoach.findings.profile import Finding, Profile, View, profiles
from mtcoach.findings.proposals import propose
from mtcoach.findings.spoken import spoken_summary

__all__ = ["Finding", "Profile", "Proposal", "View", "profiles", "propose", "spoken_summary"]
