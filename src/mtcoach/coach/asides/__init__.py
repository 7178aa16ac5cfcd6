"""What may be asked at any time: an explanation, another item, words taken back, another way."""
