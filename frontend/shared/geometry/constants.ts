/**
 * The lengths and proportions of rooms: whole cm unless a comment says otherwise.
 *
 * Written by scripts/room_constants.py from exhibitions/geometry/constants.py: change them there.
 */

/** Shorter walls cannot hold a work and make corners that a visitor gets caught in. */
export const WALL_MIN = 50;
/** 100 m: the longest gallery walls in the world are of this order. */
export const WALL_MAX = 10000;
export const CORNERS_MIN = 3;
export const CORNERS_MAX = 64;
export const ROOM_HEIGHT_MIN = 200;
export const ROOM_HEIGHT_MAX = 2000;
/** Height of a new room. */
export const ROOM_HEIGHT = 360;
/** Height of a room that is made from a template. */
export const TEMPLATE_HEIGHT = 340;
export const DOOR_WIDTH_MIN = 60;
export const DOOR_WIDTH_MAX = 600;
export const DOOR_HEIGHT_MIN = 180;
export const DOOR_HEIGHT_MAX = 600;
/** Width and height of a new door. */
export const DOOR = [120, 220] as const;
/** Narrowest passage for a wheelchair (ISO 21542; ADA 403.5.1 asks 915 mm). */
export const PASSAGE_MIN = 90;
/** Depth in front of a door that stays free of plinths and seats. */
export const DOOR_CLEARANCE = 90;
/** Things standing this close to each other or to a wall leave no passage, and mean none. */
export const AGAINST = 10;
/** Walls at an angle have lengths that are no whole number: half a centimetre is forgiven. */
export const TOLERANCE = 0.5;
/** Height of a work's centre on the wall, the common hanging line of museums. */
export const EYE_LINE = 150;
/** Space that a new work leaves to its neighbours. */
export const GAP = 20;
/** Width of a new picture whose real size nobody knows. */
export const WORK_WIDTH = 60;
/** Widest hung or standing work: 20 m. */
export const WORK_MAX = 2000;
/** Pictured works that a telephone still loads in good time: the budgets of a room are for these. */
export const PHONE_WORKS = 60;
/** Proportions, width to height, of a work whose picture is missing or still being made. */
export const UNSEEN = [4, 3] as const;
/** Proportions, width to height, of a screen. */
export const SCREEN = [16, 9] as const;
/** Width of a new screen. */
export const SCREEN_WIDTH = 120;
/** Width of each kind of frame around an ordinary picture; `mat` includes its mat. */
export const FRAME_BORDERS = { none: 0, wood: 4, brass: 4, black: 3, mat: 9 } as const;
/** The most that a frame is of a small picture's shorter side. */
export const FRAME_SHARE = 0.3;
/** Width of a new wall text. */
export const TEXT_WIDTH = 90;
/** Height for which a new wall text finds a place. */
export const TEXT_HEIGHT = 80;
/** Height of a line of wall text; a reader two metres away needs letters of about 3 cm. */
export const TEXT_LINE = 5.2;
/** Mean advance of a letter of wall text, over Hebrew and Latin. */
export const TEXT_LETTER = 1.9;
/** Air around the words of a wall text on each side. */
export const TEXT_MARGIN = 6;
/** Most words of why a work hangs here: about 20 seconds of a guide's speech. */
export const WHY_WORDS = 40;
/** Most characters of it, in a draft too. */
export const WHY_LENGTH = 1000;
export const STAY_MIN = 3;
/** Seconds that a guided visit stays before a work, where the curator says so. */
export const STAY_MAX = 180;
/** Width and height of a label's card. */
export const LABEL = [17, 11.5] as const;
/** Between a work and its label: with its card no more than `GAP`. */
export const LABEL_GAP = 3;
/** A label beside a work has its middle no lower, so that it can be read. */
export const LABEL_LOWEST = 95;
/** What the boards around a door take of the wall, on each side and above. */
export const CASING = 14;
/** Width and depth of a new plinth. */
export const PLINTH_SIDE = 50;
/** Height of a new plinth. */
export const PLINTH_HEIGHT = 95;
/** Width and depth of a new seat. */
export const SEAT = [140, 45] as const;
export const SEAT_HEIGHT = 45;
