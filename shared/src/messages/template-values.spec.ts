import { renderBody, seesReason } from './message.render.js';
import { shortenTo, wordsOf } from './shorten.js';
import {
  fitTemplateValue,
  TEMPLATE_VALUE_TYPES,
  type TemplateValueType,
  templateFieldType,
  templateMoment,
  UnfitValue,
} from './template-values.js';

/** As WeChat checks them. */
const ACCEPTED: Readonly<Record<Exclude<TemplateValueType, 'enum'>, RegExp>> = {
  thing: /^.{1,20}$/u,
  number: /^-?[\d.]{1,32}$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}\s]{1,5}$/u,
  character_string: /^[\x21-\x7E]{1,32}$/,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 ?)?\d{1,2}:\d{2}/,
  date: /^\d{4}[年\-/.]/,
  amount: /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/,
  phone_number: /^[\d+\- ]{1,17}$/,
  car_number: /^[\p{L}\d]{1,8}$/u,
  name: /^([\p{L}\p{M}·•.'\- ]{1,10}|[A-Za-z .]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
};
const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const AWKWARD = [
  '',
  ' ',
  '\n\t',
  '沿西社区一号院配套建设养老设施，方便老人就近活动、吃饭和量血压',
  '第一行\n第二行\r\n第三行',
  '𠮷'.repeat(40),
  '㐂'.repeat(40),
  '👨‍👩‍👧‍👦'.repeat(9),
  'https://example.org/a/very/long/address/without/any/blank/in/it',
  '\u0000\u0007控制字符\u001B',
  '，。！？；：'.repeat(10),
  'The quick brown fox jumps over the lazy dog',
  '买买提·阿卜杜热合曼·吐尔逊',
  'a'.repeat(200),
];

describe('A value for a field of a subscription message', () => {
  const free: readonly TemplateValueType[] = ['thing', 'symbol', 'character_string', 'name', 'phrase'];
  it.each(free)('of type %s is never empty, too long, broken or over several lines, whatever the text', (type) => {
    for (const text of AWKWARD) {
      const value = fitTemplateValue(type, text);
      expect(value).toMatch(ACCEPTED[type as Exclude<TemplateValueType, 'enum'>]);
      expect(value).not.toMatch(HALF);
      expect(value).not.toMatch(/\p{Cc}/u);
    }
  });

  it('is left alone where it fits', () => {
    const good: readonly [TemplateValueType, string][] = [
      ['thing', '沿西社区养老设施协商会'],
      ['number', '-12.5'],
      ['letter', 'ABC'],
      ['symbol', '%'],
      ['character_string', 'YH-2026-001'],
      ['time', '09:30'],
      ['time', '2026年6月3日 10:00'],
      ['time', '2026-06-03 10:00~2026-06-03 11:30'],
      ['date', '2026年6月3日'],
      ['date', '2026/06/03 10:00'],
      ['amount', '¥1200.50'],
      ['amount', '1200元'],
      ['phone_number', '+86-0766-66888866'],
      ['car_number', '粤A8Z888挂'],
      ['name', '欧阳㐂'],
      ['name', '阿依古丽·买买提'],
      ['name', 'Mary Jane Watson'],
      ['phrase', '已受理'],
    ];
    for (const [type, text] of good) expect([type, fitTemplateValue(type, text)]).toEqual([type, text]);
  });

  it('is refused where its form has no shorter one', () => {
    const bad: readonly [TemplateValueType, string][] = [
      ['number', '十二'],
      ['number', '1'.repeat(33)],
      ['letter', '一二三'],
      ['time', '下午三点'],
      ['time', '25:00'],
      ['date', '明天'],
      ['amount', '12345678901'],
      ['phone_number', '1'.repeat(18)],
      ['car_number', '粤A8Z8888888'],
      ['enum', '没有这一项'],
    ];
    for (const [type, text] of bad) expect(() => fitTemplateValue(type, text, ['是', '否'])).toThrow(UnfitValue);
  });

  it('is one of the choices where there are choices', () => {
    expect(fitTemplateValue('enum', '已办结', ['办理中', '已办结'])).toBe('已办结');
    expect(fitTemplateValue('enum', '事项已办结', ['办理中', '已办结'])).toBe('已办结');
  });

  it('is shortened between words, with a mark of what is left out', () => {
    const value = fitTemplateValue('thing', '沿西社区一号院配套建设养老设施，方便老人就近活动');
    expect(value).toMatch(/^沿西社区一号院配套建设养老.*…$/);
    expect(value).not.toMatch(/[，、]…$/);
    expect(fitTemplateValue('phrase', '乡镇党委审核')).toBe('乡镇党委');
    expect(fitTemplateValue('name', '买买提·阿卜杜热合曼·吐尔逊')).toBe('买买提·阿卜杜热合曼');
    expect(fitTemplateValue('name', '买买提江·阿卜杜热合曼')).toBe('买买提江');
    expect(fitTemplateValue('number', '1,234')).toBe('1234');
  });

  it('has the type that its field is named by', () => {
    for (const type of TEMPLATE_VALUE_TYPES) expect(templateFieldType(`${type}2`)).toBe(type);
    expect(templateFieldType('thing')).toBeUndefined();
    expect(templateFieldType('nothing1')).toBeUndefined();
  });

  it('of a moment is the time in China', () => {
    expect(templateMoment(Date.UTC(2026, 5, 3, 2, 0))).toBe('2026年6月3日 10:00');
    expect(fitTemplateValue('time', templateMoment(0))).toBe('1970年1月1日 08:00');
    expect(fitTemplateValue('date', templateMoment(0))).toBe('1970年1月1日 08:00');
  });
});

describe('Shortening', () => {
  it('does without a dictionary where the platform has none', () => {
    expect(wordsOf('养老设施 ABC12，好', false)).toEqual(['养老', '设施', ' ', 'ABC12', '，', '好']);
    const rough = (text: string) => wordsOf(text, false);
    expect(shortenTo('沿西社区一号院配套建设养老设施', 10, '…', rough)).toBe('沿西社区一号院配…');
  });

  it('cuts inside a word only when it alone is too long', () => {
    expect(shortenTo('abcdefghijklmnopqrstuvwxyz', 10)).toBe('abcdefghi…');
  });
});

describe('The words of a message', () => {
  it('leave out a sentence whose fact is not known', () => {
    const body = '“{title}”没有受理。原因：{reason}。打开看看。';
    expect(renderBody(body, { title: '路灯不亮', reason: '属于 12345 的事。' })).toBe(
      '“路灯不亮”没有受理。原因：属于 12345 的事。打开看看。',
    );
    expect(renderBody(body, { title: '路灯不亮', reason: null })).toBe('“路灯不亮”没有受理。打开看看。');
  });

  it('keep what somebody typed from looking like a placeholder or a second line', () => {
    expect(renderBody('说明：{reason}。', { reason: '见\n{title}' })).toBe('说明：见 {title}。');
  });

  it('give a reason that is not public to insiders, and to raisers of their own topic', () => {
    const inner = { kind: 'topic', reasonPublic: false };
    expect(seesReason('raisers', inner)).toBe(true);
    expect(seesReason('cosigners', inner)).toBe(false);
    expect(seesReason('next', { kind: 'task', reasonPublic: false })).toBe(true);
    expect(seesReason('raisers', { kind: 'task', reasonPublic: false })).toBe(false);
    expect(seesReason('participants', { kind: 'session', reasonPublic: true })).toBe(true);
  });
});
