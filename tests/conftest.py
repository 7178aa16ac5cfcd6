"""What holds for all tests: a search for counterexamples is the same one each time.

A change must not fail for what somebody else's code has always done; MTCOACH_SEARCH=1 looks in
new places, for whoever is out to find something.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("steady", derandomize=True)
settings.register_profile("search", derandomize=False, print_blob=True)
settings.load_profile("search" if os.environ.get("MTCOACH_SEARCH") else "steady")
