"""The main job: a plan document in, a tracked programme out."""
