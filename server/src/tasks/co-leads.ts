import type { EntityManager } from 'typeorm';
import { CoLeadEntity } from './task-structure.entity.js';

/** Keeps who takes part in a promise findable from the department. */
export async function setCoLeads(db: EntityManager, taskId: string, departmentIds: readonly string[]): Promise<void> {
  await db.delete(CoLeadEntity, { taskId });
  if (departmentIds.length === 0) return;
  await db.insert(
    CoLeadEntity,
    [...new Set(departmentIds)].map((departmentId) => ({ departmentId, taskId })),
  );
}
