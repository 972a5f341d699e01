import type { ContentKind, ContentState, ItemKind } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../common/context/request-context.js';
import type { Movable } from '../moves/movable.js';

/** Where something stands, as far as those who watch over content need to know. */
export interface ContentPlace {
  readonly county: string;
  readonly township: string;
  readonly title: string;
  readonly authorId: string;
  /** The item in whose timeline it shows that it was taken down; null where there is none yet. */
  readonly item: { readonly kind: ItemKind; readonly row: Movable; readonly topicIds: readonly string[] } | null;
  /** Whether everyone may see it as things are. */
  readonly isPublic: boolean;
}

/** What one kind of content has to do with its check. */
export interface ContentOwner {
  /** Writes the state into the owner's own row, from which every list and page reads it. */
  show(db: EntityManager, ownerId: string, state: ContentState): Promise<void>;
  /** Null: gone. */
  place(db: EntityManager, ownerId: string): Promise<ContentPlace | null>;
  /** @throws ITEM.NOT_FOUND for somebody who may not see it; left out where nobody reports it */
  see?(ctx: RequestContext, ownerId: string): Promise<unknown>;
}

/** Which module answers for which kind of content; each registers its own when it starts. */
@Injectable()
export class ContentOwners {
  private readonly byKind = new Map<ContentKind, ContentOwner>();

  register(kind: ContentKind, owner: ContentOwner): void {
    if (this.byKind.has(kind)) throw new Error(`two owners of ${kind}`);
    this.byKind.set(kind, owner);
  }

  of(kind: ContentKind): ContentOwner {
    const owner = this.byKind.get(kind);
    if (owner === undefined) throw new Error(`nobody owns ${kind}`);
    return owner;
  }
}
