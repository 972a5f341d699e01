import type { OpinionGroup, Ring } from '@consult/shared';
import { layOutMap } from '../src/features/opinion/MapPicture/map-layout';
import { layOutRings, RING_WIDTHS } from '../src/features/opinion/Rings/rings-layout';
import { sayShares, sharesOf } from '../src/features/opinion/StatementBars/shares';

const group = (name: string, size: number, x: number, y: number, r = 0.2): OpinionGroup => ({
  name,
  size,
  x,
  y,
  r,
  holds: [],
});

const TWO = [group('甲', 60, -0.6, 0.3), group('乙', 20, 0.7, -0.2)];
/** Five that would all lie on one spot. */
const CROWD = ['甲', '乙', '丙', '丁', '戊'].map((name, at) => group(name, 50 - at * 10, 0.1, 0.1));

describe('the picture of the groups', () => {
  it('draws a group as large as it has people: three times as many, three times the area', () => {
    const [large, small] = layOutMap(TWO, null).circles;
    expect(((large?.radius ?? 0) / (small?.radius ?? 1)) ** 2).toBeCloseTo(3, 5);
  });

  it('keeps left and right, above and below as the opinions lie', () => {
    const [left, right] = layOutMap(TWO, null).circles;
    expect(left?.x).toBeLessThan(right?.x ?? 0);
    expect(left?.y).toBeLessThan(right?.y ?? 0);
  });

  it.each([
    ['two groups', TWO],
    ['five groups on one spot', CROWD],
    ['one group of all', [group('甲', 40, 0, 0)]],
    ['a group at each corner', [group('甲', 90, -1, -1), group('乙', 5, 1, 1), group('丙', 5, 1, -1)]],
  ])('keeps %s inside of the picture and apart from one another', (_, groups) => {
    const { circles } = layOutMap(groups, null);
    expect(circles).toHaveLength(groups.length);
    for (const { x, y, radius } of circles) {
      expect(Math.min(x, y, 100 - x, 100 - y)).toBeGreaterThanOrEqual(radius - 0.001);
      expect(radius).toBeGreaterThan(10);
    }
    circles.forEach((one, at) => {
      for (const other of circles.slice(at + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(one.radius + other.radius - 0.5);
      }
    });
  });

  it('marks me inside of my own circle, beside its name, on the side that I lean to', () => {
    const { circles, me } = layOutMap(TWO, { group: '甲', x: -0.7, y: 0.3 });
    const mine = circles[0] ?? { x: 0, y: 0, radius: 0 };
    const away = Math.hypot((me?.x ?? 0) - mine.x, (me?.y ?? 0) - mine.y);
    expect(me?.x).toBeLessThan(mine.x);
    expect(away).toBeGreaterThan(mine.radius * 0.6);
    expect(away).toBeLessThan(mine.radius * 0.9);
  });

  it('marks me even where I stand in the very middle of my group', () => {
    const { circles, me } = layOutMap(TWO, { group: '乙', x: 0.7, y: -0.2 });
    const mine = circles[1] ?? { x: 0, y: 0, radius: 0 };
    expect(Math.hypot((me?.x ?? 0) - mine.x, (me?.y ?? 0) - mine.y)).toBeLessThan(mine.radius);
  });

  it('marks me outside of every circle where I am in none', () => {
    const { circles, me } = layOutMap(TWO, { group: null, x: -0.6, y: 0.3 });
    for (const { x, y, radius } of circles) {
      expect(Math.hypot((me?.x ?? 0) - x, (me?.y ?? 0) - y)).toBeGreaterThan(radius);
    }
  });

  it('marks nobody for a visitor', () => {
    expect(layOutMap(TWO, null).me).toBeNull();
  });
});

describe('the concentric rings', () => {
  const rings: Ring[] = [1, 1, 2, 2, 2, 2, 3, 3, 3];

  it('numbers the marks as the list does', () => {
    expect(layOutRings(rings).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('puts every mark between the lines of its own ring', () => {
    for (const { ring, x, y } of layOutRings(rings)) {
      const away = Math.hypot(x - 50, y - 50);
      expect(away).toBeLessThan(RING_WIDTHS[ring] / 2);
      if (ring > 1) expect(away).toBeGreaterThan(RING_WIDTHS[(ring - 1) as Ring] / 2);
    }
  });

  it('leaves room between any two marks', () => {
    const marks = layOutRings(rings);
    marks.forEach((one, at) => {
      for (const other of marks.slice(at + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(11);
      }
    });
  });

  it('puts one alone in the innermost ring into the middle', () => {
    expect(layOutRings([1, 3])[0]).toMatchObject({ x: 50, y: 50 });
  });
});

describe('shares in words', () => {
  it('add up to a hundred percent', () => {
    expect(sharesOf({ agree: 1, disagree: 1, pass: 1 })).toEqual({ agree: 34, disagree: 33, pass: 33 });
    expect(sharesOf({ agree: 2, disagree: 1, pass: 0 })).toEqual({ agree: 67, disagree: 33, pass: 0 });
  });

  it('say so where nobody has answered', () => {
    expect(sayShares({ agree: 0, disagree: 0, pass: 0 })).toBe('还没有人表态');
    expect(sayShares({ agree: 41, disagree: 5, pass: 4 })).toBe('赞成 82%，反对 10%，略过 8%');
  });
});
