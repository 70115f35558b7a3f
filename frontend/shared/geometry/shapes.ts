/** Small plane geometry over points [x, y] in cm: distances and intersections of shapes. */

export type Point = readonly [number, number];
export type Segment = readonly [Point, Point];

/** The sides of a closed shape. */
export function edges(shape: readonly Point[]): Segment[] {
  return shape.map((point, index) => [shape.at(index - 1)!, point]);
}

/** The point of a segment that is nearest to `point`. */
export function closest(point: Point, [a, b]: Segment): Point {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const squared = dx * dx + dy * dy;
  const along = squared ? ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / squared : 0;
  const held = Math.max(0, Math.min(1, along));
  return [a[0] + dx * held, a[1] + dy * held];
}

export function distance(one: Point, other: Point): number {
  const dx = one[0] - other[0];
  const dy = one[1] - other[1];
  return Math.sqrt(dx * dx + dy * dy);
}

/** The shortest link between two segments that do not cross, from one to the other. */
export function bridge(one: Segment, other: Segment): Segment {
  const links: Segment[] = [
    ...one.map((point): Segment => [point, closest(point, other)]),
    ...other.map((point): Segment => [closest(point, one), point]),
  ];
  return links.reduce((best, link) => (distance(...link) < distance(...best) ? link : best));
}

/** Distance between two sets of sides that do not cross, in cm. */
export function gap(one: readonly Segment[], other: readonly Segment[]): number {
  return Math.min(...one.flatMap((a) => other.map((b) => distance(...bridge(a, b)))));
}

/** Whether two convex shapes share an area (separating axes); touching shapes do not. */
export function intersect(one: readonly Point[], other: readonly Point[]): boolean {
  return [...edges(one), ...edges(other)].every(([a, b]) => {
    const across = ([x, y]: Point): number => x * (a[1] - b[1]) + y * (b[0] - a[0]);
    const first = one.map(across);
    const second = other.map(across);
    return Math.max(...first) > Math.min(...second) && Math.max(...second) > Math.min(...first);
  });
}

/** Whether a point lies inside any closed shape (even-odd rule); on a side it may be either. */
export function inside(shape: readonly Point[], x: number, y: number): boolean {
  let odd = false;
  for (const [[ax, ay], [bx, by]] of edges(shape)) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}
