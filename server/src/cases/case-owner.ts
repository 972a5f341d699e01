import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ContentOwners, type ContentPlace } from '../moderation/content-owners.js';
import { TopicEntity } from '../topics/topic.entity.js';
import { CaseEntity } from './case.entity.js';
import { CaseAccess } from './case-access.js';

/** Featured cases before those who watch over content. */
@Injectable()
export class CaseOwner implements OnModuleInit {
  constructor(
    private readonly owners: ContentOwners,
    private readonly access: CaseAccess,
  ) {}

  onModuleInit(): void {
    this.owners.register('case', {
      show: async (db, id, content) => {
        await db.update(CaseEntity, { id }, { content });
      },
      place: (db, id) => place(db, id),
      see: (ctx, id) => this.access.get(ctx, id),
    });
  }
}

async function place(db: EntityManager, id: string): Promise<ContentPlace | null> {
  const row = await db.findOneBy(CaseEntity, { id });
  const topic = row && (await db.findOneBy(TopicEntity, { id: row.topicId }));
  if (!row || !topic) return null;
  const { county, township, title, state, topicId } = row;
  const isPublic = state === 'featured' && topic.isPublic;
  return { county, township, title, authorId: '', isPublic, item: { kind: 'case', row, topicIds: [topicId] } };
}
