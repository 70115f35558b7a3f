/** All checks of one room together. */

import { blockedDoors, narrowPassages } from "./doors.ts";
import { ROOM_HEIGHT_MAX, ROOM_HEIGHT_MIN } from "./constants.ts";
import { checkOutline, contains } from "./outline.ts";
import { checkPlacement } from "./placement.ts";
import { cornersOf, type Plan } from "./plan.ts";
import { type Problem, problem } from "./problems.ts";

/** Everything wrong within one room; while its outline is broken, only that. */
export function checkPlan(plan: Plan): Problem[] {
  const corners = cornersOf(plan);
  const broken = [...checkHeight(plan.height), ...checkOutline(corners)];
  if (broken.length > 0) return broken;
  const { start } = plan;
  const outside = start && !contains(corners, start.x, start.y);
  return [
    ...(outside ? [problem("start_outside", { field: "start_x" })] : []),
    ...checkPlacement(plan),
    ...blockedDoors(plan),
    ...narrowPassages(plan),
  ];
}

function checkHeight(height: number): Problem[] {
  const place = { field: "height", value: height };
  if (height < ROOM_HEIGHT_MIN) {
    return [problem("room_too_low", { ...place, limit: ROOM_HEIGHT_MIN })];
  }
  if (height > ROOM_HEIGHT_MAX) {
    return [problem("room_too_high", { ...place, limit: ROOM_HEIGHT_MAX })];
  }
  return [];
}
