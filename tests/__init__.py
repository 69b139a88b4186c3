"""What must hold everywhere, whatever the part."""
