"""What must hold of the public page."""
