import { likenessText, likenessTo, SIMILAR_MIN, sharedIn } from './topic.similar.js';

const topic = (title: string, over = {}) => ({
  title,
  description: '楼道里没有灯，老人容易摔倒。',
  category: '公共安全',
  community: '419902001001',
  location: null,
  ...over,
});

describe('Two topics', () => {
  it('about the same are alike, and say why', () => {
    const [a, b] = [
      topic('3号楼楼道照明坏了', { location: { latitude: 34, longitude: 113 } }),
      topic('楼道照明没人修', { location: { latitude: 34.0018, longitude: 113 } }),
    ];
    const alike = likenessTo(a)(b);
    expect(alike.likeness).toBeGreaterThan(SIMILAR_MIN);
    expect(likenessText({ ...alike, shared: sharedIn(b.title, a.title) })).toBe(
      '都提到：楼道照明；同一社区；同一类别；相距约 200 米',
    );
  });

  it('without a word in common are not, whatever else they share', () => {
    const alike = likenessTo(topic('楼道照明'))(topic('健身器材', { description: '' }));
    expect(alike.likeness).toBe(0);
  });

  it('are more alike the more they share', () => {
    const written = topic('楼道照明改造');
    const others = [
      topic('楼道照明改造'),
      topic('楼道照明改造', { community: '419902001002' }),
      topic('楼道照明', { community: '419902001002', category: '物业管理', description: '别的事情' }),
      topic('楼道漏水', { community: '419902001002', category: '物业管理', description: '别的事情' }),
    ];
    const likeness = others.map((other) => likenessTo(written)(other).likeness);
    expect(likeness).toEqual([...likeness].sort((a, b) => b - a));
    expect(likeness[0]).toBe(1);
    expect(likeness[3]).toBeLessThan(SIMILAR_MIN);
  });

  it('with a house number in common alone are less alike than those about the same thing', () => {
    const alike = likenessTo(topic('12号院充电桩增设', { description: '' }));
    const [number, thing] = ['12号院下水道维修', '槐荫里7号院充电桩增设'].map((title) =>
      alike(topic(title, { community: null })),
    );
    expect(number?.likeness).toBeLessThan(thing?.likeness ?? 0);
  });

  it('far apart have nothing to say of it', () => {
    const alike = likenessTo(topic('楼道照明', { location: { latitude: 34, longitude: 113 } }))(
      topic('楼道照明', { location: { latitude: 35, longitude: 113 } }),
    );
    expect(alike.metres).toBeNull();
    expect(likenessText({ ...alike, shared: [] })).toBe('同一社区；同一类别');
  });

  it('name apart what both speak of apart', () => {
    expect(sharedIn('照明要装在楼道', '楼道里缺少照明')).toEqual(['照明', '楼道']);
  });
});
