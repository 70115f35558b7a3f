/**
 * The register of artifacts: counts beside the choices of its filters, and keys to go through its
 * rows. Wagtail changes the list without loading the page, so everything is heard on the document.
 */
import { moveAmongRows } from "./keys";
import { keepCounts } from "./counts";

keepCounts();
document.addEventListener("keydown", moveAmongRows);
