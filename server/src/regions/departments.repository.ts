import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { DepartmentEntity } from './region.entity.js';

@Injectable()
export class DepartmentsRepository {
  /** The departments of these regions, by name. */
  async inRegions(db: EntityManager, regions: readonly string[]): Promise<DepartmentEntity[]> {
    return db.find(DepartmentEntity, { where: { region: In([...regions]) }, order: { region: 'ASC', id: 'ASC' } });
  }

  /** Which of these ids are departments of one of the regions. */
  async known(db: EntityManager, ids: readonly string[], regions: readonly string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const rows = await db.findBy(DepartmentEntity, { id: In([...new Set(ids)]), region: In([...regions]) });
    return new Set(rows.map((row) => row.id));
  }

  find(db: EntityManager, id: string): Promise<DepartmentEntity | null> {
    return db.findOneBy(DepartmentEntity, { id });
  }

  async names(db: EntityManager, ids: readonly string[]): Promise<(id: string) => string> {
    const rows = ids.length === 0 ? [] : await db.findBy(DepartmentEntity, { id: In([...new Set(ids)]) });
    const names = new Map(rows.map((row) => [row.id, row.name]));
    return (id) => names.get(id) ?? '';
  }
}
