/**
 * Plan geometry of rooms: the twin of `exhibitions/geometry` in Python, held to the same vectors.
 * Whole centimetres and degrees unless a comment says otherwise; the conventions stand there:
 * y points down, corners run clockwise on screen, x of a work grows from the visitor's left.
 */
export * from "./constants.ts";
export * from "./doors.ts";
export * from "./order.ts";
export * from "./outline.ts";
export * from "./placement.ts";
export * from "./plan.ts";
export * from "./problems.ts";
export * from "./report.ts";
export * from "./templates.ts";
