"""The forms of an item under review: its words and each kind of its parts."""
