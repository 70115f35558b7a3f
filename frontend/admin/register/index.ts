/**
 * The register of artifacts: counts beside the choices of its filters, keys to go through its
 * rows, values changed in their cells, and how far a change of many is. Wagtail changes the list without loading the page, so
 * everything is heard on the document.
 */
import { editInCells } from "./cells";
import { keepCounts } from "./counts";
import { moveAmongRows } from "./keys";
import { watchProgress } from "./progress";

editInCells();
keepCounts();
watchProgress();
document.addEventListener("keydown", moveAmongRows);
