"""What the pages of drafts hold."""
