import type { OpinionGroup, OpinionMapReady } from '@consult/shared';

/** Where somebody stands in opinion. */
export type Place = NonNullable<OpinionMapReady['me']>;

/** A circle of the picture: its centre and radius, in percent of the picture's side. */
export interface Circle {
  name: string;
  size: number;
  x: number;
  y: number;
  radius: number;
}

export interface MapLayout {
  circles: Circle[];
  /** Where I am, and in which of the circles; null where I have no place yet. */
  me: { x: number; y: number; circle: Circle | null } | null;
}

const SIDE = 100;
/** Of a circle that holds everyone; areas are in proportion to people. */
const RADIUS_OF_ALL = 32;
/** A smaller circle could not hold its name and number. */
const RADIUS_MIN = 12;
const GAP = 2;
const ROUNDS = 300;
/** The golden angle: no two point the same way. */
const TURN = 2.4;
/** My mark stands between these parts of my circle's radius: the name is in the middle, and I am not outside. */
const MINE_MIN = 0.62;
const MINE_MAX = 0.82;
/** How far above or below the middle at least, where the name is: the sine of the angle. */
const UPRIGHT_MIN = 0.5;
/** Half of my mark, and how far it stays from the picture's edge. */
const MARK = 5;
const STEP = 2.5;

const within = (value: number, margin: number): number => Math.min(SIDE - margin, Math.max(margin, value));
const inPercent = (value: number): number => ((value + 1) / 2) * SIDE;

/** Moves two circles apart where they touch. @returns whether they did */
function part(one: Circle, other: Circle): boolean {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const apart = Math.hypot(dx, dy);
  const missing = one.radius + other.radius + GAP - apart;
  if (missing <= 0.01) return false;
  // Two on the very same spot go left and right.
  const [ux, uy] = apart < 0.01 ? [1, 0] : [dx / apart, dy / apart];
  for (const [circle, way] of [
    [one, -1],
    [other, 1],
  ] as const) {
    circle.x = within(circle.x + (way * ux * missing) / 2, circle.radius);
    circle.y = within(circle.y + (way * uy * missing) / 2, circle.radius);
  }
  return true;
}

function circlesOf(groups: readonly OpinionGroup[]): Circle[] {
  const people = groups.reduce((sum, { size }) => sum + size, 0);
  const circles = groups.map(({ name, size, x, y }, at) => {
    const radius = Math.max(RADIUS_MIN, RADIUS_OF_ALL * Math.sqrt(size / people));
    // Ever so little apart, so that several on one spot do not leave it in a line.
    const [dx, dy] = [Math.cos(at * TURN), Math.sin(at * TURN)];
    return { name, size, radius, x: within(inPercent(x) + dx, radius), y: within(SIDE - inPercent(y) + dy, radius) };
  });
  const pairs = circles.flatMap((one, at) => circles.slice(at + 1).map((other) => [one, other] as const));
  for (let round = 0; round < ROUNDS; round += 1) {
    const moved = pairs.map(([one, other]) => part(one, other));
    if (!moved.includes(true)) break;
  }
  return circles;
}

/** Inside my circle, about where I lean to. */
function insideOf(circle: Circle, group: OpinionGroup, me: Place): NonNullable<MapLayout['me']> {
  const [dx, dy] = [me.x - group.x, group.y - me.y];
  const away = Math.hypot(dx, dy);
  const straight = away === 0 ? 1 : dy / away;
  const uy = Math.abs(straight) < UPRIGHT_MIN ? UPRIGHT_MIN * (straight < 0 ? -1 : 1) : straight;
  const ux = Math.sqrt(1 - uy * uy) * (dx < 0 ? -1 : 1);
  const share = Math.min(MINE_MAX, Math.max(MINE_MIN, away / group.r));
  return { x: circle.x + ux * circle.radius * share, y: circle.y + uy * circle.radius * share, circle };
}

/** The nearest spot outside of every circle, for somebody who is in none. */
function outsideOf(circles: readonly Circle[], me: Place): { x: number; y: number } {
  const [x, y] = [inPercent(me.x), SIDE - inPercent(me.y)];
  const steps = Array.from({ length: (SIDE - 2 * MARK) / STEP + 1 }, (_, at) => MARK + at * STEP);
  const spots = steps.flatMap((left) => steps.map((top) => ({ x: left, y: top })));
  const away = (spot: { x: number; y: number }) => Math.hypot(spot.x - x, spot.y - y);
  const free = spots.filter((spot) =>
    circles.every((circle) => Math.hypot(spot.x - circle.x, spot.y - circle.y) >= circle.radius + MARK),
  );
  return free.sort((one, other) => away(one) - away(other))[0] ?? { x: within(x, MARK), y: within(y, MARK) };
}

/**
 * Where the groups are drawn: near their place in opinion, as large as they have people, none over another.
 * @param groups places and radii from -1 to 1, up is positive
 * @param me my own place, null for a visitor
 */
export function layOutMap(groups: readonly OpinionGroup[], me: Place | null): MapLayout {
  const circles = circlesOf(groups);
  if (me === null) return { circles, me: null };
  const at = groups.findIndex(({ name }) => name === me.group);
  const [circle, group] = [circles[at], groups[at]];
  return { circles, me: circle && group ? insideOf(circle, group, me) : { ...outsideOf(circles, me), circle: null } };
}
