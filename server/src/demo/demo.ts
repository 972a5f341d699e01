import type { EntityManager } from 'typeorm';
import { createApp } from '../app.js';
import { ManualClock } from '../common/clock.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { SignInEntity } from '../identity/sign-in.entity.js';
import { Phones } from '../people/phones.service.js';
import { RegionSettingsEntity } from '../regions/region.entity.js';
import { tell } from './journey/tell.js';
import { CITY } from './places.data.js';
import { loadPlaces, placesLoaded } from './places.js';
import { removeDemo } from './remove-demo.js';
import { Script } from './script.js';
import { loadStaffAccount } from './staff-account.js';
import { Stage } from './stage.js';
import { STORIES } from './stories/index.js';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const NO_LIMIT = 1_000_000;

/**
 * Loads the demo county into an empty database; one that has it is left as it is. One that was cut off half way
 * is emptied and loaded anew: nobody can have used it, since the server listens only afterwards.
 * @param now ms since 1970: the today that the demo's dates are counted from
 * @returns whether it was loaded
 */
export async function loadDemo(config: Config, now: number): Promise<boolean> {
  const found = await playInto(config, now);
  if (found !== 'half') return found === 'played';
  await removeDemo(config);
  return (await playInto(config, now)) === 'played';
}

async function playInto(config: Config, now: number): Promise<'whole' | 'half' | 'played'> {
  const clock = new ManualClock(now - YEAR_MS);
  // What the history leaves to be done in the background is done by the server that starts on it, at today's date.
  const still = { appDir: null, writesPerMinute: NO_LIMIT, wechat: null, workers: false };
  const app = await createApp({ ...config, ...still }, clock);
  try {
    await app.init();
    const database = app.get(Database);
    if (await isPlayed(database.read)) return 'whole';
    if (await placesLoaded(database.read)) return 'half';
    await database.write((db) => loadPlaces(db, clock.now(), app.get(Phones)));
    await loadStaffAccount(app, clock.now());
    const script = new Script(now);
    for (const story of STORIES) tell(script, story);
    await app.listen(0, '127.0.0.1');
    await script.play(await Stage.set(app, clock));
    await database.write((db) => markPlayed(db, now));
    return 'played';
  } finally {
    await app.close();
  }
}

/** The city's own settings are the last thing written: with them, the demo is whole. */
async function isPlayed(db: EntityManager): Promise<boolean> {
  return db.existsBy(RegionSettingsEntity, { region: CITY.code });
}

async function markPlayed(db: EntityManager, now: number): Promise<void> {
  // Nobody was there: to who signs in now, the players' sign-ins would look like somebody else's.
  await db.createQueryBuilder().delete().from(SignInEntity).execute();
  await db.insert(RegionSettingsEntity, { region: CITY.code, settings: {} as never, updatedAt: now });
}
