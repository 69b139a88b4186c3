"""The items: aims, tasks, duties and assignments from the tree and the tables, and what to settle about them."""
