"""From a document's wording to the unit, post or group that it means on a day."""
