import type { Ring } from '@consult/shared';

/** A numbered mark on the rings: its centre, in percent of the picture's side. */
export interface Mark {
  /** As in the list beside the picture, from 1. */
  number: number;
  ring: Ring;
  x: number;
  y: number;
}

/** From the middle outwards, in percent of the picture's side. */
export const RING_WIDTHS: Readonly<Record<Ring, number>> = { 1: 34, 2: 67, 3: 100 };
const MIDDLES: Readonly<Record<Ring, number>> = { 1: 9.5, 2: 25, 3: 41.5 };
/** Each ring begins elsewhere, so that marks do not stand in a row. */
const STARTS: Readonly<Record<Ring, number>> = { 1: -90, 2: -60, 3: -105 };

/**
 * Where each statement is marked; those of a ring are spread evenly over it, one alone in the innermost stands in the
 * middle.
 * @param rings the ring of each statement, in the order of the list
 */
export function layOutRings(rings: readonly Ring[]): Mark[] {
  return rings.map((ring, at) => {
    const together = rings.flatMap((other, place) => (other === ring ? [place] : []));
    const alone = ring === 1 && together.length === 1;
    const degrees = STARTS[ring] + (360 / together.length) * together.indexOf(at);
    const radius = alone ? 0 : MIDDLES[ring];
    const angle = (degrees * Math.PI) / 180;
    return { number: at + 1, ring, x: 50 + radius * Math.cos(angle), y: 50 + radius * Math.sin(angle) };
  });
}
