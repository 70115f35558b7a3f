/** A sound as a WAV file of one channel and 16 bits: every browser and the museum know it. */

const HEADER = 44;
const LARGEST = 0x7fff;

/** `samples` lie between -1 and 1; `rate` is their number a second. */
export function wav(samples: Float32Array, rate: number): Blob {
  const view = new DataView(new ArrayBuffer(HEADER + 2 * samples.length));
  const name = (at: number, letters: string): void =>
    new TextEncoder().encode(letters).forEach((byte, place) => view.setUint8(at + place, byte));
  name(0, "RIFF");
  view.setUint32(4, HEADER - 8 + 2 * samples.length, true);
  name(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, 2 * rate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  name(36, "data");
  view.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, place) => {
    const held = Math.max(-1, Math.min(1, sample));
    view.setInt16(HEADER + 2 * place, Math.round(held * LARGEST), true);
  });
  return new Blob([view.buffer], { type: "audio/wav" });
}
