import { maySupervise } from '@consult/shared';
import type { EntityManager } from 'typeorm';
import { GrantEntity } from '../people/person.entity.js';
import { TaskEntity } from './task.entity.js';

/** Who sees to a promise, or to the one that it is a part of; null: nobody, or somebody who may no longer. */
export async function supervisorOf(
  db: EntityManager,
  task: Pick<TaskEntity, 'parentId' | 'supervisorId' | 'county'>,
): Promise<string | null> {
  const whole = task.parentId === null ? task : await db.findOneByOrFail(TaskEntity, { id: task.parentId });
  const { supervisorId: personId } = whole;
  if (personId === null) return null;
  return maySupervise(await db.findBy(GrantEntity, { personId }), task.county) ? personId : null;
}
