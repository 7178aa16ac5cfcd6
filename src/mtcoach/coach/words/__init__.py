"""Words: text folded and split, small words, spelling, and the vocabulary of the field."""
