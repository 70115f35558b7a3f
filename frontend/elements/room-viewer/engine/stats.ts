/** What drawing a room costs, for tests and measurements. */

export interface Stats {
  drawCalls: number;
  triangles: number;
  shellTriangles: number;
  textureBytes: number;
  frames: number;
  /** Milliseconds between the last frames of a movement, on average. */
  frameTime: number;
}

export const noStats = (): Stats => ({
  drawCalls: 0,
  triangles: 0,
  shellTriangles: 0,
  textureBytes: 0,
  frames: 0,
  frameTime: 0,
});
