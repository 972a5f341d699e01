import 'reflect-metadata';
import { createApp } from '../../../src/app.js';
import { ManualClock } from '../../../src/common/clock.js';
import { newId } from '../../../src/common/ids.js';
import { readConfig } from '../../../src/config/config.js';
import { Database } from '../../../src/database/database.js';
import { loadPlaces } from '../../../src/demo/places.js';
import { JobEntity } from '../../../src/jobs/job.entity.js';
import { JobWorker } from '../../../src/jobs/job-worker.js';
import { MessageEntity, SubscriptionEntity } from '../../../src/messages/message.entity.js';
import { IdentityEntity } from '../../../src/people/person.entity.js';
import { Phones } from '../../../src/people/phones.service.js';
import type { Command, Dump, Joining, Start } from './server-process.js';

/** The whole server in a process of its own, with a clock that its parent sets; it goes when its parent does. */
const { at, ...over } = JSON.parse(process.argv[2] ?? '') as Start;
const clock = new ManualClock(at);
const app = await createApp(
  {
    ...readConfig({}),
    host: '127.0.0.1',
    port: 0,
    photoStore: { kind: 'disk' },
    writesPerMinute: 1_000_000,
    workers: true,
    logLevel: 'silent',
    ...over,
  },
  clock,
);
const database = app.get(Database);

/** Gives people a way in through WeChat, and as many yeses as they could need. */
async function join({ personIds, templates, yeses }: Joining): Promise<string[]> {
  const identities = personIds.map((personId, index) => ({
    id: newId(at),
    provider: 'wechat' as const,
    subject: `o${String(index).padStart(27, '0')}`,
    personId,
  }));
  const openids = identities.map(({ subject }) => subject);
  const ledger = openids.flatMap((openid) =>
    templates.map((templateId) => ({ openid, templateId, balance: yeses, unpaired: 0, updatedAt: at })),
  );
  await database.write(async (db) => {
    await db.insert(IdentityEntity, identities);
    await db.insert(SubscriptionEntity, ledger);
  });
  return openids;
}

async function dump(): Promise<Dump> {
  const [jobs, messages, identities] = await Promise.all([
    database.read.find(JobEntity),
    database.read.find(MessageEntity),
    database.read.findBy(IdentityEntity, { provider: 'wechat' }),
  ]);
  return { jobs, messages, openids: Object.fromEntries(identities.map((one) => [one.personId, one.subject])) };
}

async function answer(command: Command): Promise<unknown> {
  switch (command.do) {
    case 'clock':
      return clock.set(command.at);
    case 'work':
      return app.get(JobWorker).drain();
    case 'load-places':
      return database.write((db) => loadPlaces(db, at, app.get(Phones)));
    case 'join':
      return join(command);
    case 'dump':
      return dump();
  }
}

process.on('message', async (command: Command) => {
  try {
    process.send?.({ id: command.id, answer: await answer(command) });
  } catch (error) {
    process.send?.({ id: command.id, error: String((error as Error).stack) });
  }
});
process.on('disconnect', () => process.exit(0));
await app.listen(0, '127.0.0.1');
process.send?.({ url: (await app.getUrl()).replace('[::1]', '127.0.0.1') });
