"""What must hold of the screen Giao tiếp."""
