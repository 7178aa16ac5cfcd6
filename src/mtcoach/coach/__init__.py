"""The conversation, sans IO: a reply in, a turn out."""
