import type { MigrationInterface } from 'typeorm';
import { FirstSchema1764000000000 } from './1764000000000-first-schema.js';

/** Every migration, oldest first. One that has been released is never changed. */
export const MIGRATIONS: (new () => MigrationInterface)[] = [FirstSchema1764000000000];
