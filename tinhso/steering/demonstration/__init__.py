"""The sample programme in its sixth month: everything here is invented, and says so on every page."""
