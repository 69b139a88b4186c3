"""The pages of the department in charge."""
