"""What must hold of drafts, of putting them into force and of taking them back."""
