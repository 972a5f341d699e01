/** Reads open data as programs do, each call from an address of its own unless it says one. */
export class OpenClient {
  private addresses = 0;

  constructor(private readonly url: string) {}

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    this.addresses += 1;
    const address = `10.${this.addresses >> 16}.${(this.addresses >> 8) & 255}.${this.addresses & 255}`;
    return fetch(`${this.url}/api/v1/open${path}`, { headers: { 'x-forwarded-for': address, ...headers } });
  }

  async json<T>(path: string, headers: Record<string, string> = {}): Promise<T> {
    const answer = await this.get(path, headers);
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** A file's text, as it is after unpacking, with its byte order mark. */
  async file(name: string): Promise<string> {
    const answer = await this.get(`/files/${name}`, { 'accept-encoding': 'identity' });
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    return Buffer.from(await answer.arrayBuffer()).toString('utf8');
  }
}
