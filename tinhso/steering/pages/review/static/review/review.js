// The review works without any of this: it adds the keyboard, the light on both sides, and adding by selection.
import { watchKeys } from "./keys.js";
import { light, watchSides } from "./sides.js";
import { watchSelection } from "./selection.js";

const review = document.querySelector("[data-review]");
if (review) {
  watchSides(review);
  watchSelection(review);
  watchKeys(review, light);
}
