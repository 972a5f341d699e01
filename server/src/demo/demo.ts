import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { loadPlaces, placesLoaded } from './places.js';

/** Loads the demo county into an empty database; one that has it is left as it is. */
export async function loadDemo(app: INestApplicationContext): Promise<void> {
  const database = app.get(Database);
  if (await placesLoaded(database.read)) return;
  await database.write((db) => loadPlaces(db, app.get(Clock).now()));
}
