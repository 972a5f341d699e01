import {
  type Capacity,
  type Created,
  DAY_MS,
  holds,
  isTopicEditable,
  type MoveResult,
  type Role,
  regionAt,
  rolesIn,
  sourceOf,
  stateLabel,
  TOPICS_PER_DAY,
  type TopicSource,
  topicMachine,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { AttachmentBinder } from '../attachments/attachment-binder.js';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { FieldCipher } from '../common/crypto/field-cipher.js';
import { placeIn } from '../common/crypto/sealed-field.js';
import { CodedError } from '../common/errors/coded-error.js';
import { newId } from '../common/ids.js';
import { newPublicCode } from '../common/public-code.js';
import { lockRow } from '../database/lock-row.js';
import { ON_BEHALF_PHONE_FIELD } from '../database/sealed-fields.js';
import { followTopic } from '../figures/figure-log.js';
import { BlockedWords } from '../moderation/blocked-words.service.js';
import { EventLog } from '../moves/event-log.js';
import { RegionDirectory } from '../regions/region-directory.js';
import { Settings } from '../regions/settings.service.js';
import { searchChanged } from '../search/search-changes.js';
import { TopicEntity } from './topic.entity.js';
import { TopicAccess } from './topic-access.js';
import { TopicContent } from './topic-content.js';
import { TopicMoves } from './topic-moves.js';
import type { RecordedTopicDto, TopicCreateDto, TopicInputDto } from './topics.dto.js';
import { TopicsRepository } from './topics.repository.js';

/** Raising a topic, for oneself or for somebody without a phone (代录). */
@Injectable()
export class TopicRaising {
  constructor(
    private readonly access: TopicAccess,
    private readonly moves: TopicMoves,
    private readonly topics: TopicsRepository,
    private readonly events: EventLog,
    private readonly regions: RegionDirectory,
    private readonly settings: Settings,
    private readonly attachments: AttachmentBinder,
    private readonly content: TopicContent,
    private readonly words: BlockedWords,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws REGION.OUTSIDE, TOPIC.ANONYMOUS_OFF, TOPIC.TOO_MANY_TODAY, ATTACHMENT.NOT_FOUND, CONTENT.BLOCKED_WORD */
  async raise(ctx: RequestContext, { submit, ...input }: TopicCreateDto): Promise<Created> {
    const actor = actorOf(ctx);
    const township = await this.townshipOf(input.community);
    const roles = rolesIn(actor.grants, township);
    const role = RAISERS.find((r) => roles.has(r));
    if (role === undefined) throw new CodedError('REGION.OUTSIDE');
    await lockRow(ctx.db, 'people', actor.id);
    const raised = await this.topics.raisedSince(ctx.db, actor.id, ctx.now - DAY_MS);
    if (raised >= TOPICS_PER_DAY) throw new CodedError('TOPIC.TOO_MANY_TODAY', { max: TOPICS_PER_DAY });
    return this.create(ctx, township, input, {
      role,
      source: sourceOf(role),
      onBehalfOf: null,
      onBehalfPhone: null,
      submit,
    });
  }

  /** 代录 @throws REGION.OUTSIDE, TOPIC.ANONYMOUS_OFF, ATTACHMENT.NOT_FOUND, CONTENT.BLOCKED_WORD */
  async record(
    ctx: RequestContext,
    { source, onBehalfOf, onBehalfPhone, ...input }: RecordedTopicDto,
  ): Promise<Created> {
    const township = await this.townshipOf(input.community);
    if (!rolesIn(actorOf(ctx).grants, township).has('convener')) throw new CodedError('REGION.OUTSIDE');
    const by = { role: 'convener', source, onBehalfOf, onBehalfPhone: onBehalfPhone ?? null, submit: true } as const;
    return this.create(ctx, township, input, by);
  }

  private async create(
    ctx: RequestContext,
    township: string,
    input: TopicInputDto,
    by: {
      role: Role;
      source: TopicSource;
      onBehalfOf: string | null;
      onBehalfPhone: string | null;
      submit: boolean;
    },
  ): Promise<Created> {
    await this.checkAnonymous(ctx, township, input.anonymous);
    await this.words.refuse(ctx, township, wordsOf(input));
    const id = newId(ctx.now);
    const topic = Object.assign(new TopicEntity(), {
      id,
      code: await newPublicCode(ctx.db, 'topics'),
      ...columnsOf(input),
      source: by.source,
      state: topicMachine.initial,
      heldFrom: null,
      county: regionAt(township, 'county') ?? '',
      township,
      sensitive: false,
      content: 'pending',
      isPublic: false,
      raiserId: actorOf(ctx).id,
      onBehalfOf: by.onBehalfOf,
      onBehalfPhone: by.onBehalfPhone && this.cipher.seal(by.onBehalfPhone, placeIn(ON_BEHALF_PHONE_FIELD, id)),
      redirect: null,
      redirectNote: null,
      mergedInto: null,
      planId: null,
      cosigns: 0,
      submittedAt: null,
      acceptedAt: null,
      promisedAt: null,
      ending: null,
      dueAt: null,
      createdAt: ctx.now,
      movedAt: ctx.now,
    } satisfies TopicEntity);
    await ctx.db.insert(TopicEntity, topic);
    if (input.photos.length > 0) await this.attachments.bind(ctx, 'topic', topic.id, input.photos);
    await this.events.note(ctx, topic, {
      kind: 'topic',
      action: 'create',
      capacity: by.role,
      isPublic: true,
      topicIds: [topic.id],
    });
    if (by.submit) await this.moves.move(ctx, topic, 'submit', new Set<Capacity>(['raiser']));
    // Who records it for another has written it in their office.
    if (by.onBehalfOf !== null) await this.content.passBy(ctx, topic, 'convener');
    else if (by.submit) await this.content.ask(ctx, topic);
    return { id: topic.id };
  }

  /**
   * Changes a draft, a returned topic, or one whose text did not pass.
   * @throws TOPIC.NOT_EDITABLE, CONTENT.BLOCKED_WORD
   */
  async edit(ctx: RequestContext, id: string, input: TopicInputDto): Promise<MoveResult> {
    const { topic, held } = await this.access.lock(ctx, id);
    if (!holds('topic.edit', held)) throw new CodedError('AUTH.FORBIDDEN');
    if (!isTopicEditable(topic)) {
      throw new CodedError('TOPIC.NOT_EDITABLE', { state: stateLabel('topic', topic.state), stateCode: topic.state });
    }
    if ((await this.townshipOf(input.community)) !== topic.township) throw new CodedError('REGION.OUTSIDE');
    await this.checkAnonymous(ctx, topic.township, input.anonymous);
    await this.words.refuse(ctx, topic.township, wordsOf(input));
    const columns = columnsOf(input);
    await followTopic(ctx.db, id, () => ctx.db.update(TopicEntity, { id }, columns));
    await this.attachments.bind(ctx, 'topic', id, input.photos);
    await this.content.changed(ctx, Object.assign(topic, columns));
    await searchChanged(ctx.db, 'topic', id);
    return { id, state: topic.state };
  }

  private async townshipOf(community: string): Promise<string> {
    await this.regions.get(community);
    return regionAt(community, 'township') ?? '';
  }

  private async checkAnonymous(ctx: RequestContext, township: string, anonymous: boolean): Promise<void> {
    if (!anonymous) return;
    const { features } = await this.settings.of(ctx.db, township);
    if (!features.anonymousDisplay) throw new CodedError('TOPIC.ANONYMOUS_OFF');
  }
}

/** In which role somebody raises a topic who has several. */
const RAISERS: readonly Role[] = ['member', 'department', 'party_committee', 'county_office', 'resident'];

const wordsOf = (input: TopicInputDto) => [
  input.title,
  input.description,
  input.place,
  input.suggestion,
  input.tried,
  input.affected,
];

function columnsOf(input: TopicInputDto) {
  const { title, description, category, community, place, location, suggestion, tried, affected, anonymous } = input;
  return {
    title,
    description,
    category,
    community,
    anonymous,
    place: place ?? null,
    location: location ?? null,
    suggestion: suggestion ?? null,
    tried: tried ?? null,
    affected: affected ?? null,
  };
}
