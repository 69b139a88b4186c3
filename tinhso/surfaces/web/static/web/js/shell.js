// Everything here adds to pages that work without it.
import { watchMenus } from "./menus.js";
import { watchPasswords } from "./passwords.js";
import { watchSearch } from "./search.js";
import { watchTables } from "./tables.js";
import { watchTheme } from "./scheme.js";
import { watchPictures } from "./pictures.js";
import { watchForms } from "./forms.js";
import { watchFailures } from "./failures.js";

watchMenus(document);
watchPasswords(document);
watchSearch(document);
watchTables(document);
watchTheme(document);
watchForms(document);
watchFailures(document);
watchPictures(document);
