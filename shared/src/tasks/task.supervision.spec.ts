import { ROLES } from '../auth/roles.js';
import { maySupervise, supervisedRegions } from './task.supervision.js';

const COUNTY = '410402';

describe('Who may supervise a promise', () => {
  it.each(ROLES)('as %s in the county is so by role', (role) => {
    const expected = role !== 'resident' && role !== 'admin';
    expect(maySupervise([{ role, region: COUNTY }], COUNTY)).toBe(expected);
  });

  it.each([
    ['410402001', true],
    ['4104', true],
    ['410403', false],
    ['410403001', false],
  ])('with a role in %s is one of the county, or over it: %s', (region, expected) => {
    expect(maySupervise([{ role: 'member', region }], COUNTY)).toBe(expected);
  });

  it('is nobody without a role', () => {
    expect(maySupervise([], COUNTY)).toBe(false);
  });
});

describe('Where somebody may supervise', () => {
  it('is each county of their roles, and each city, once', () => {
    const grants = [
      { role: 'member', region: '410402001' },
      { role: 'convener', region: '410402002' },
      { role: 'city_office', region: '4104' },
      { role: 'resident', region: '410403001' },
    ] as const;
    expect(supervisedRegions(grants)).toEqual(['410402', '4104']);
  });
});
