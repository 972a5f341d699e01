import { findBlockedWord } from './blocked-words.js';

const WORDS = ['办假证', 'VPN代理', '①号内幕'];

describe('blocked words', () => {
  it.each(['专业办假证', '办 假 证', '办-假。证', '办\n假\u3000证', 'ｖｐｎ代理', 'v.p.n 代 理', '1号内幕'])(
    'are found in %j',
    (text) => {
      expect(findBlockedWord(['好好说话', text], WORDS)).toBeDefined();
    },
  );

  it.each(['办证', '假办证', 'vp代理', ''])('are not found in %j', (text) => {
    expect(findBlockedWord([text], WORDS)).toBeUndefined();
  });

  it('do not come about where two fields meet', () => {
    expect(findBlockedWord(['要办假', '证件'], WORDS)).toBeUndefined();
  });

  it('made of marks alone block nothing', () => {
    expect(findBlockedWord(['好'], ['……', ''])).toBeUndefined();
  });
});
