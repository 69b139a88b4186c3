"""The consolidated report of a round: facts become the parts of a document; fixed frames, nothing that no unit said."""
