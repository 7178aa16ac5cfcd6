"""What a row of the plan says: its cells, its measure, its lead, and what comes after what."""
