"""What fills the terminal: screens turn messages of widgets into calls of the evaluation."""
