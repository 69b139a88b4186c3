"""What must hold of the whole house: its lengths, its words, its doors."""
