/** Places that lie too close together to be told apart, as one mark. */

export interface Item {
  id: string;
  x: number;
  y: number;
  /** What stands for the others where they meet: the heaviest. */
  weight: number;
}
export interface Cluster<Member extends Item> {
  /** The heaviest of the members: the mark stands on its place. */
  seed: Member;
  members: Member[];
}

/**
 * Gather items so that no two marks stand nearer than `apart`. Each item belongs to one cluster: its
 * own, or that of the nearest heavier item within reach. The order of the items does not matter.
 */
export function gather<Member extends Item>(
  items: readonly Member[],
  apart: number,
): Cluster<Member>[] {
  const cells = new Map<string, Cluster<Member>[]>();
  const clusters: Cluster<Member>[] = [];
  for (const item of [...items].sort(heavierFirst)) {
    const [column, row] = [Math.floor(item.x / apart), Math.floor(item.y / apart)];
    const near = nearest(item, around(cells, column, row), apart);
    if (near) {
      near.members.push(item);
      continue;
    }
    const made = { seed: item, members: [item] };
    clusters.push(made);
    const key = `${column} ${row}`;
    cells.set(key, [...(cells.get(key) ?? []), made]);
  }
  return clusters;
}

function heavierFirst(one: Item, other: Item): number {
  return other.weight - one.weight || (one.id < other.id ? -1 : 1);
}

function* around<Made>(cells: Map<string, Made[]>, column: number, row: number): Generator<Made> {
  for (const across of [-1, 0, 1]) {
    for (const down of [-1, 0, 1]) yield* cells.get(`${column + across} ${row + down}`) ?? [];
  }
}

function nearest<Member extends Item>(
  item: Member,
  clusters: Iterable<Cluster<Member>>,
  apart: number,
): Cluster<Member> | null {
  let found: Cluster<Member> | null = null;
  let least = apart;
  for (const cluster of clusters) {
    const distance = Math.hypot(cluster.seed.x - item.x, cluster.seed.y - item.y);
    if (distance < least) [found, least] = [cluster, distance];
  }
  return found;
}
