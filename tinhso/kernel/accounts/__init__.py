"""Who signs in, and what a person may do: roles held at a unit, through a post, on given days."""
