"""A plan that was read becomes a programme: indicators, tasks, deadlines, owners, each with its words."""
