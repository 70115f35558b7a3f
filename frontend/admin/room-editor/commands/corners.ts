/** Moving, adding and removing the corners of the outline; works are flagged, never dropped. */

import { type Corner, rounded, wallLength } from "../../../shared/geometry/index.ts";
import type { EditorState } from "../model/state.ts";
import type { Change } from "../../../shared/history.ts";
import { numeric } from "../model/form.ts";
import type { BlockState } from "../../../shared/wagtail.ts";

const GRID = 10;
/** A corner this near to a neighbour's line makes a right angle, in cm. */
const STRAIGHT = 20;
const FEWEST = 3;

export class Corners {
  constructor(private readonly state: EditorState) {}

  private get all(): Corner[] {
    return this.state.room.walls.map(({ corner }) => corner);
  }

  with(index: number, place: Corner): Corner[] {
    return this.all.map((corner, at) => (at === index ? place : corner));
  }

  /** A place on the grid, in line with the neighbours where it is near to that. */
  held(index: number, { x, y }: Corner): Corner {
    const corners = this.all;
    const count = corners.length;
    const neighbours = [corners[(index + count - 1) % count]!, corners[(index + 1) % count]!];
    const line = (value: number, lines: number[]): number => {
      const near = lines.filter((one) => Math.abs(one - value) <= STRAIGHT);
      near.sort((a, b) => Math.abs(a - value) - Math.abs(b - value));
      return near[0] ?? rounded(value / GRID) * GRID;
    };
    return {
      x: line(
        x,
        neighbours.map((one) => one.x),
      ),
      y: line(
        y,
        neighbours.map((one) => one.y),
      ),
    };
  }

  move(index: number, { x, y }: Corner, kind = ""): void {
    const { state } = this;
    const { id } = state.room.walls[index]!;
    const changes = [
      ...state.form.fieldChange(id, "corner_x", x),
      ...state.form.fieldChange(id, "corner_y", y),
    ];
    state.perform(changes, kind);
    state.announce("said_corner", { number: index + 1, x, y });
  }

  nudge(index: number, dx: number, dy: number): void {
    const { x, y } = this.all[index]!;
    this.move(index, { x: x + dx * GRID, y: y + dy * GRID }, `corner ${index}`);
  }

  /** A corner in the middle of a wall; works beyond it hang on the new wall, where they were. */
  split(index: number): void {
    const { state } = this;
    const wall = state.room.walls[index];
    if (!wall) return;
    const next = this.all[(index + 1) % this.all.length]!;
    const half = wall.length / 2;
    const middle = {
      x: rounded((wall.corner.x + next.x) / 2),
      y: rounded((wall.corner.y + next.y) / 2),
    };
    const moved = wall.works.filter(({ x }) => x > half).map(({ id }) => id);
    const block = state.form.fresh("walls", "wall", {
      corner_x: String(middle.x),
      corner_y: String(middle.y),
      colour: state.form.value(wall.id, "colour"),
      finish: state.form.value(wall.id, "finish"),
      works: moved.flatMap((id) => this.shifted(id, -rounded(half))),
    });
    state.perform([
      ...state.form.removals(moved),
      { type: "insert", stream: "walls", index: index + 1, state: block },
    ]);
    state.announce("said_corner", { number: index + 2, ...middle });
  }

  /** Without its corner, a wall's works hang on the wall before, which now runs on. */
  remove(index: number): void {
    const { state } = this;
    const { walls } = state.room;
    const wall = walls[index];
    if (!wall || walls.length <= FEWEST) return;
    const before = walls[(index + walls.length - 1) % walls.length]!;
    const by = rounded(wallLength(this.all, walls.indexOf(before)));
    const ids = wall.works.map(({ id }) => id);
    const inserts = ids.flatMap((id, place) =>
      this.shifted(id, by).map((hung): Change => {
        const at = before.works.length + place;
        return { type: "insert", stream: before.id, index: at, state: hung };
      }),
    );
    const removals = state.form.removals(ids);
    const bare = { ...state.form.find(wall.id)!.child.getState(), id: wall.id };
    const block = { ...bare, value: { ...bare.value, works: [] } };
    state.perform([
      ...removals,
      { type: "remove", stream: "walls", index, state: block },
      ...inserts,
    ]);
    state.showWall(walls.indexOf(before) - (index === 0 ? 1 : 0));
  }

  private shifted(id: string, by: number): BlockState[] {
    const found = this.state.form.find(id);
    if (!found) return [];
    const hung = found.child.getState();
    const x = String(Math.max(0, numeric(hung.value.x) + by));
    return [{ ...hung, id, value: { ...hung.value, x } }];
  }
}
