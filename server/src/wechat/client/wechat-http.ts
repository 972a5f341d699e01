import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, request } from 'undici';

const CONNECT_MS = 3_000;
const TOTAL_MS = 10_000;

export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/** Speaks HTTP to WeChat, within limits of time. */
@Injectable()
export class WechatHttp implements OnApplicationShutdown {
  private readonly agent = new Agent({ connect: { timeout: CONNECT_MS } });

  /** @throws Error when there is no connection within 3 s, or no whole answer within 10 s */
  async send(method: 'GET' | 'POST', url: URL, body?: unknown): Promise<HttpAnswer> {
    const answer = await request(url, {
      dispatcher: this.agent,
      method,
      signal: AbortSignal.timeout(TOTAL_MS),
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    return { status: answer.statusCode, body: Buffer.from(await answer.body.arrayBuffer()) };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.destroy();
  }
}
