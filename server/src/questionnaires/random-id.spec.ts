import { ID_PATTERN } from '../common/ids.js';
import { randomId } from './random-id.js';

describe('A random id', () => {
  it('has the form of an id, and comes in no order', () => {
    const ids = Array.from({ length: 200 }, randomId);
    for (const id of ids) expect(id).toMatch(ID_PATTERN);
    expect(new Set(ids).size).toBe(200);
    expect([...ids].sort()).not.toEqual(ids);
  });
});
