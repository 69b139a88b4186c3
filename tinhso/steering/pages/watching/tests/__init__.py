"""What a chair asks and orders."""
