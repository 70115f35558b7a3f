/** The limits of a room in centimetres; the reasons stand in the Python twin. */

export const WALL_MIN = 50;
export const WALL_MAX = 10_000;
export const CORNERS_MIN = 3;
export const CORNERS_MAX = 64;
export const ROOM_HEIGHT_MIN = 200;
export const ROOM_HEIGHT_MAX = 2_000;

/** Height of a work's centre on the wall. */
export const EYE_LINE = 150;
/** Narrowest passage for a wheelchair. */
export const PASSAGE_MIN = 90;
/** Depth in front of a door that stays free of plinths and seats. */
export const DOOR_CLEARANCE = 90;
/** Things standing this close leave no passage, and mean none. */
export const AGAINST = 10;
/** Walls at an angle have lengths that are no whole number. */
export const TOLERANCE = 0.5;
/** Widest hung or standing work. */
/** Pictured works that a telephone still loads in good time. */
export const PHONE_WORKS = 60;
export const WORK_MAX = 2_000;
