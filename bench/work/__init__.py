"""The work that is measured; imported when Django is ready."""
