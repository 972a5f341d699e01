import type { Page, PersonView, Role } from '@consult/shared';
import type { Player } from '../support/cast.js';
import { createTestEnvironment, DATABASES, type TestEnvironment } from '../support/environment.js';
import { PLACE } from '../support/topics.js';

describe.each(DATABASES)('finding people on %s', (kind) => {
  let env: TestEnvironment;
  beforeAll(async () => {
    env = await createTestEnvironment(kind);
  });
  afterAll(() => env.stop());

  const find = async ({ client }: Player, words = '') =>
    (
      await client.ok(
        client.get<Page<PersonView>>(
          `/people?region=${PLACE.townshipCode}&limit=50${words && `&q=${encodeURIComponent(words)}`}`,
        ),
      )
    ).items;
  const rolesOf = (people: readonly PersonView[]) => new Set(people.flatMap((person): Role[] => person.roles));

  it('shows a convener and the county office everyone of the township and its county’s offices', async () => {
    const resident = await env.cast.one('resident', PLACE.township);
    for (const role of ['convener', 'county_office'] as const) {
      const finder = await env.cast.one(role, role === 'convener' ? PLACE.township : PLACE.county);
      const people = await find(finder);
      expect(people.map((person) => person.id)).toContain(resident.id);
      expect([...rolesOf(people)]).toEqual(expect.arrayContaining(['resident', 'member', 'convener', 'department']));
    }
  });

  it('goes through them by name, page by page, and through one role alone', async () => {
    const convener = await env.cast.one('convener', PLACE.township);
    const { client } = convener;
    const whole = await find(convener);
    const paged: PersonView[] = [];
    let after = '';
    do {
      const next = after && `&after=${after}`;
      const page = await client.ok(client.get<Page<PersonView>>(`/people?region=${PLACE.townshipCode}&limit=3${next}`));
      paged.push(...page.items);
      after = page.nextAfter ?? '';
    } while (after !== '');
    expect(paged.slice(0, whole.length)).toEqual(whole);
    expect(new Set(paged.map(({ id }) => id)).size).toBe(paged.length);
    const members = await client.ok(
      client.get<Page<PersonView>>(`/people?region=${PLACE.townshipCode}&role=member&limit=50`),
    );
    expect(rolesOf(members.items)).toEqual(new Set(['member']));
  });

  it('shows a member only members, conveners and departments, and no resident by name either', async () => {
    const member = await env.cast.one('member', PLACE.township);
    const resident = await env.cast.one('resident', PLACE.township);
    expect(rolesOf(await find(member))).toEqual(new Set(['member', 'convener', 'department']));
    expect(await find(member, resident.name)).toEqual([]);
    expect(await find(member, '民政局')).toMatchObject([{ roles: ['department'], departmentName: '区民政局' }]);
  });
});
