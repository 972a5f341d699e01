import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import type { S3Config } from '../config/photo-store.config.js';
import { type PhotoStore, storeDown } from './photo-store.js';

/** In the bucket, which may hold other things too. */
const PREFIX = 'photos/';
/** For one call with its retries, until its answer begins and is read, ms. */
const TIMEOUT_MS = 15_000;
/** After the first try, with growing pauses, when the service answers 5xx or 429. */
const RETRIES = 2;
const DELETED_AT_ONCE = 10;

/** Photos in a bucket of anything that speaks S3. The bucket stays private: only this server reads it. */
export class S3PhotoStore implements PhotoStore {
  private readonly client: AwsClient;
  private readonly bucket: string;

  constructor({ endpoint, bucket, region, accessKey, secretKey, pathStyle }: S3Config) {
    const url = new URL(endpoint);
    this.bucket = pathStyle ? `${url.origin}/${bucket}` : `${url.protocol}//${bucket}.${url.host}`;
    this.client = new AwsClient({
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      region,
      service: 's3',
      retries: RETRIES,
    });
  }

  async write(key: string, content: Buffer, type = 'image/jpeg'): Promise<void> {
    const headers = { 'content-type': type, 'content-length': String(content.length) };
    await done(await this.call('PUT', this.url(key), { body: new Uint8Array(content), headers }));
  }

  async read(key: string): Promise<Readable | null> {
    const answer = await this.call('GET', this.url(key));
    if (answer.status === 404) return done(answer, 404).then(() => null);
    if (!answer.ok || answer.body === null) throw await refused(answer);
    return Readable.fromWeb(answer.body as ReadableStream);
  }

  async delete(keys: readonly string[]): Promise<void> {
    const left = [...keys];
    while (left.length > 0) {
      const batch = left.splice(0, DELETED_AT_ONCE);
      await Promise.all(batch.map(async (key) => done(await this.call('DELETE', this.url(key)), 404)));
    }
  }

  async exists(key: string): Promise<boolean> {
    const answer = await this.call('HEAD', this.url(key));
    await done(answer, 404);
    return answer.ok;
  }

  async *list(): AsyncIterable<string> {
    for (let after = ''; ; ) {
      const query = new URLSearchParams({ 'list-type': '2', prefix: PREFIX, ...(after && { 'start-after': after }) });
      const answer = await this.call('GET', `${this.bucket}?${query}`);
      const page = await done(answer);
      // Our keys hold nothing that XML escapes.
      const keys = [...page.matchAll(/<Key>([^<]+)<\/Key>/g)].flatMap(([, key]) => key ?? []);
      for (const key of keys) yield key.slice(PREFIX.length);
      after = keys.at(-1) ?? '';
      if (after === '' || !page.includes('<IsTruncated>true')) return;
    }
  }

  private url(key: string): string {
    return `${this.bucket}/${PREFIX}${key}`;
  }

  private async call(method: string, url: string, init: RequestInit = {}): Promise<Response> {
    try {
      return await this.client.fetch(url, { ...init, method, signal: AbortSignal.timeout(TIMEOUT_MS) });
    } catch (error) {
      const { name, cause } = error as Error;
      throw storeDown(cause ?? name);
    }
  }
}

/** The body of an answer that has to be good; reading it also frees the connection. */
async function done(answer: Response, accepted = 200): Promise<string> {
  if (!answer.ok && answer.status !== accepted) throw await refused(answer);
  return answer.text();
}

async function refused(answer: Response): Promise<Error> {
  const code = /<Code>([^<]+)<\/Code>/.exec(await answer.text().catch(() => ''))?.[1] ?? '';
  return storeDown(`${answer.status} ${code}`);
}
