/** Pictures as they are fetched. */

/** A decoded picture, or null where it is missing or has no address. */
export async function fetchImage(
  address: string | undefined,
  imageOrientation: "from-image" | "flipY" = "from-image",
): Promise<ImageBitmap | null> {
  if (!address) return null;
  try {
    const response = await fetch(address);
    if (!response.ok) return null;
    return await createImageBitmap(await response.blob(), {
      imageOrientation,
      premultiplyAlpha: "premultiply",
    });
  } catch {
    return null;
  }
}
