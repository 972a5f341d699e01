import { createApp } from '../app.js';
import { ManualClock } from '../common/clock.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { tell } from './journey/tell.js';
import { loadPlaces, placesLoaded } from './places.js';
import { Script } from './script.js';
import { Stage } from './stage.js';
import { STORIES } from './stories/index.js';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const NO_LIMIT = 1_000_000;

/**
 * Loads the demo county into an empty database; one that has it is left as it is.
 * @param now ms since 1970: the today that the demo's dates are counted from
 * @returns whether it was loaded
 */
export async function loadDemo(config: Config, now: number): Promise<boolean> {
  const clock = new ManualClock(now - YEAR_MS);
  const app = await createApp({ ...config, appDir: null, writesPerMinute: NO_LIMIT }, clock);
  try {
    await app.init();
    const database = app.get(Database);
    if (await placesLoaded(database.read)) return false;
    await database.write((db) => loadPlaces(db, clock.now()));
    const script = new Script(now);
    for (const story of STORIES) tell(script, story);
    await app.listen(0, '127.0.0.1');
    await script.play(await Stage.set(app, clock));
    return true;
  } finally {
    await app.close();
  }
}
