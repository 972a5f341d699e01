import { ROLES } from '../auth/roles.js';
import { CONTENT_STATES } from '../moderation/content.states.js';
import {
  isPrivateDraft,
  isTopicEditable,
  isTopicPublic,
  publicRaiserName,
  REDIRECT_LABELS,
  REDIRECTS,
  sourceOf,
  TOPIC_CATEGORIES,
  TOPIC_SOURCE_LABELS,
  TOPIC_SOURCES,
} from './topic.rules.js';
import { TOPIC_STATES, type TopicState } from './topic.states.js';

const INTERNAL_STATES: TopicState[] = ['draft', 'submitted', 'returned', 'declined'];

describe('Whether anyone may see a topic', () => {
  it.each(TOPIC_STATES)('depends in %s on whether it was accepted', (state) => {
    const isPublic = (acceptedAt: number | null) =>
      isTopicPublic({ state, acceptedAt, sensitive: false, content: 'passed' });
    expect(isPublic(1)).toBe(!INTERNAL_STATES.includes(state));
    expect(isPublic(0)).toBe(!INTERNAL_STATES.includes(state));
    expect(isPublic(null)).toBe(false);
  });

  it.each(TOPIC_STATES)('is refused in %s when it is sensitive', (state) => {
    for (const acceptedAt of [null, 1]) {
      expect(isTopicPublic({ state, acceptedAt, sensitive: true, content: 'passed' })).toBe(false);
    }
  });

  it.each(TOPIC_STATES)('is refused in %s while its content has not passed', (state) => {
    for (const content of CONTENT_STATES.filter((one) => one !== 'passed')) {
      expect(isTopicPublic({ state, acceptedAt: 1, sensitive: false, content })).toBe(false);
    }
  });
});

describe('Whether a topic is its raiser’s alone', () => {
  it.each(TOPIC_STATES)('is said in %s by what it was before', (state) => {
    const alone = (heldFrom: TopicState | null) => isPrivateDraft({ state, heldFrom });
    expect(alone(null)).toBe(state === 'draft');
    expect(alone('draft')).toBe(state === 'draft' || state === 'withdrawn');
    expect(alone('submitted')).toBe(state === 'draft');
  });
});

describe('Whether its raiser may change a topic', () => {
  it.each(TOPIC_STATES)('depends in %s on whether somebody has it in hand', (state) => {
    for (const content of CONTENT_STATES) {
      const open = state === 'draft' || state === 'returned' || (state === 'submitted' && content === 'refused');
      expect([content, isTopicEditable({ state, content })]).toEqual([content, open]);
    }
  });
});

describe('The name under which a topic is shown', () => {
  it("is the raiser's own unless they chose otherwise", () => {
    for (const source of TOPIC_SOURCES) {
      expect(publicRaiserName({ anonymous: false, source, raiserName: '张建国' })).toBe('张建国');
    }
  });

  it('hides the raiser who chose 匿名展示', () => {
    const shown = TOPIC_SOURCES.map((source) => publicRaiserName({ anonymous: true, source, raiserName: '张建国' }));
    expect(shown).toEqual(['匿名', '匿名', '匿名', '匿名居民']);
  });
});

describe('Sources, categories and redirects', () => {
  it('name the four sources as the county does', () => {
    expect(TOPIC_SOURCES.map((source) => TOPIC_SOURCE_LABELS[source])).toEqual([
      '党政主要领导点题',
      '职能部门选题',
      '委员征题',
      '群众征题',
    ]);
  });

  it('follow from who raises the topic', () => {
    expect(Object.fromEntries(ROLES.map((role) => [role, sourceOf(role)]))).toEqual({
      resident: 'resident',
      member: 'member',
      convener: 'resident',
      department: 'department',
      party_committee: 'leader',
      county_office: 'leader',
      city_office: 'resident',
      admin: 'resident',
    });
  });

  it('have no doubles and no blanks', () => {
    expect(new Set(TOPIC_CATEGORIES).size).toBe(TOPIC_CATEGORIES.length);
    const labels = REDIRECTS.map((redirect) => REDIRECT_LABELS[redirect]);
    expect(new Set(labels).size).toBe(REDIRECTS.length);
    expect(labels).not.toContain('');
  });

  it('send what is not for deliberation to 12345, to mediation or to 四议两公开', () => {
    expect(REDIRECT_LABELS.hotline).toContain('12345');
    expect(REDIRECT_LABELS.mediation).toContain('调解');
    expect(REDIRECT_LABELS.village_procedure).toContain('四议两公开');
  });
});
