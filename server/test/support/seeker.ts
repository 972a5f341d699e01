import type { Page, SearchHit, TopicCreate } from '@consult/shared';
import type { Client } from './client.js';
import type { TestEnvironment } from './environment.js';
import { acceptedTopic, PLACE } from './topics.js';

/** Writes things to be found, and searches the township for them. */
export class Seeker {
  private words = 0;

  constructor(private readonly env: TestEnvironment) {}

  /** A word that no other test uses. */
  newWord(): string {
    this.words += 1;
    return `${'甲乙丙丁戊己庚辛壬癸'[Math.floor(this.words / 10)]}${'鼠牛虎兔龙蛇马羊猴鸡'[this.words % 10]}桥`;
  }

  /** @returns the id of a topic that everybody may find */
  async accepted(over: Partial<TopicCreate>): Promise<string> {
    return (await acceptedTopic(this.env.cast, over)).id;
  }

  /** By the index as it is. @param more further parameters, such as &kind=topic */
  ask(client: Client, q: string, more = '') {
    return client.get<Page<SearchHit>>(`/search?region=${PLACE.townshipCode}&q=${encodeURIComponent(q)}${more}`);
  }

  /** Once the index knows all that was written. */
  async search(client: Client, q: string, more = ''): Promise<SearchHit[]> {
    await this.env.work();
    return (await client.ok(this.ask(client, q, more))).items;
  }

  async ids(client: Client, q: string, more = ''): Promise<string[]> {
    return (await this.search(client, q, more)).map(({ id }) => id);
  }
}
