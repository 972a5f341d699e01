import { REGION_LEVELS, regionAt, regionCovers, regionLevel } from './region.js';

const CODES = { city: '4104', county: '410402', township: '410402001', community: '410402001003' } as const;
const NOT_CODES = [
  '',
  '4',
  '410',
  '41040',
  '4104020',
  '41040200',
  '4104020010',
  '4104020010031',
  '41o4',
  '4104\n',
  ' 4104',
  '４１０４',
];

describe('Region codes', () => {
  it('tell their level by their length', () => {
    for (const level of REGION_LEVELS) expect(regionLevel(CODES[level])).toBe(level);
  });

  it('are digits of one of four lengths and nothing else', () => {
    for (const code of NOT_CODES) expect([code, regionLevel(code)]).toEqual([code, undefined]);
  });

  it('cover themselves and what lies below, never what lies above', () => {
    REGION_LEVELS.forEach((above, i) => {
      REGION_LEVELS.forEach((below, j) => {
        expect([above, below, regionCovers(CODES[above], CODES[below])]).toEqual([above, below, i <= j]);
      });
    });
  });

  it('do not cover their neighbours', () => {
    expect(regionCovers('410402001', '410402002')).toBe(false);
    expect(regionCovers('410402', '410403001')).toBe(false);
    expect(regionCovers('4104', '4105')).toBe(false);
  });

  it('neither cover nor are covered when they are no codes', () => {
    for (const code of NOT_CODES) {
      expect([code, regionCovers(code, CODES.community)]).toEqual([code, false]);
      expect([code, regionCovers('4104', code)]).toEqual([code, false]);
    }
    expect(regionCovers('410402', '410402001/../410403')).toBe(false);
  });

  it('give the region of each level that they lie in', () => {
    REGION_LEVELS.forEach((own, i) => {
      REGION_LEVELS.forEach((level, j) => {
        expect(regionAt(CODES[own], level)).toBe(j <= i ? CODES[level] : undefined);
      });
    });
  });

  it('lie in no region when they are no codes', () => {
    for (const code of NOT_CODES) for (const level of REGION_LEVELS) expect(regionAt(code, level)).toBeUndefined();
  });
});
