"""A decision that reorganises, as a person enters it: drafted, previewed, put into force, taken back."""
