"""What must hold of the screens of reports."""
