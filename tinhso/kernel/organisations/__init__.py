"""Who is who on a day: units, posts, groups, and the decisions that reorganise them."""
