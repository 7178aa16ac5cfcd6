"""What is kept: events, the durable log, and the fold of events into a record."""
