import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestEnvironment, type TestEnvironment } from '../support/environment.js';

describe('the web app beside the API', () => {
  let env: TestEnvironment;
  let appDir: string;
  beforeAll(async () => {
    appDir = await mkdtemp(path.join(tmpdir(), 'app-'));
    await mkdir(path.join(appDir, 'js'));
    await writeFile(path.join(appDir, 'index.html'), '<title>有事好商量</title>');
    await writeFile(path.join(appDir, 'js', 'app.0123abcd.js'), 'go()');
    env = await createTestEnvironment('sqlite', { appDir });
  });
  afterAll(async () => {
    await env.stop();
    await rm(appDir, { recursive: true });
  });

  it.each(['/', '/pages/topics/index', '/packages/topics/detail/index?id=01ARZ3NDEKTSV4RRFFQ69G5FAV'])(
    'answers %s with the app',
    async (address) => {
      const response = await fetch(env.url + address);
      expect([response.status, await response.text()]).toEqual([200, '<title>有事好商量</title>']);
    },
  );

  it('lets a hashed script be kept for good, and the first page never', async () => {
    const script = await fetch(`${env.url}/js/app.0123abcd.js`);
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${env.url}/`)).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/js/app.ffffffff.js', '/api/v1/nothing', '/api/other'])('knows nothing of %s', async (address) => {
    const response = await fetch(env.url + address);
    expect([response.status, await response.json()]).toEqual([
      404,
      expect.objectContaining({ code: 'ROUTE.NOT_FOUND' }),
    ]);
  });
});
