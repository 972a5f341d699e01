import { SESSION_FORMATS } from '../sessions/session.rules.js';
import { mayAssignDirectly, OUTCOME_LIMITS, sayRecipients } from './outcome.rules.js';

describe('An outcome', () => {
  it('says whom it is sent to as an official paper does', () => {
    expect(sayRecipients([])).toBe('');
    expect(sayRecipients(['县委办公室'])).toBe('县委办公室。');
    expect(sayRecipients(['县委办公室', '县政府办公室', '县民政局'])).toBe('县委办公室，县政府办公室，县民政局。');
  });

  it('is sent to bodies with short names, not to a whole county one by one', () => {
    expect(OUTCOME_LIMITS.recipientMax).toBe(30);
    expect(OUTCOME_LIMITS.recipientsMax).toBe(20);
  });

  it('hands out its tasks itself of a 微协商 alone', () => {
    expect(SESSION_FORMATS.filter(mayAssignDirectly)).toEqual(['micro']);
  });
});
