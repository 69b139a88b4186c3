"""The same deed for many tasks of the list: looked at before, told for each task after."""
