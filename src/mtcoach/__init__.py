"""mtcoach: a coach for school self-evaluation."""

__version__ = "0.1.0"
