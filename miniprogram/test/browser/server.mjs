import { createApp } from '../../../server/dist/app.js';
import { ManualClock } from '../../../server/dist/common/clock.js';
import { readConfig } from '../../../server/dist/config/config.js';
import { Database } from '../../../server/dist/database/database.js';
import { loadDemo } from '../../../server/dist/demo/demo.js';
import { loadPlaces, placesLoaded } from '../../../server/dist/demo/places.js';
import { Sessions } from '../../../server/dist/identity/sessions.service.js';
import { SignIns } from '../../../server/dist/identity/sign-ins.service.js';
import { JobWorker } from '../../../server/dist/jobs/job-worker.js';
import { Phones } from '../../../server/dist/people/phones.service.js';

/**
 * The built server over the built web app, in a process of its own, with a clock that its parent sets.
 * argv: folder of the web app ('' for the API alone), data folder, moment (ms since 1970), port (0: any), account at
 * WeChat as JSON ('': none), 'filled' for the demo county's history too. Sends `{url}` once it listens; answers `{at}` once its clock stands there, `{work}`
 * once all background work that is due is done, and `{residents: {region, count}}` with their `tokens`. Ends when its parent lets go of it.
 */
const [appDir, dataDir, at, port, wechat, filled] = process.argv.slice(2);
const account = wechat ? JSON.parse(wechat) : null;
const settings = account
  ? { WX_MODE: 'standin', WX_APPID: account.appId, WX_SECRET: account.secret, WX_API_BASE: account.url }
  : {};
const clock = new ManualClock(Number(at));
const config = {
  ...readConfig(settings),
  host: '127.0.0.1',
  port: Number(port),
  databaseUrl: null,
  dataDir,
  // The same each time, so that who is signed in stays so when the server comes back.
  secret: 'of-a-server-that-only-tests-know-of',
  appDir: appDir || null,
  writesPerMinute: 1_000_000,
  workers: false,
  photoStore: { kind: 'disk' },
  logLevel: 'warn',
};
if (filled) await loadDemo(config, clock.now());
const app = await createApp(config, clock);
await app.listen(Number(port), '127.0.0.1');
const database = app.get(Database);
if (!(await placesLoaded(database.read))) await database.write((db) => loadPlaces(db, clock.now(), app.get(Phones)));

/** Signs residents of a township in, who do without a screen. */
async function tokensOf({ region, count }) {
  const people = await database.read.query(
    "SELECT person_id FROM grants WHERE role = 'resident' AND region = ? ORDER BY id LIMIT ?",
    [region, count],
  );
  return Promise.all(
    people.map(async ({ person_id: personId }) => {
      const as = { personId, way: 'demo', device: 'test' };
      const { signInId } = await database.write((db) => app.get(SignIns).open(db, clock.now(), as));
      return app.get(Sessions).issue({ id: signInId, personId }, clock.now(), clock.now() + 3_600_000);
    }),
  );
}

process.on('message', async (message) => {
  if (message.work) await app.get(JobWorker).drain();
  else if (message.residents) message.tokens = await tokensOf(message.residents);
  else clock.set(message.at);
  process.send(message);
});
process.on('disconnect', async () => {
  await app.close();
  process.exit(0);
});
process.send({ url: `http://127.0.0.1:${app.getHttpServer().address().port}` });
