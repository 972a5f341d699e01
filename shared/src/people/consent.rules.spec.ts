import { LEGAL_DOCUMENTS } from '../legal/documents.js';
import { CONSENT_DOCUMENTS, CONSENTS, consentsDue } from './consent.rules.js';
import { maskPhone, PHONE_PATTERN } from './phone.js';

describe('Consent', () => {
  it('is due for each document until its present version is agreed to', () => {
    expect(consentsDue([])).toEqual(['privacy', 'agreement']);
    expect(consentsDue([{ document: 'privacy', version: '0.9' }])).toEqual(['privacy', 'agreement']);
    expect(consentsDue([{ document: 'privacy', version: CONSENTS.privacy.version }])).toEqual(['agreement']);
    const all = CONSENT_DOCUMENTS.map((document) => ({ document, version: CONSENTS[document].version }));
    expect(consentsDue(all)).toEqual([]);
  });

  it('is asked for anew by those who agreed before the privacy policy spoke of names in minutes and of guests', () => {
    const before = CONSENT_DOCUMENTS.map((document) => ({ document, version: '1.0' }));
    expect(consentsDue(before)).toEqual(['privacy']);
    const said = JSON.stringify(LEGAL_DOCUMENTS.privacy);
    for (const words of [
      '写进已发布的会议纪要正文的姓名除外',
      '没有账号的参会人：由办会的召集人登记姓名、单位或职务、由谁推荐',
      '加密存放',
      '会后半年自动删除',
    ]) {
      expect(said).toContain(words);
    }
  });

  it('is asked to texts that say what the law has them say', () => {
    const said = JSON.stringify(LEGAL_DOCUMENTS.privacy);
    for (const word of [
      '处理者',
      '用来做什么',
      '委托',
      '保存多久',
      '权利',
      '撤回同意',
      '注销',
      '未满十四周岁',
      '联系',
    ]) {
      expect(said).toContain(word);
    }
    for (const document of CONSENT_DOCUMENTS) expect(LEGAL_DOCUMENTS[document]).toMatchObject(CONSENTS[document]);
  });
});

describe('A phone number', () => {
  it('is shown with its middle hidden', () => {
    expect(maskPhone('13800001234')).toBe('138****1234');
    expect(maskPhone('12345')).toBe('*****');
  });

  it.each([
    ['13800001234', true],
    ['19900000000', true],
    ['12800001234', false],
    ['1380000123', false],
    ['+8613800001234', false],
  ])('%s: %s', (phone, good) => expect(PHONE_PATTERN.test(phone)).toBe(good));
});
