// Everything here adds to pages that work without it.
import { watchMenus } from "./menus.js";
import { watchSearch } from "./search.js";
import { watchTables } from "./tables.js";
import { watchTheme } from "./scheme.js";
import { watchForms } from "./forms.js";

watchMenus(document);
watchSearch(document);
watchTables(document);
watchTheme(document);
watchForms(document);
