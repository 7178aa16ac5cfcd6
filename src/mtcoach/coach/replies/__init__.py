"""Replies: what a leader means by what they type. `understanding` weighs, the rest are tables."""
