import { personalNumberHint, personalNumberIn } from './personal-numbers.js';

describe('A personal number in a public text', () => {
  it.each([
    ['有事打13812345678找我', 'phone'],
    ['13812345678', 'phone'],
    ['电话 138 1234 5678', 'phone'],
    ['电话：138-1234-5678，老李', 'phone'],
    ['+86 13812345678', 'phone'],
    ['+86-138-1234-5678', 'phone'],
    ['１３８１２３４５６７８', 'phone'],
    ['3 号楼\n19912345678', 'phone'],
    ['身份证410403196801011234', 'id_card'],
    ['41040319680101123X', 'id_card'],
    ['41040319680101123x，张', 'id_card'],
    ['410403 19680101 1234', 'id_card'],
  ])('is seen in %j', (text, kind) => {
    expect(personalNumberIn(text)).toBe(kind);
  });

  it.each([
    [''],
    ['村口到小学的路没有路灯'],
    ['街道办 0375-1234567'],
    ['区民政局0375-12345678转801'],
    ['拨 12345 或者 400-123-4567'],
    ['12812345678'],
    ['1381234567'],
    ['订单号 213812345678'],
    ['订单号 138123456789'],
    ['2026-06-03 到 2026-06-30，一共 138 户'],
    ['编号 410403999913451234'],
    ['4104031968010112'],
  ])('is not seen in %j', (text) => {
    expect(personalNumberIn(text)).toBeNull();
  });

  it('is told calmly, with where the number is kept instead', () => {
    expect(personalNumberHint('打 13812345678', '召集人需要时能查到您登记的电话')).toBe(
      '文字里有手机号，所有人都会看到。不想公开就删掉，召集人需要时能查到您登记的电话。',
    );
    expect(personalNumberHint('打 13812345678')).toBe('文字里有手机号，所有人都会看到。不想公开就删掉。');
    expect(personalNumberHint('41040319680101123X', '甲')).toBe(
      '文字里有身份证号，所有人都会看到。办理用不着它，请删掉。',
    );
    expect(personalNumberHint('打 0375-1234567')).toBeNull();
  });
});
