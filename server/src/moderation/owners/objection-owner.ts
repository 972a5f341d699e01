import type { ContentState } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MinutesEntity, MinutesObjectionEntity } from '../../minutes/minutes.entity.js';
import { type ContentOwner, ContentOwners, type ContentPlace } from '../content-owners.js';

/** 纪要异议: those who were at the session read it once it has passed. */
@Injectable()
export class ObjectionOwner implements ContentOwner, OnModuleInit {
  constructor(private readonly owners: ContentOwners) {}

  onModuleInit(): void {
    this.owners.register('objection', this);
  }

  async show(db: EntityManager, id: string, content: ContentState): Promise<void> {
    await db.update(MinutesObjectionEntity, { id }, { content });
  }

  async place(db: EntityManager, id: string): Promise<ContentPlace | null> {
    const objection = await db.findOneBy(MinutesObjectionEntity, { id });
    const minutes = objection && (await db.findOneBy(MinutesEntity, { id: objection.minutesId }));
    if (!objection || !minutes) return null;
    const { county, township, sessionTitle: title } = minutes;
    return { county, township, title, authorId: objection.personId, item: null, isPublic: true };
  }
}
