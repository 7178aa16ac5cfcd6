"""One item: what is asked about it, how a reply is heard, and what comes next on it."""
