"""The parts of a screen: they show what they are given and post messages."""
