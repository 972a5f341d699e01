import { ATTACHMENT_LIMITS, ATTACHMENT_TYPES } from '../attachments/attachment.limits.js';
import { OUTCOME_LIMITS } from '../outcomes/outcome.rules.js';
import { PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX } from '../paging/page.js';
import { PLAN_LIMITS } from '../plans/plan.rules.js';
import { SESSION_LIMITS } from '../sessions/session.rules.js';
import { TASK_LIMITS } from '../tasks/task.rules.js';
import { REASON_LIMITS, TOPIC_LIMITS } from './topic.limits.js';

const ALL = {
  topic: TOPIC_LIMITS,
  reason: REASON_LIMITS,
  session: SESSION_LIMITS,
  outcome: OUTCOME_LIMITS,
  task: TASK_LIMITS,
  plan: PLAN_LIMITS,
} as const;

describe('Limits', () => {
  it.each(Object.entries(ALL))('on a %s are whole and positive, each least below its most', (_, limits) => {
    const values: Record<string, number> = limits;
    for (const [name, value] of Object.entries(values)) {
      expect([name, Number.isInteger(value) && value > 0]).toEqual([name, true]);
      const most = name === 'min' ? values.max : values[name.replace(/Min$/, 'Max')];
      if (/min$/i.test(name)) expect([name, most !== undefined && value < most]).toEqual([name, true]);
    }
  });

  it('keep every text short enough for a TEXT column of 65,535 bytes in four-byte characters', () => {
    const longest = Math.max(TOPIC_LIMITS.descriptionMax, OUTCOME_LIMITS.summaryMax, TASK_LIMITS.replyMax);
    expect(longest * 4).toBeLessThanOrEqual(65_535);
  });

  it('give a page of fifty rows at most and twenty where nobody asks', () => {
    expect([PAGE_LIMIT_MAX, PAGE_LIMIT_DEFAULT]).toEqual([50, 20]);
  });

  it('take photos of three kinds up to ten megabytes, shown smaller in a list', () => {
    expect(ATTACHMENT_TYPES).toEqual(['image/jpeg', 'image/png', 'image/webp']);
    expect(ATTACHMENT_LIMITS.bytesMax).toBe(10_485_760);
    const { full, screen, thumb } = ATTACHMENT_LIMITS.sides;
    expect(thumb).toBeLessThan(screen);
    expect(screen).toBeLessThan(full);
    expect(full ** 2).toBeLessThan(ATTACHMENT_LIMITS.pixelsMax);
  });
});
