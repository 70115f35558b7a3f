/** What stands in the room: plinths, seats and the place where the visitor begins. */

import { type Corner, PLINTH_SIDE, rounded } from "../../../shared/geometry/index.ts";
import type { Artifact } from "../model/lookup.ts";
import type { EditorState } from "../model/state.ts";
import type { Change } from "../../../shared/history.ts";
import type { Standing } from "../model/room.ts";
import type { Fields } from "../../../shared/wagtail.ts";

/** How far a plinth reaches beyond its work, and how far plinths stand apart, in cm. */
const PLINTH = { beside: 12, step: 160 };

export class Floor {
  constructor(private readonly state: EditorState) {}

  move(work: Standing, { x, y }: Corner, kind = ""): void {
    const { state } = this;
    if (state.locked.has(work.id)) {
      state.announce("said_locked", { work: work.title });
      return state.refresh();
    }
    state.perform(
      [...state.form.fieldChange(work.id, "x", x), ...state.form.fieldChange(work.id, "y", y)],
      kind,
    );
    state.announce("said_floor", { work: work.title, x, y });
  }

  nudge(work: Standing, dx: number, dy: number): void {
    this.move(work, { x: work.x + dx, y: work.y + dy }, `nudge ${work.id}`);
  }

  turn(work: Standing, by: number): void {
    const rotation = (work.rotation + by + 360) % 360;
    this.state.perform(
      this.state.form.fieldChange(work.id, "rotation", rotation),
      `turn ${work.id}`,
    );
    this.state.say(`${this.state.words.say("rotation")} ${rotation}°`);
  }

  moveStart({ x, y }: Corner): void {
    const { state } = this;
    const changes: Change[] = [
      ...state.form.inputChange("start_x", String(x)),
      ...state.form.inputChange("start_y", String(y)),
    ];
    state.perform(changes);
    state.announce("said_floor", { work: state.words.say("start"), x, y });
  }

  nudgeStart(dx: number, dy: number): void {
    const { start } = this.state.room;
    if (start) this.moveStart({ x: start.x + dx, y: start.y + dy });
  }

  turnStart(by: number): void {
    const { start } = this.state.room;
    if (!start) return;
    const heading = String((start.heading + by + 360) % 360);
    this.state.perform(this.state.form.inputChange("start_heading", heading));
  }

  /** Stand an artifact on a plinth that its base fits on, in the middle of the room. */
  stand(artifact: Artifact): void {
    const size = Math.max(PLINTH_SIDE, rounded(artifact.width_cm ?? 0) + PLINTH.beside);
    const chosen = { id: artifact.id, adminTitle: artifact.title, title: artifact.title };
    const plinth = { plinth_width: String(size), plinth_depth: String(size) };
    this.add("artifact", { artifact: chosen, ...plinth }, artifact.title);
  }

  addSeat(): void {
    this.add("seat", {}, this.state.words.say("seat"));
  }

  private add(type: string, fields: Fields, title: string): void {
    const { state } = this;
    if (state.room.walls.length === 0 || !state.form.floor) return;
    const { x, y } = this.free();
    const place = { ...fields, x: String(x), y: String(y) };
    const block = state.form.fresh("floor", type, place);
    const index = state.room.floor.length;
    state.perform([{ type: "insert", stream: "floor", index, state: block }]);
    state.announce("said_floor", { work: title, x, y });
    state.reveal(block.id);
  }

  /** The middle of the outline, or beside what stands there. */
  private free(): Corner {
    const { walls, floor } = this.state.room;
    const middle = (of: (corner: Corner) => number): number => {
      const values = walls.map(({ corner }) => of(corner));
      return rounded((Math.min(...values) + Math.max(...values)) / 2);
    };
    const [across, y] = [middle((corner) => corner.x), middle((corner) => corner.y)];
    const taken = (x: number): boolean =>
      floor.some((one) => Math.hypot(one.x - x, one.y - y) < PLINTH.step - 1);
    for (let step = 0; step < 20; step++) {
      const x = across + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * PLINTH.step;
      if (!taken(x)) return { x, y };
    }
    return { x: across, y };
  }
}
