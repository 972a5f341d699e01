import {
  type LiveView,
  type LiveWritten,
  type ParticipantCategory,
  type SessionInput,
  type SessionPlace,
} from '@consult/shared';
import type { Player } from './cast.js';
import type { TestEnvironment } from './environment.js';
import { Stage } from './sessions.js';

/** Somebody with a seat. */
export interface Seated {
  readonly player: Player;
  readonly participantId: string;
}

/** An open session and what people do in it, each as themselves. */
export class LiveStage {
  readonly stage: Stage;

  constructor(readonly env: TestEnvironment) {
    this.stage = new Stage(env);
  }

  /** A session with two residents and a member on its list, about to start; its chair may be somebody else. */
  async announced(over: Partial<SessionInput> = {}): Promise<{ id: string; seated: Seated[] }> {
    const { id, input } = await this.stage.announced(over);
    const listed: [Player, ParticipantCategory][] = [
      [await this.stage.resident(), 'resident'],
      [await this.stage.resident(1), 'resident'],
      [await this.stage.member(), 'member'],
    ];
    const places: string[] = [];
    for (const [{ client }, category] of listed) {
      places.push((await client.ok(client.post<SessionPlace>(`/sessions/${id}/sign-up`, { category }))).id);
    }
    this.stage.later(input.startsAt - this.stage.now);
    const again = [await this.stage.resident(), await this.stage.resident(1), await this.stage.member()];
    return { id, seated: again.map((player, i) => ({ player, participantId: places[i] ?? '' })) };
  }

  async open(over: Partial<SessionInput> = {}): Promise<{ id: string; seated: [Seated, Seated, Seated] }> {
    const { id, seated } = await this.announced(over);
    await this.stage.move(await this.stage.convener(), id, 'start');
    return { id, seated: seated as [Seated, Seated, Seated] };
  }

  do({ client }: Player, id: string, what: string, body: object = {}, key?: string): Promise<LiveWritten> {
    return client.ok(client.post<LiveWritten>(`/sessions/${id}/live/${what}`, body, key));
  }

  refused({ client }: Player, id: string, what: string, body: object = {}) {
    return client.refusal(client.post(`/sessions/${id}/live/${what}`, body));
  }

  view({ client }: Pick<Player, 'client'>, id: string): Promise<LiveView> {
    return client.ok(client.get<LiveView>(`/sessions/${id}/live`));
  }
}
