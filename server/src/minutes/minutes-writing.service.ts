import {
  commonMinutes,
  holds,
  isHeldAt,
  MINUTES_FIELD_LABELS,
  type MinutesContent,
  type MinutesDraft,
  type MinutesSaved,
  type MoveResult,
  mergeMinutes,
  overlongFields,
  sameMinutes,
  stateLabel,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { AttachmentBinder } from '../attachments/attachment-binder.js';
import { AttachmentReader } from '../attachments/attachment-reader.js';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { PeopleRepository } from '../people/people.repository.js';
import { AgreedTasks } from './agreed-tasks.js';
import type { MinutesHeldDto, MinutesInputDto } from './minutes.dto.js';
import { MinutesEntity } from './minutes.entity.js';
import { MinutesRepository } from './minutes.repository.js';
import { MinutesAccess, type MinutesInView } from './minutes-access.js';
import { MinutesPhotos } from './minutes-photos.js';
import { MinutesRevisions } from './minutes-revisions.repository.js';
import { columnsOf, contentOf } from './minutes-text.js';

/** Writing the draft, alone or with others at once. */
@Injectable()
export class MinutesWriting {
  constructor(
    private readonly access: MinutesAccess,
    private readonly minutes: MinutesRepository,
    private readonly revisions: MinutesRevisions,
    private readonly agreed: AgreedTasks,
    private readonly binder: AttachmentBinder,
    private readonly photos: AttachmentReader,
    private readonly shown: MinutesPhotos,
    private readonly people: PeopleRepository,
    private readonly words: BlockedWords,
  ) {}

  /**
   * Keeps the text of a draft, joined with what others have written since the revision that it was made of.
   * @throws MINUTES.NOT_EDITABLE, MINUTES.TOO_LONG_TOGETHER, MINUTES.UNKNOWN_DEPARTMENT, ATTACHMENT.NOT_FOUND,
   * REQUEST.INVALID for a speech at an item that the programme does not have
   */
  async write(ctx: RequestContext, id: string, input: MinutesInputDto): Promise<MinutesSaved> {
    const { minutes } = await this.lockDraft(ctx, id);
    const { state, township } = minutes;
    refuseUnknownItems(input, minutes.programme.length);
    await this.words.refuse(ctx, township, textsOf(input));
    const { revision: from, ...text } = input;
    const mine = {
      ...text,
      noDissent: text.noDissent && text.dissent.length === 0,
      tasks: this.agreed.drafted(input.tasks),
    };
    const kept = contentOf(minutes);
    const joined = from === minutes.revision ? mine : await this.join(ctx, minutes, from, mine);
    // Where nothing came of it, as with an answer that was lost, there is nothing new for others to read.
    if (sameMinutes(joined, kept)) {
      return { id, state, revision: minutes.revision, merged: !sameMinutes(joined, mine) };
    }
    const over = overlongFields(joined);
    if (over.length > 0) {
      throw new CodedError('MINUTES.TOO_LONG_TOGETHER', {
        where: over.map((field) => MINUTES_FIELD_LABELS[field]).join('、'),
      });
    }
    await this.agreed.checkTasks(ctx, township, joined.tasks);
    await this.bindPhotos(ctx, minutes, joined.photos);
    const revision = minutes.revision + 1;
    await ctx.db.update(MinutesEntity, { id }, { ...columnsOf(joined), revision });
    await this.revisions.keep(ctx, { id, revision }, columnsOf(joined));
    return { id, state, revision, merged: !sameMinutes(joined, mine) };
  }

  /**
   * Says when, where and under whom it was really held, where the notice said otherwise.
   * @throws MINUTES.NOT_EDITABLE, CONTENT.BLOCKED_WORD, REQUEST.INVALID for a day that cannot be, see isHeldAt
   */
  async setHeld(ctx: RequestContext, id: string, { heldAt, place, chair }: MinutesHeldDto): Promise<MoveResult> {
    const { minutes, session } = await this.lockDraft(ctx, id);
    if (!isHeldAt(heldAt, session.startsAt, ctx.now)) {
      const message = '请填实际开会的时间：不晚于现在，与通知的时间相差不超过一个月';
      throw new CodedError('REQUEST.INVALID', { fields: [{ field: 'heldAt', message }] });
    }
    await this.words.refuse(ctx, minutes.township, [place, chair]);
    await ctx.db.update(MinutesEntity, { id }, { heldAt, place, chairName: chair });
    return { id, state: minutes.state };
  }

  /** @throws ITEM.NOT_FOUND, AUTH.FORBIDDEN, MINUTES.NOT_EDITABLE */
  private async lockDraft(ctx: RequestContext, id: string): Promise<MinutesInView> {
    const view = await this.access.lock(ctx, id);
    if (!holds('minutes.write', view.held)) throw new CodedError('AUTH.FORBIDDEN');
    const { state } = view.minutes;
    if (state !== 'draft') {
      throw new CodedError('MINUTES.NOT_EDITABLE', { state: stateLabel('minutes', state), stateCode: state });
    }
    return view;
  }

  /** What is kept at the moment; without its text where the reader has it. @throws ITEM.NOT_FOUND */
  async draft(ctx: RequestContext, id: string, known: number | undefined): Promise<MinutesDraft> {
    const { minutes, held } = await this.access.get(ctx, id);
    if (!holds('minutes.write', held)) throw new CodedError('AUTH.FORBIDDEN');
    const { revision } = minutes;
    const [latest, writers] = await Promise.all([
      this.revisions.at(ctx.db, id, revision),
      this.revisions.writers(ctx, id),
    ]);
    const name = await this.people.names(
      ctx.db,
      writers.map(({ personId }) => personId),
    );
    return {
      revision,
      savedAt: latest?.savedAt ?? minutes.createdAt,
      writers: writers.map(({ personId, at }) => ({ name: name(personId), at })),
      content: known === revision ? null : { ...contentOf(minutes), photos: await this.shown.of(ctx, minutes, true) },
    };
  }

  private async join(
    ctx: RequestContext,
    minutes: MinutesEntity,
    from: number,
    mine: MinutesContent,
  ): Promise<MinutesContent> {
    const theirs = contentOf(minutes);
    const base = await this.revisions.at(ctx.db, minutes.id, from);
    return mergeMinutes(base === null ? commonMinutes(mine, theirs) : contentOf(base), mine, theirs);
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

/** @throws REQUEST.INVALID; what a speech says is sealed and printed */
function refuseUnknownItems({ points, departmentAnswers }: MinutesInputDto, items: number): void {
  const fields = Object.entries({ points, departmentAnswers }).flatMap(([name, speeches]) =>
    speeches.flatMap(({ item }, index) =>
      item !== undefined && item >= items ? [{ field: `${name}.${index}.item`, message: '议程里没有这一项' }] : [],
    ),
  );
  if (fields.length > 0) throw new CodedError('REQUEST.INVALID', { fields });
}

const textsOf = ({ situation, points, departmentAnswers, consensus, dissent, tasks }: MinutesInputDto) => [
  situation,
  ...[...points, ...departmentAnswers].flatMap(({ speaker, text }) => [speaker, text]),
  ...consensus,
  ...dissent,
  ...tasks.map(({ what }) => what),
];
