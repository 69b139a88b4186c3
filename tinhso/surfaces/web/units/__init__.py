"""The Đơn vị pages: the tree of units on any day, and the page of each unit."""
