import { isSignInWay, passwordProblem, SIGN_IN_WAY_LABELS, signInTerms, USERNAME_PATTERN } from './identity.rules.js';
import { SIGN_IN_WAYS } from './sign-in.ways.js';

describe('A password', () => {
  it.each(['Abcdefgh12', 'abcdefg-12', 'ABCDEFG-12', 'Abcdefghi-', '有事好商量Ab1-xyz'])(
    '%s is good enough',
    (password) => {
      expect(passwordProblem(password, 'wang.li')).toBeNull();
    },
  );

  it.each([
    ['Abcdef-12', /10 到 64/],
    ['', /10 到 64/],
    [`Ab1-${'x'.repeat(61)}`, /10 到 64/],
    ['abcdefghij12', /三种/],
    ['1234567890--', /三种/],
    ['Wang.Li-2026', /用户名/],
  ])('%s is refused with a reason', (password, reason) => {
    expect(passwordProblem(password, 'wang.li')).toMatch(reason);
  });
});

describe('A sign-in', () => {
  it('ends at a desk after half an hour unused and twelve hours in all', () => {
    for (const way of ['staff', 'qr'] as const) {
      expect(signInTerms(way)).toEqual({ accessMs: 300_000, idleMs: 1_800_000, wholeMs: 43_200_000 });
    }
  });

  it('lasts a resident a month from the last use', () => {
    expect(signInTerms('wechat')).toEqual({ accessMs: 1_800_000, idleMs: 2_592_000_000, wholeMs: null });
    expect(signInTerms('demo')).toEqual(signInTerms('wechat'));
  });

  it('has its token end well before itself, whatever the way', () => {
    for (const way of SIGN_IN_WAYS) {
      const { accessMs, idleMs } = signInTerms(way);
      expect(accessMs * 2).toBeLessThanOrEqual(idleMs);
      expect(SIGN_IN_WAY_LABELS[way]).toMatch(/登录$/);
      expect(isSignInWay(way)).toBe(true);
    }
    expect(isSignInWay('root')).toBe(false);
  });
});

describe('A user name', () => {
  it.each([
    ['wang.li', true],
    ['w-2', true],
    ['Wang', false],
    ['1wang', false],
    ['wa', false],
    ['wang li', false],
    [`w${'a'.repeat(32)}`, false],
  ])('%s: %s', (name, good) => {
    expect(USERNAME_PATTERN.test(name)).toBe(good);
  });
});
