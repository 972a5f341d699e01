import { holds, type Saved, stateLabel } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { AttachmentBinder } from '../attachments/attachment-binder.js';
import { AttachmentReader } from '../attachments/attachment-reader.js';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { AgreedTasks } from './agreed-tasks.js';
import type { MinutesInputDto } from './minutes.dto.js';
import { MinutesEntity } from './minutes.entity.js';
import { MinutesRepository } from './minutes.repository.js';
import { MinutesAccess } from './minutes-access.js';

/** Writing the draft. */
@Injectable()
export class MinutesWriting {
  constructor(
    private readonly access: MinutesAccess,
    private readonly minutes: MinutesRepository,
    private readonly agreed: AgreedTasks,
    private readonly binder: AttachmentBinder,
    private readonly photos: AttachmentReader,
    private readonly words: BlockedWords,
  ) {}

  /**
   * Replaces the text of a draft, if it still is the one that was read.
   * @throws MINUTES.NOT_EDITABLE, MINUTES.STALE, MINUTES.UNKNOWN_DEPARTMENT, ATTACHMENT.NOT_FOUND
   */
  async write(ctx: RequestContext, id: string, input: MinutesInputDto): Promise<Saved> {
    const { minutes, held } = await this.access.lock(ctx, id);
    if (!holds('minutes.write', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (minutes.state !== 'draft') {
      throw new CodedError('MINUTES.NOT_EDITABLE', {
        state: stateLabel('minutes', minutes.state),
        stateCode: minutes.state,
      });
    }
    if (minutes.revision !== input.revision) throw new CodedError('MINUTES.STALE', { revision: minutes.revision });
    const { situation, points, departmentAnswers, consensus, dissent, photos } = input;
    await this.words.refuse(ctx, minutes.township, textsOf(input));
    const tasks = await this.agreed.of(ctx, minutes.township, input.tasks);
    await this.bindPhotos(ctx, minutes, photos);
    const revision = minutes.revision + 1;
    await ctx.db.update(
      MinutesEntity,
      { id },
      { situation, points, departmentAnswers, consensus, dissent, tasks, photoIds: photos, revision },
    );
    return { id, state: minutes.state, revision };
  }

  /** Binds those that are new; the ones an earlier version shows stay its own. */
  private async bindPhotos(ctx: RequestContext, minutes: MinutesEntity, ids: readonly string[]): Promise<void> {
    const versions = await this.minutes.versions(ctx.db, minutes.sessionId);
    const earlier = versions.filter((version) => version.id !== minutes.id).map((version) => version.id);
    const inherited = [...(await this.photos.of(ctx.db, 'minutes', earlier, true)).values()].flat();
    const own = ids.filter((id) => !inherited.some((photo) => photo.id === id));
    await this.binder.bind(ctx, 'minutes', minutes.id, own);
  }
}

const textsOf = ({ situation, points, departmentAnswers, consensus, dissent, tasks }: MinutesInputDto) => [
  situation,
  ...[...points, ...departmentAnswers].flatMap(({ speaker, text }) => [speaker, text]),
  ...consensus,
  ...dissent,
  ...tasks.map(({ what }) => what),
];
