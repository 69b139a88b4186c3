"""What must hold of rounds and reports."""
