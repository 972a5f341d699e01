import {
  allowedActions,
  conclusionOf,
  holds,
  isObjectionOpen,
  isShown,
  type MinutesDetail,
  minutesMachine,
  SIGNATORIES_OPEN_STATES,
  signingBlockedBy,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { Timeline } from '../moves/timeline.js';
import { PeopleRepository } from '../people/people.repository.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { SessionsRepository, topicOnPaper } from '../sessions/sessions.repository.js';
import { AfterMinutes } from './after-minutes.js';
import { AgreedTasks } from './agreed-tasks.js';
import type { MinutesEntity, MinutesObjectionEntity, MinutesSignatureEntity } from './minutes.entity.js';
import { MinutesRepository } from './minutes.repository.js';
import { MinutesAccess } from './minutes-access.js';
import { MinutesPhotos } from './minutes-photos.js';
import { keptSeal } from './minutes-seal.js';

/** Everything about one version of minutes that its page shows, as far as this viewer may see it. */
@Injectable()
export class MinutesDetails {
  constructor(
    private readonly access: MinutesAccess,
    private readonly minutes: MinutesRepository,
    private readonly sessions: SessionsRepository,
    private readonly people: PeopleRepository,
    private readonly agreed: AgreedTasks,
    private readonly photos: MinutesPhotos,
    private readonly after: AfterMinutes,
    private readonly regions: RegionDirectory,
    private readonly timeline: Timeline,
  ) {}

  /** @throws ITEM.NOT_FOUND */
  async get(ctx: RequestContext, id: string): Promise<MinutesDetail> {
    const { minutes, held, handles, inside } = await this.access.get(ctx, id);
    const { sessionId } = minutes;
    const [region, topics, liveCounts, versions, objections, signatures, tasks, timeline] = await Promise.all([
      this.regions.names(),
      this.sessions.topicsOf(ctx.db, sessionId),
      this.sessions.counts(ctx.db, sessionId),
      this.minutes.versions(ctx.db, sessionId),
      this.minutes.objections(ctx.db, id),
      this.minutes.signatures(ctx.db, id),
      this.agreed.views(ctx, minutes.tasks),
      this.timeline.ofItem(ctx, 'minutes', id, handles),
    ]);
    const name = await this.people.names(ctx.db, [
      ...minutes.signatoryIds,
      ...(inside ? objections.map((objection) => objection.personId) : []),
    ]);
    const isMine = (signature: MinutesSignatureEntity) => signature.personId === ctx.actor?.id;
    const blockedBy = blockOf(minutes, objections, ctx.now);
    const current = versions.find((version) => version.state === 'published');
    const isCurrent = current === undefined || current.version <= minutes.version;
    return {
      id,
      sessionId,
      sessionTitle: minutes.sessionTitle,
      number: minutes.number,
      version: minutes.version,
      state: minutes.state,
      conclusion: conclusionOf(minutes),
      township: minutes.township,
      townshipName: region(minutes.township),
      publishedAt: minutes.publishedAt,
      heldAt: minutes.heldAt,
      place: minutes.place,
      format: minutes.format,
      chair: minutes.chairName,
      recorder: minutes.recorderName,
      // The roll may still be taken while the draft is written.
      counts: minutes.state === 'draft' ? liveCounts : minutes.counts,
      programme: minutes.programme,
      questions: minutes.questions,
      topics: topics.filter((topic) => topic.is_public || handles).map(topicOnPaper),
      situation: minutes.situation,
      points: minutes.points,
      departmentAnswers: minutes.departmentAnswers,
      consensus: minutes.consensus,
      dissent: minutes.dissent,
      noDissent: minutes.noDissent,
      tasks,
      photos: await this.photos.of(ctx, minutes, inside),
      seal: keptSeal(minutes),
      handShows: minutes.handShows ?? [],
      opinions: minutes.opinions ?? [],
      signatories: minutes.signatoryIds.map((personId) => ({
        id: personId,
        name: name(personId),
        signedAt: signatures.find((signature) => signature.personId === personId)?.signedAt ?? null,
      })),
      objectionEndsAt: minutes.objectionEndsAt,
      revision: minutes.revision,
      objections: inside
        ? objections
            .filter(({ personId, content }) => handles || isShown(content) || personId === ctx.actor?.id)
            .map(({ minutesId: _, personId, ...objection }) => ({ ...objection, name: name(personId) }))
        : [],
      versions: versions
        .filter((version) => inside || (version.state === 'published' && isShown(version.content)))
        .map(({ id, version, state, publishedAt }) => ({ id, version, state, publishedAt })),
      supersededBy: isCurrent ? null : current.id,
      canEdit: holds('minutes.write', held) && minutes.state === 'draft',
      canObject: holds('minutes.object', held) && isObjectionOpen(minutes, ctx.now),
      canSign:
        holds('minutes.sign', held) && minutes.state === 'objection' && blockedBy === null && !signatures.some(isMine),
      signingBlockedBy: blockedBy,
      canChangeSignatories: holds('minutes.signatories', held) && SIGNATORIES_OPEN_STATES.includes(minutes.state),
      canCorrect: holds('minutes.correct', held) && minutes.state === 'published' && versions[0]?.id === minutes.id,
      afterNoConsensus: await this.after.noConsensus(ctx, minutes, held),
      dueAt: minutes.dueAt,
      actions: allowedActions(minutesMachine, minutes.state, held).filter((action) => action !== 'countersign'),
      timeline,
    };
  }
}

function blockOf(
  { state, objectionEndsAt }: MinutesEntity,
  objections: readonly MinutesObjectionEntity[],
  now: number,
): MinutesDetail['signingBlockedBy'] {
  if (state !== 'objection' || objectionEndsAt === null) return null;
  const openObjections = objections.filter((objection) => objection.answeredAt === null).length;
  return signingBlockedBy({ now, objectionEndsAt, openObjections });
}
