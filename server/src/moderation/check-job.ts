import { contentMachine, overlappingParts, type ReviewCause } from '@consult/shared';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { AttachmentEntity } from '../attachments/attachment.entity.js';
import { AttachmentReader } from '../attachments/attachment-reader.js';
import { Clock } from '../common/clock.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { Database } from '../database/database.js';
import { type Completion, JobHandlers, type RunningJob } from '../jobs/job-handlers.js';
import { IdentityEntity } from '../people/person.entity.js';
import { type CheckScene, TEXT_CHECK_MAX, type TextVerdict, WechatApi } from '../wechat/wechat-api.js';
import { WechatError } from '../wechat/wechat-error.js';
import { CHECK_JOB } from './content-checks.service.js';
import { ContentMoves } from './content-moves.js';
import { MediaVerdicts } from './media-verdicts.js';
import { ContentCheckEntity } from './moderation.entity.js';

/** Shared by neighbouring parts of a long text: longer than any word that a check looks for. */
const OVERLAP = 50;
/** How often WeChat is asked before a person is. */
const TRIES = 4;
const INACTIVE = 61010;
/** The provider of sign-ins whose subject is an openid. */
const PROVIDER = 'wechat';
const SCENES = {
  topic: 3,
  photo: 3,
  objection: 2,
  rating: 2,
  nickname: 1,
  opinion_statement: 2,
} as const satisfies Record<string, CheckScene>;
const WORSE = ['pass', 'review', 'risky'] as const;

type Answer = Pick<TextVerdict, 'suggest' | 'label'> & { readonly traceIds: readonly string[] };

/** Asks WeChat about what was written. Whatever it does not clearly let pass or refuse goes to a person. */
@Injectable()
export class CheckJob implements OnModuleInit {
  private readonly logger = new Logger('moderation');

  constructor(
    private readonly handlers: JobHandlers,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly wechat: WechatApi,
    private readonly moves: ContentMoves,
    private readonly verdicts: MediaVerdicts,
    private readonly photos: AttachmentReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.handlers.register(CHECK_JOB, (payload, job) => this.run(String(payload.checkId), job));
  }

  private async run(checkId: string, job: RunningJob): Promise<Completion | undefined> {
    const check = await this.database.read.findOneBy(ContentCheckEntity, { id: checkId });
    if (check === null || check.state !== contentMachine.initial || check.supersededAt !== null) return undefined;
    if (!this.wechat.isOn) return this.toPerson(check, 'wechat_off');
    const identity = await this.database.read.findOneBy(IdentityEntity, {
      provider: PROVIDER,
      personId: check.authorId,
    });
    if (identity === null) return this.toPerson(check, 'no_openid');
    try {
      return check.kind === 'photo'
        ? await this.orderPhoto(check, identity.subject)
        : await this.checkText(check, identity.subject);
    } catch (error) {
      const cause = causeOf(error, job.attempt);
      if (cause === null) throw error;
      this.logger.warn(`check ${check.id} goes to a person: ${(error as Error).message}`);
      return this.toPerson(check, cause);
    }
  }

  private async checkText(check: ContentCheckEntity, openid: string): Promise<Completion> {
    const scene = sceneOf(check);
    const parts = overlappingParts([check.title, check.text].join('\n').trim(), TEXT_CHECK_MAX, OVERLAP);
    let worst: Answer = { suggest: 'pass', label: 100, traceIds: [] };
    for (const content of parts) {
      const { suggest, label, traceId } = await this.wechat.checkText({ openid, scene, content });
      const traceIds = [...worst.traceIds, traceId];
      worst =
        WORSE.indexOf(suggest) > WORSE.indexOf(worst.suggest) ? { suggest, label, traceIds } : { ...worst, traceIds };
      if (worst.suggest === 'risky') break;
    }
    return this.toVerdict(check, worst);
  }

  private async orderPhoto(check: ContentCheckEntity, openid: string): Promise<Completion> {
    const photo = await this.database.read.findOneBy(AttachmentEntity, { id: check.ownerId });
    if (photo === null || this.config.publicUrl === null) return this.toPerson(check, 'unreadable');
    const url = new URL(this.photos.view(photo, true).url, this.config.publicUrl).href;
    const { traceId } = await this.wechat.checkImage({ openid, scene: sceneOf(check), url });
    return async (db) => this.verdicts.ordered({ db, now: this.clock.now(), actor: null }, check, traceId);
  }

  private toVerdict(check: ContentCheckEntity, { suggest, label, traceIds }: Answer): Completion {
    const action = suggest === 'pass' ? 'pass' : suggest === 'risky' ? 'refuse' : 'question';
    const cause = action === 'question' ? 'doubtful' : null;
    return async (db) => {
      await this.moves.answer({ db, now: this.clock.now(), actor: null }, check, action, { label, traceIds, cause });
    };
  }

  private toPerson(check: ContentCheckEntity, cause: ReviewCause): Completion {
    return async (db) => {
      await this.moves.answer({ db, now: this.clock.now(), actor: null }, check, 'question', { cause });
    };
  }
}

function sceneOf({ kind }: ContentCheckEntity): CheckScene {
  return kind in SCENES ? SCENES[kind as keyof typeof SCENES] : SCENES.topic;
}

/** Why a person has to look after this error; null: it is worth another try. */
function causeOf(error: unknown, attempt: number): ReviewCause | null {
  if (!(error instanceof WechatError)) return attempt < TRIES ? null : 'outage';
  if (error.errcode === INACTIVE || error.retryClass === 'U') return 'inactive';
  if (error.retryClass === 'Q') return 'quota';
  return error.retryClass === 'P' || attempt >= TRIES ? 'outage' : null;
}
