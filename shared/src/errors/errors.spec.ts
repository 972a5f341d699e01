import { ERRORS, type ErrorCode, errorMessage } from './errors.js';

const CODES = Object.keys(ERRORS) as ErrorCode[];
const placeholders = (code: ErrorCode) => [...ERRORS[code].message.matchAll(/\{(\w+)\}/g)].map((m) => String(m[1]));

/** The statuses that tell the client more than that it was refused, and the codes that may have them. */
const MEANING: Readonly<Record<number, RegExp>> = {
  401: /^AUTH\.|^OPEN\.KEY_REFUSED$/,
  404: /^(ROUTE|ITEM|REGION)\.NOT_FOUND$|^AUTH\.PROVIDER_OFF$/,
  413: /\.(TOO_LARGE|TOO_MANY_PIXELS)$/,
  415: /\.(NOT_A_PICTURE|ANIMATED|NOT_A_DOCUMENT|WITH_MACROS)$/,
  429: /\.TOO_MANY/,
  500: /^SERVER\.FAULT$/,
  503: /^(SERVER\.UNREADY|WECHAT\.BUSY|ATTACHMENT\.STORE_DOWN)$/,
};

describe('Every error', () => {
  it.each(CODES)('%s has a message in Chinese that its details fill without a gap', (code) => {
    const names = placeholders(code);
    const filled = errorMessage(code, Object.fromEntries(names.map((name) => [name, `〈${name}〉`])));
    expect(filled).not.toMatch(/[{}]|undefined|null|\[object/);
    for (const name of names) expect(filled).toContain(`〈${name}〉`);
    expect(filled).toMatch(/\p{Script=Han}{2}/u);
    expect(filled).toBe(filled.trim());
  });

  it.each(CODES)('%s leaves no placeholder even when details are missing', (code) => {
    expect(errorMessage(code)).not.toMatch(/[{}]|undefined/);
  });

  it.each(CODES)('%s has the form NOUN.REASON and a fitting status', (code) => {
    expect(code).toMatch(/^[A-Z]+\.[A-Z_]+$/);
    const { status } = ERRORS[code];
    const meaning = MEANING[status];
    if (meaning === undefined) expect([400, 403, 409]).toContain(status);
    else expect(code).toMatch(meaning);
  });

  it('has a status of its own kind for what the client handles by itself', () => {
    const statuses = ['AUTH.REQUIRED', 'AUTH.FORBIDDEN', 'ITEM.NOT_FOUND', 'MOVE.CONFLICT', 'REQUEST.INVALID'] as const;
    expect(statuses.map((code) => ERRORS[code].status)).toEqual([401, 403, 404, 409, 400]);
  });
});

describe('A message with details', () => {
  it('fills numbers and words, zero too', () => {
    expect(errorMessage('MOVE.NOT_POSSIBLE', { state: '已办结', action: '受理' })).toBe('现在是“已办结”，不能受理');
    expect(errorMessage('SESSION.NOTICE_TOO_SHORT', { days: 7 })).toBe('至少提前 7 天通知');
    expect(errorMessage('MINUTES.OPEN_OBJECTIONS', { count: 0 })).toBe('还有 0 条异议没有答复');
  });

  it('takes a detail as it is, whatever signs are in it', () => {
    const title = '$& $1 {state} <b>路灯</b>';
    expect(errorMessage('SESSION.TOPIC_NOT_READY', { title, state: '议题库' })).toBe(
      `议题“${title}”现在是“议题库”，还不能召集协商`,
    );
  });

  it('pays no heed to details that it does not name', () => {
    expect(errorMessage('AUTH.REQUIRED', { state: 'x' })).toBe('请先登录');
  });
});
