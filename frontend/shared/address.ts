/** The page that an address names; a look at it in the deep zoom may follow
    (`#page-12&xywh=…`), and words to mark, in browsers that leave them to the page (`#page-12:~:text=…`). */
export function nameIn(hash: string): string {
  return /^#([\w-]+)(?:&|:|$)/.exec(hash)?.[1] ?? "";
}
