"""The Textual front end: it shows and listens, and never decides what the coach says."""
