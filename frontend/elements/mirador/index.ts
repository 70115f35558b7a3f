/**
 * A page of Mirador: one of the museum's own manifests, in the visitor's language and direction.
 * `#mirador` names the manifest; `#mirador-words` has Mirador's texts.
 */

import { viewer } from "mirador";

import { atHome, type Manifest, readable } from "./manifest.ts";
import { theme } from "./theme.ts";

const place = document.querySelector<HTMLElement>("#mirador")!;
const words = document.querySelector<HTMLScriptElement>("#mirador-words")!;
const language = document.documentElement.lang;

allowStyles(document.querySelector<HTMLLinkElement>("link[nonce]")!.nonce ?? "");
viewer({
  id: place.id,
  language,
  theme: theme(document.documentElement.dir === "rtl" ? "rtl" : "ltr"),
  translations: { [language]: JSON.parse(words.textContent) as Record<string, string> },
  windows: [{ manifestId: place.dataset.manifest, maximized: true }],
  window: {
    allowClose: false,
    allowMaximize: false,
    allowFullscreen: true,
    defaultSidebarPanelWidth: 300,
    sideBarOpen: innerWidth > 900,
    highlightAllAnnotations: true,
    panels: {
      info: true,
      attribution: true,
      canvas: true,
      annotations: true,
      search: false,
      layers: false,
    },
  },
  annotations: {
    htmlSanitizationRuleSet: "iiif",
    filteredMotivations: ["commenting", "supplementing"],
  },
  requests: {
    postprocessors: [
      (_url: string, action: { manifestJson?: Manifest; infoJson?: { id: string } }) => ({
        ...action,
        ...(action.manifestJson && {
          manifestJson: readable(atHome(action.manifestJson, location.origin), language),
        }),
        ...(action.infoJson && { infoJson: atHome(action.infoJson, location.origin) }),
      }),
    ],
  },
  thumbnailNavigation: { defaultPosition: "off", height: 120, width: 100 },
  workspace: { allowNewWindows: false, draggingEnabled: false, type: "mosaic" },
  workspaceControlPanel: { enabled: false },
});

type Create = (name: string, options?: ElementCreationOptions) => HTMLElement;

/**
 * Let Mirador's libraries make `<style>` elements under the page's content-security policy. Only the
 * page's nonce allows one, and not all of the libraries can be told of it.
 */
function allowStyles(nonce: string): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- TypeScript binds the last overload
  const create: Create = document.createElement.bind(document);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the same overload
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (name === "style") element.nonce = nonce;
    return element;
  };
}
