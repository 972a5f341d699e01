import {
  entryCategories,
  GUEST_LIMITS,
  hasMeetingNumber,
  isSessionPublic,
  LIST_STATES,
  PARTICIPANT_CATEGORIES,
  PARTICIPANT_CATEGORY_LABELS,
  PARTICIPANT_ORIGIN_LABELS,
  PARTICIPANT_ORIGINS,
  ROLL_STATES,
  SESSION_EDIT_STATES,
  SESSION_FORMAT_LABELS,
  SESSION_FORMATS,
  SESSION_LIMITS,
  SESSION_REARRANGE_STATES,
  SETTLED_SESSION_STATES,
  SIGN_UP_STATES,
  sayGuest,
  sayOrigin,
  seatingFor,
  TABLED_SESSION_STATES,
  takesPart,
} from './session.rules.js';
import { SESSION_STATES } from './session.states.js';

describe('A seat at a session', () => {
  it('is given until the seats are taken, then the next one waits', () => {
    expect([0, 1, 2, 3, 4].map((seated) => seatingFor(3, seated))).toEqual([
      'seated',
      'seated',
      'seated',
      'waiting',
      'waiting',
    ]);
  });

  it('waits when the seats were made fewer than those already given', () => {
    expect(seatingFor(2, 5)).toBe('waiting');
    expect(seatingFor(0, 0)).toBe('waiting');
  });
});

describe('A draw', () => {
  it('is entered as what one is, and only where that is drawn', () => {
    const quotas = [{ category: 'resident' }, { category: 'member' }] as const;
    expect(entryCategories(new Set(['resident']), quotas)).toEqual(['resident']);
    expect(entryCategories(new Set(['member']), quotas)).toContain('member');
    expect(entryCategories(new Set(['resident']), [{ category: 'member' }])).toEqual([]);
  });
});

describe('Somebody on the list', () => {
  it('is said to be recommended by whom, where that is known', () => {
    const said = PARTICIPANT_ORIGINS.map((origin) => sayOrigin({ origin, recommendedBy: null }));
    expect(said).toEqual(PARTICIPANT_ORIGINS.map((origin) => PARTICIPANT_ORIGIN_LABELS[origin]));
    expect(sayOrigin({ origin: 'recommended', recommendedBy: '沿西社区居委会' })).toBe('沿西社区居委会推荐');
  });
});

describe('A guest', () => {
  it('is written with unit or office where there is one', () => {
    expect(sayGuest({ name: '王秀英', unit: '县水利局' })).toBe('王秀英（县水利局）');
    expect(sayGuest({ name: '王秀英', unit: null })).toBe('王秀英');
  });

  it('has a name of a person’s length, and is known for at least half a year', () => {
    const { nameMin, nameMax, unitMax, perSession, keptDays } = GUEST_LIMITS;
    expect(nameMin).toBe(2);
    expect([nameMax, unitMax].every((max) => max <= 40)).toBe(true);
    expect(perSession).toBeLessThan(SESSION_LIMITS.seatsMax);
    expect(keptDays).toBeGreaterThanOrEqual(184);
  });
});

describe('A session', () => {
  it('can be signed up for only between its notice and its start', () => {
    expect(SIGN_UP_STATES).toEqual(['announced']);
  });

  it('has its roll taken from the notice until the minutes are out', () => {
    expect(ROLL_STATES).toEqual(['announced', 'in_progress', 'ended']);
  });

  it('is changed only before its notice, after it only rearranged, its list also at the door', () => {
    expect(SESSION_EDIT_STATES).toEqual(['preparing', 'postponed']);
    expect(SESSION_REARRANGE_STATES).toEqual(['announced']);
    expect(LIST_STATES).toEqual(['preparing', 'announced', 'postponed', 'in_progress']);
    expect(SETTLED_SESSION_STATES).toEqual(['recorded', 'cancelled']);
  });

  it('is taken part in by whoever has a seat or came', () => {
    const part = (['seated', 'waiting', 'cancelled'] as const).map((seating) =>
      [null, false, true].map((present) => takesPart({ seating, present })),
    );
    expect(part).toEqual([
      [true, true, true],
      [false, false, true],
      [false, false, false],
    ]);
  });

  it('is public from its first notice on', () => {
    expect(isSessionPublic({ announcedAt: null })).toBe(false);
    expect(isSessionPublic({ announcedAt: 1 })).toBe(true);
  });

  it('holds its topics from its notice until it is settled', () => {
    const others = SESSION_STATES.filter((state) => !TABLED_SESSION_STATES.includes(state));
    expect(others).toEqual(['preparing', ...SETTLED_SESSION_STATES]);
  });

  it('has four formats and six categories of people', () => {
    expect(SESSION_FORMATS.map((f) => SESSION_FORMAT_LABELS[f])).toEqual([
      '现场协商',
      '远程协商',
      '网络议政',
      '微协商',
    ]);
    expect(PARTICIPANT_CATEGORIES.map((c) => PARTICIPANT_CATEGORY_LABELS[c])).toEqual([
      '政协委员',
      '居民/利益相关方',
      '部门',
      '专家',
      '人大代表',
      '老党员',
    ]);
  });

  it('has a number to dial where people are elsewhere', () => {
    expect(SESSION_FORMATS.filter(hasMeetingNumber)).toEqual(['remote', 'online']);
  });

  it('settles three questions at most', () => {
    expect(SESSION_LIMITS.questionsMax).toBe(3);
  });
});
