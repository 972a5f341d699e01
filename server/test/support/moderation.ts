import type { TopicDetail } from '@consult/shared';
import { newId } from '../../src/common/ids.js';
import type { Config } from '../../src/config/config.js';
import { CONFIG } from '../../src/config/config.module.js';
import { IdentityEntity } from '../../src/people/person.entity.js';
import { PushEvents } from '../../src/wechat/push-events.js';
import { type ImageCheck, type TextCheck, type TextVerdict, WechatApi } from '../../src/wechat/wechat-api.js';
import type { Player } from './cast.js';
import type { TestEnvironment } from './environment.js';
import { plainPhoto } from './pictures.js';

type Found = Pick<TextVerdict, 'suggest' | 'label'>;

/** WeChat's two checks, answering as a test says, and the push of verdicts on photos. */
export class ScriptedChecks {
  readonly texts: TextCheck[] = [];
  readonly images: (ImageCheck & { traceId: string })[] = [];
  /** What the next checks of texts find; by default nothing. */
  text: (check: TextCheck) => Found | Promise<Found> = () => ({ suggest: 'pass', label: 100 });

  constructor(private readonly env: TestEnvironment) {
    Object.assign(env.app.get<Config>(CONFIG), { publicUrl: env.url });
    Object.assign(env.app.get(WechatApi), {
      isOn: true,
      checkText: async (check: TextCheck): Promise<TextVerdict> => {
        const traceId = `text-${this.texts.push(check)}`;
        return { ...(await this.text(check)), traceId };
      },
      checkImage: async (check: ImageCheck) => {
        const traceId = `image-${this.images.length}-${env.clock.now()}`;
        this.images.push({ ...check, traceId });
        return { traceId };
      },
    });
  }

  /** As if nobody had asked yet, and everything passed. */
  reset(): void {
    this.texts.length = 0;
    this.images.length = 0;
    this.text = () => ({ suggest: 'pass', label: 100 });
  }

  fails(error: Error): void {
    this.text = () => {
      throw error;
    };
  }

  /** Pushes a verdict on a photo. */
  async push(traceId: string, suggest: string, more: Record<string, unknown> = {}): Promise<void> {
    const body = { trace_id: traceId, version: 2, errcode: 0, result: { suggest, label: 100 }, detail: [], ...more };
    for (const handler of this.env.app.get(PushEvents).of('wxa_media_check')) {
      const write = await handler({ event: 'wxa_media_check', openid: null, createdAt: this.env.clock.now(), body });
      if (write) await this.env.database.write(write);
    }
  }
}

/** Lets somebody be known to WeChat. */
export async function withOpenid(env: TestEnvironment, { id }: Player, openid = `o-${id}`): Promise<string> {
  await env.database.write((db) =>
    db.insert(IdentityEntity, { id: newId(env.clock.now()), provider: 'wechat', subject: openid, personId: id }),
  );
  return openid;
}

export async function uploadPhoto({ client }: Player): Promise<string> {
  const file = await plainPhoto('jpeg');
  return (await client.ok(client.upload<{ id: string }>('photo.jpg', file))).id;
}

export function topicOf({ client }: Player, id: string): Promise<TopicDetail> {
  return client.ok(client.get<TopicDetail>(`/topics/${id}`));
}
