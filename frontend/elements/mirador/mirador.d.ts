declare module "mirador" {
  /** Draw Mirador into the element with the configured id. */
  export function viewer(config: Record<string, unknown>): unknown;
}
