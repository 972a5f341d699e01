import { allowedActions, CASE_EDIT_STATES, type CaseDetail, caseMachine, holds } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { AttachmentReader } from '../attachments/attachment-reader.js';
import type { RequestContext } from '../common/context/request-context.js';
import { Timeline } from '../moves/timeline.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { CaseAccess } from './case-access.js';

/** Everything about one case that its page shows, as far as this viewer may see it. */
@Injectable()
export class CaseDetails {
  constructor(
    private readonly access: CaseAccess,
    private readonly attachments: AttachmentReader,
    private readonly timeline: Timeline,
    private readonly regions: RegionDirectory,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<CaseDetail> {
    const { item, topic, held, inside } = await this.access.get(ctx, id);
    const [photos, timeline, name] = await Promise.all([
      this.attachments.of(ctx.db, 'case', [id], inside),
      this.timeline.ofItem(ctx, 'case', id, inside),
      this.regions.names(),
    ]);
    const { title, state, category, township, featuredAt, background, process, turningPoints, result, lessons } = item;
    const returned = timeline.filter((entry) => entry.action === 'return');
    return {
      id,
      title,
      state,
      category,
      township,
      townshipName: name(township),
      featuredAt,
      topic: { id: topic.id, code: topic.code, title: topic.title },
      background,
      process,
      turningPoints,
      result,
      lessons,
      photos: photos.get(id) ?? [],
      revision: item.revision,
      canEdit: CASE_EDIT_STATES.includes(state) && holds('case.write', held),
      actions: allowedActions(caseMachine, state, held),
      lastReason: state === 'returned' && inside ? (returned[returned.length - 1]?.reason ?? null) : null,
      timeline,
    };
  }
}
