import { type Grant, ROLE_LEVELS, ROLES, type Role } from '../auth/roles.js';
import type { RegionLevel } from '../regions/region.js';
import { countiesGrantedIn, grantableRoles, mayGrant, needsSuccessor, takenBy } from './grant.rules.js';

const COUNTY = '410402';
const CODES: Readonly<Record<RegionLevel, string>> = {
  city: '4104',
  county: COUNTY,
  township: '410402001',
  community: '410402001001',
};
const BY_ADMIN: Role[] = ['member', 'convener', 'department', 'party_committee', 'county_office', 'admin'];
const BY_OFFICE: Role[] = ['member', 'convener'];

const holding = (role: Role): Grant[] => [{ role, region: CODES[ROLE_LEVELS[role]] }];
const given = (own: Grant[]) => ROLES.filter((role) => mayGrant(own, role, CODES[ROLE_LEVELS[role]]));

describe('Giving and taking roles', () => {
  it.each(ROLES)('by %s reaches exactly what its table says', (role) => {
    const wanted = role === 'admin' ? BY_ADMIN : role === 'county_office' ? BY_OFFICE : [];
    expect(given(holding(role))).toEqual(wanted);
    expect(grantableRoles(holding(role))).toEqual(wanted);
    expect(countiesGrantedIn(holding(role))).toEqual(wanted.length > 0 ? [COUNTY] : []);
  });

  it.each(ROLES)('keeps the last %s while something waits, and the last convener always', (role) => {
    expect(needsSuccessor(role, true)).toBe(true);
    expect(needsSuccessor(role, false)).toBe(role === 'convener');
  });

  it('never makes an administrator but by an administrator', () => {
    for (const role of ROLES.filter((one) => one !== 'admin'))
      expect(mayGrant(holding(role), 'admin', COUNTY)).toBe(false);
  });

  it('is bound to the role’s own level', () => {
    for (const role of BY_ADMIN) {
      for (const [level, code] of Object.entries(CODES)) {
        expect([role, level, mayGrant(holding('admin'), role, code)]).toEqual([
          role,
          level,
          level === ROLE_LEVELS[role],
        ]);
      }
    }
  });

  it('stays within the giver’s county', () => {
    expect(mayGrant(holding('admin'), 'convener', '410403001')).toBe(false);
    expect(mayGrant(holding('admin'), 'county_office', '410403')).toBe(false);
    expect(mayGrant(holding('county_office'), 'member', '410403001')).toBe(false);
    expect(mayGrant([...holding('convener'), { role: 'admin', region: '410403' }], 'member', CODES.township)).toBe(
      false,
    );
  });

  it('says whom to ask to be rid of a role', () => {
    expect([takenBy('member'), takenBy('convener')]).toEqual(['县（区）政协', '县（区）政协']);
    expect([takenBy('department'), takenBy('city_office')]).toEqual(['系统管理员', '系统管理员']);
  });
});
