/** Sends a recording the way of all files: it arrives, is checked, and becomes an item. */

import { finish, headers } from "../../uploader/server.ts";

/** The recording that the museum made of a file. */
export interface Kept {
  readonly id: number;
  readonly title: string;
}

const TUS = { "Tus-Resumable": "1.0.0" };

/** The museum's own words why a file was not taken. */
export class NotTaken extends Error {
  override name = "NotTaken";
}

const base64 = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** Send a file into a collection. Raises NotTaken, or what the network raises. */
export async function send(
  file: Blob,
  name: string,
  endpoint: string,
  collection: number,
): Promise<Kept> {
  const told = { filename: name, collection: String(collection) };
  const metadata = Object.entries(told).map(([key, value]) => `${key} ${base64(value)}`);
  const begun = await fetch(endpoint, {
    method: "POST",
    headers: {
      ...headers(),
      ...TUS,
      "Upload-Length": String(file.size),
      "Upload-Metadata": metadata.join(),
    },
  });
  const address = begun.headers.get("Location");
  if (!begun.ok || !address) throw new NotTaken(await begun.text());
  const sent = await fetch(address, {
    method: "PATCH",
    headers: {
      ...headers(),
      ...TUS,
      "Content-Type": "application/offset+octet-stream",
      "Upload-Offset": "0",
    },
    body: file,
  });
  if (!sent.ok) throw new NotTaken(await sent.text());
  const { id, title, message } = await finish(address);
  if (!id) throw new NotTaken(message ?? "");
  return { id, title: title ?? "" };
}
