"""Notes: what a note holds as evidence, what else it speaks to, and whom it names."""
