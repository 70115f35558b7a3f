/** Drags on a wall: only the dragged elements change until the end, then the form is written. */

import { rounded } from "../../../../shared/geometry/index.ts";
import { svg } from "../../../../shared/dom.ts";
import type { EditorState } from "../../model/state.ts";
import type { WorkCommands } from "../../commands/works.ts";
import { boundsOf, type Wall, type Work } from "../../model/room.ts";
import { type Snap, snap } from "../../model/snapping.ts";

/** Reach of snapping in px of the screen. */
const SNAP_PX = 7;
/** Below this a press is a click, not a drag, in px. */
export const STILL_PX = 3;

/** The drawing of a wall, as far as drags change it before the form is written. */
export interface WallDrawing {
  readonly current: Wall | undefined;
  /** Height of the wall in cm, and px of the screen for one cm. */
  readonly height: number;
  readonly scale: number;
  /** The wall's own coordinates of a pointer, in cm from the left and above the floor. */
  at(event: PointerEvent): { x: number; y: number };
  /** Draw one work elsewhere, or some works shifted. */
  place(work: Work): void;
  shift(works: readonly Work[], dx: number, dy: number): void;
  /** Show guides, and a text beside the pointer. */
  show(guides: SVGElement[], text: string, event: PointerEvent): void;
}

export interface Drag {
  /** Whether works are moved, which may go to another wall. */
  readonly moves?: boolean;
  /** The pointer is now `dx`, `dy` cm from where it was pressed, up being positive. */
  to(dx: number, dy: number, event: PointerEvent): void;
  end(): void;
  cancel(): void;
}

/** Move all selected works that are not locked. */
export function moveDrag(
  view: WallDrawing,
  state: EditorState,
  commands: WorkCommands,
): Drag | null {
  const wall = view.current!;
  const works = state.movable().filter((work) => work.wall === state.wall);
  if (works.length === 0) return null;
  const others = wall.works.filter((work) => !state.selected.has(work.id));
  const bounds = boundsOf(works);
  const level = works.every((work) => work.kind === "door");
  let [shiftX, shiftY] = [0, 0];
  return {
    moves: true,
    to: (dx, dy, event) => {
      const up = level ? 0 : dy;
      if (Math.hypot(dx, up) * view.scale < STILL_PX && !shiftX && !shiftY) return;
      const moving = {
        left: bounds.left + dx,
        right: bounds.right + dx,
        bottom: bounds.bottom + up,
        top: bounds.top + up,
      };
      const size = { length: wall.length, height: view.height };
      const snapped = event.altKey ? NONE : snap(moving, others, size, SNAP_PX / view.scale);
      shiftX = held(rounded(dx + snapped.dx), works, (work) => work.x, wall.length);
      shiftY = level ? 0 : held(rounded(up + snapped.dy), works, (work) => work.y, view.height);
      view.shift(works, shiftX, shiftY);
      const [first] = works;
      const place = { x: first!.x + shiftX, y: rounded(first!.y + shiftY) };
      view.show(
        guideLines(snapped, wall.length, view.height, bounds.bottom + shiftY),
        `${place.x} · ${place.y} cm`,
        event,
      );
    },
    end: () => {
      if (!shiftX && !shiftY) return;
      const places = works.map((work): [Work, { x: number; y: number }] => [
        work,
        { x: work.x + shiftX, y: work.y + shiftY },
      ]);
      commands.place(places);
    },
    cancel: () => undefined,
  };
}

/** The form refuses centres beyond the wall: hold the whole group. */
function held(
  shift: number,
  works: readonly Work[],
  of: (work: Work) => number,
  limit: number,
): number {
  const values = works.map(of);
  const least = -Math.min(...values);
  const most = Math.floor(limit) - Math.max(...values);
  return Math.max(Math.ceil(least), Math.min(Math.floor(most), shift));
}

/** Resize about the centre, so that a picture keeps to its line; proportions are locked. */
export function resizeDrag(view: WallDrawing, commands: WorkCommands, work: Work): Drag {
  const side = { across: 0 };
  let width = work.width;
  const resized = (): Work => commands.sized(work, width);
  return {
    to: (dx, _dy, event) => {
      side.across ||= view.at(event).x - dx > work.x ? 1 : -1;
      width = Math.max(1, rounded(work.width + 2 * dx * side.across));
      const shown = resized();
      view.place(shown);
      view.show([], `${shown.width} × ${shown.height} cm`, event);
    },
    end: () => commands.resize(work, width),
    cancel: () => view.place(work),
  };
}

const NONE: Snap = { dx: 0, dy: 0, guides: [], gaps: [] };

function guideLines(found: Snap, length: number, height: number, low: number): SVGElement[] {
  const lines = found.guides.map(({ axis, at }) =>
    axis === "x"
      ? svg("line", { x1: at, x2: at, y1: 0, y2: height })
      : svg("line", { x1: 0, x2: length, y1: height - at, y2: height - at }),
  );
  const y = Math.min(height - 4, height - low + 8);
  const gaps = found.gaps.flatMap(({ from, to }) => [
    svg("line", { x1: from, x2: to, y1: y, y2: y, class: "re-gap" }),
    svg("text", { x: (from + to) / 2, y: y - 3 }, String(rounded(to - from))),
  ]);
  return [...lines, ...gaps];
}
