"""Rules of the plain Python that everything uses."""
