import { randomUUID } from 'node:crypto';
import type { ErrorBody, SignedIn } from '@consult/shared';

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** Calls the API over HTTP as one person, or as a visitor. */
export class Client {
  private token: string | null;

  /** @param signedIn whose token is refreshed when it has ended, as the app does */
  constructor(
    readonly url: string,
    private signedIn: Pick<SignedIn, 'token' | 'refreshToken'> | null = null,
  ) {
    this.token = signedIn?.token ?? null;
  }

  get<T>(path: string): Promise<Answer<T>> {
    return this.send('GET', path);
  }

  /** A file, as it came. */
  download(path: string): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, { headers: this.headers() });
  }

  post<T>(path: string, body: unknown = {}, key: string = randomUUID()): Promise<Answer<T>> {
    return this.send('POST', path, body, key);
  }

  put<T>(path: string, body: unknown, key: string = randomUUID()): Promise<Answer<T>> {
    return this.send('PUT', path, body, key);
  }

  delete<T>(path: string, key: string = randomUUID()): Promise<Answer<T>> {
    return this.send('DELETE', path, undefined, key);
  }

  /** The body of an answer that has to be good. @throws with the refusal otherwise */
  async ok<T>(answer: Promise<Answer<T>>): Promise<T> {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  }

  /** The refusal of a call that has to be refused. @throws when it was not */
  async refusal(answer: Promise<Answer<unknown>>): Promise<ErrorBody & { status: number }> {
    const { status, body } = await answer;
    if (status < 400) throw new Error(`expected a refusal, got ${status} ${JSON.stringify(body)}`);
    return { ...(body as ErrorBody), status };
  }

  async upload<T>(
    name: string,
    content: Uint8Array,
    type = 'image/jpeg',
    key: string = randomUUID(),
    path = '/attachments',
  ): Promise<Answer<T>> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(content)], { type }), name);
    return this.answer(
      await fetch(`${this.url}/api/v1${path}`, {
        method: 'POST',
        body: form,
        headers: this.headers(key),
      }),
    );
  }

  /** Sends the head of a photo and no more until it is broken off: the form then ends in the middle. */
  beginUpload(): { breakOff(): Promise<Answer<unknown>> } {
    let end = () => {};
    const body = new ReadableStream({
      start(controller) {
        const head = '--edge\r\ncontent-disposition: form-data; name="file"; filename="p.jpg"\r\n\r\nhalf';
        controller.enqueue(new TextEncoder().encode(head));
        end = () => controller.close();
      },
    });
    const headers = { ...this.headers(randomUUID()), 'content-type': 'multipart/form-data; boundary=edge' };
    const sent = fetch(`${this.url}/api/v1/attachments`, {
      method: 'POST',
      body,
      headers,
      duplex: 'half',
    } as RequestInit);
    return {
      breakOff: async () => {
        end();
        return this.answer(await sent);
      },
    };
  }

  async send<T>(method: string, path: string, body?: unknown, key?: string): Promise<Answer<T>> {
    const once = async () =>
      this.answer<T>(
        await fetch(`${this.url}/api/v1${path}`, {
          method,
          headers: { ...this.headers(key), ...(body !== undefined && { 'content-type': 'application/json' }) },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      );
    const first = await once();
    const expired = first.status === 401 && (first.body as ErrorBody).code === 'AUTH.EXPIRED';
    return expired && (await this.refresh()) ? once() : first;
  }

  private async refresh(): Promise<boolean> {
    if (this.signedIn === null) return false;
    const { refreshToken } = this.signedIn;
    const { status, body } = await new Client(this.url).post<SignedIn>('/identity/refresh', { refreshToken });
    this.signedIn = status === 200 ? body : null;
    this.token = this.signedIn?.token ?? this.token;
    return this.signedIn !== null;
  }

  private headers(key?: string): Record<string, string> {
    return {
      ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
      ...(key !== undefined && { 'idempotency-key': key }),
    };
  }

  private async answer<T>(response: Response): Promise<Answer<T>> {
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as T };
  }
}
