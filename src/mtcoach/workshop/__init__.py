"""A room of staff: silent votes, talk, an agreed picture; with or without phones."""
