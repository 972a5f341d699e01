import { execFileSync } from 'node:child_process';
import { draw, drawCommand } from '@consult/shared/draw';

describe('The command that repeats a draw in a terminal', () => {
  it('puts the tickets in the order in which they are drawn', () => {
    const pool = Array.from({ length: 40 }, (_, i) => ({ ticket: i + 1, category: 'resident' as const }));
    const command = drawCommand(
      'a3f1',
      pool.map(({ ticket }) => ticket),
    );
    const lines = execFileSync('sh', ['-c', command]).toString().trim().split('\n');
    const [drawn] = draw('a3f1', pool, [{ category: 'resident', count: 40 }]);
    expect(lines.map((line) => Number(line.split(' ')[1]))).toEqual(drawn?.tickets);
  });
});
