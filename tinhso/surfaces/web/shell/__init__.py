"""What every page stands in: navigation, search, the person, refusals, conflicts."""
