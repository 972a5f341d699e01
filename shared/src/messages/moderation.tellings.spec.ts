import { CONTENT_KINDS } from '../moderation/content.rules.js';
import { CONTENT_ACTIONS } from '../moderation/content.states.js';
import { MESSAGE_LIMITS, renderBody } from './message.render.js';
import {
  CONTENT_TELLINGS,
  contentName,
  FEEDBACK_TELLINGS,
  mayBeTold,
  REPORT_TELLINGS,
} from './tellings/moderation.tellings.js';

const ALL = [CONTENT_TELLINGS, REPORT_TELLINGS, FEEDBACK_TELLINGS].flatMap((table) => Object.entries(table));

describe('What people are told of the watch over content', () => {
  it.each(ALL)('is said of %s, or it is silent with a reason', (_, telling) => {
    if ('silent' in telling) {
      expect(telling.silent.length).toBeGreaterThan(5);
      return;
    }
    expect(telling.title.length).toBeLessThanOrEqual(MESSAGE_LIMITS.titleMax);
    const facts = { title: '“路灯”', reason: '看得见人脸', time: '6月3日' };
    expect(renderBody(telling.body, facts)).toMatch(/。$/);
    expect(renderBody(telling.body, facts)).not.toMatch(/[{}A-Za-z]|“”/);
  });

  it.each(['refuse', 'reject', 'appeal_rejected'] as const)('gives the reason of %s', (action) => {
    const telling = CONTENT_TELLINGS[action];
    expect('body' in telling && renderBody(telling.body, { title: '“路灯”', reason: '看得见人脸' })).toContain(
      '看得见人脸',
    );
  });

  it('is worth a job only where somebody may hear', () => {
    expect(CONTENT_ACTIONS.filter((action) => mayBeTold('content', action))).toEqual([
      'refuse',
      'approve',
      'reject',
      'override',
    ]);
    expect([mayBeTold('report', 'dismiss'), mayBeTold('feedback', 'answer'), mayBeTold('words', 'set')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('names each kind of content in words that stay within a sentence', () => {
    for (const kind of CONTENT_KINDS) {
      const name = contentName(kind, '一'.repeat(80));
      expect(name).toContain('一'.repeat(10));
      expect(name.length).toBeLessThanOrEqual(MESSAGE_LIMITS.itemMax);
    }
    expect(contentName('photo', '路灯')).toBe('“路灯”的照片');
    expect(contentName('topic', '路灯')).toBe('“路灯”');
  });
});
