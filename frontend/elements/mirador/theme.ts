/** Mirador in the museum's faces and colours; it computes shades, so it needs colours as numbers. */

const SANS = '"Heebo", "Arial Hebrew", "Arial", sans-serif';
const SERIF = '"Frank Ruhl Libre", "Frank Ruehl CLM", "David", "Times New Roman", serif';
const PLAIN = { textTransform: "none", letterSpacing: "0" };
const INK = "#201c19";
const BRASS = "#765513";

/** The theme for a reading direction; tokens of `styles/tokens.css`, by day. */
export function theme(direction: "rtl" | "ltr"): Record<string, unknown> {
  return {
    direction,
    palette: {
      mode: "light",
      primary: { main: BRASS },
      secondary: { main: BRASS },
      text: { primary: INK, secondary: "#5c5348" },
      shades: { dark: "#e8e0d1", main: "#fffdf8", light: "#f7f2e8" },
      background: { default: "#f7f2e8", paper: "#fffdf8" },
      highlights: { primary: "#d9b66c", secondary: BRASS },
      section_divider: "#d8cebc",
      annotations: {
        chipBackground: "#e8e0d1",
        hidden: { globalAlpha: 0 },
        default: { strokeStyle: "#d9b66c", globalAlpha: 1 },
        hovered: { strokeStyle: "#f3dfae", globalAlpha: 1 },
        selected: { strokeStyle: "#f3dfae", globalAlpha: 1 },
      },
    },
    typography: {
      fontFamily: SANS,
      h2: { fontFamily: SERIF },
      h3: { fontFamily: SERIF },
      button: PLAIN,
      overline: { ...PLAIN, fontSize: "0.9rem", fontWeight: 500 },
      caption: { letterSpacing: "0" },
      subtitle1: { letterSpacing: "0" },
      subtitle2: { letterSpacing: "0" },
      body1: { letterSpacing: "0" },
      body2: { letterSpacing: "0" },
    },
  };
}
