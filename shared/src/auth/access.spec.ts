import { capacitiesFor, departmentsOf, rolesIn } from './access.js';
import { actorLabel, CAPACITIES, capacityLabel, type Grant } from './roles.js';

const grants: Grant[] = [
  { role: 'resident', region: '410402001' },
  { role: 'convener', region: '410402002' },
  { role: 'county_office', region: '410403' },
];

describe('Roles granted per region', () => {
  it('hold in their region and below it', () => {
    expect(rolesIn(grants, '410402001')).toEqual(new Set(['resident']));
    expect(rolesIn(grants, '410402002003')).toEqual(new Set(['convener']));
    expect(rolesIn(grants, '410403009')).toEqual(new Set(['county_office']));
  });

  it('do not hold beside their region nor above it', () => {
    expect(rolesIn(grants, '410402003')).toEqual(new Set());
    expect(rolesIn(grants, '410402')).toEqual(new Set());
    expect(rolesIn(grants, '4104')).toEqual(new Set());
  });

  it('do not hold for what is no region code', () => {
    expect(rolesIn(grants, '')).toEqual(new Set());
    expect(rolesIn(grants, '410402001x')).toEqual(new Set());
    expect(rolesIn([{ role: 'admin', region: '' }], '410402001')).toEqual(new Set());
  });

  it('add up when somebody holds several for one region', () => {
    const both: Grant[] = [
      { role: 'resident', region: '410402001' },
      { role: 'member', region: '410402' },
      { role: 'member', region: '410402001' },
    ];
    expect(rolesIn(both, '410402001')).toEqual(new Set(['resident', 'member']));
  });
});

describe('Capacities towards an item', () => {
  it('join the roles in its region and the relations to it', () => {
    expect(capacitiesFor(grants, '410402001', ['raiser', 'participant'])).toEqual(
      new Set(['resident', 'raiser', 'participant']),
    );
  });

  it('keep a relation where no role reaches', () => {
    expect(capacitiesFor(grants, '411102001', ['signatory'])).toEqual(new Set(['signatory']));
    expect(capacitiesFor([], '411102001')).toEqual(new Set());
  });

  it('do not call a co-signer who acts on a promise its raiser', () => {
    expect(actorLabel('topic', 'raiser')).toBe('提出人');
    expect(actorLabel('task', 'raiser')).toBe('提出或附议的居民');
    expect(actorLabel('task', 'member')).toBe(capacityLabel('member'));
  });

  it('have each a Chinese name of its own', () => {
    const labels = CAPACITIES.map(capacityLabel);
    expect(new Set(labels).size).toBe(CAPACITIES.length);
    for (const label of labels) expect(label).toMatch(/^\p{Script=Han}+$/u);
  });
});

describe('Departments that somebody works for', () => {
  it('come from department roles that name one', () => {
    expect(
      departmentsOf([
        { role: 'department', region: '410402', departmentId: 'housing' },
        { role: 'department', region: '410402', departmentId: null },
        { role: 'department', region: '410402' },
        { role: 'convener', region: '410402001', departmentId: 'water' },
      ]),
    ).toEqual(['housing']);
  });
});
