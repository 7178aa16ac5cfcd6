"""How a facilitator conducts a workshop: what is asked, typed, agreed and taken down; no screen."""
