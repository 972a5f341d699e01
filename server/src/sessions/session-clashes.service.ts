import {
  CLASH_LIMITS,
  isSamePlace,
  rolesIn,
  SESSION_LIMITS,
  type SessionClash,
  scheduleProblem,
  TOPIC_READERS,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import { actorOf, type RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { PeopleRepository } from '../people/people.repository.js';
import { type ClashRow, SessionClashesRepository } from './session-clashes.repository.js';
import type { SessionClashQueryDto } from './sessions.dto.js';

/** What else is on at a time, to be told while a session is being called; nothing is forbidden by it. */
@Injectable()
export class SessionClashes {
  constructor(
    private readonly clashes: SessionClashesRepository,
    private readonly people: PeopleRepository,
  ) {}

  /**
   * Soonest first, at most CLASH_LIMITS.sessions. Members who call a 微协商 hear that a room is taken, and of what
   * everyone may see; whom others need, and what is in preparation, only the township's staff is told.
   * @throws REGION.OUTSIDE, SESSION.BAD_TIME
   */
  async of(ctx: RequestContext, query: SessionClashQueryDto): Promise<SessionClash[]> {
    const { township, startsAt, endsAt, place = '', except = '' } = query;
    const roles = rolesIn(actorOf(ctx).grants, township);
    if (!roles.has('convener') && !roles.has('member')) throw new CodedError('REGION.OUTSIDE');
    if (scheduleProblem({ startsAt, endsAt, now: startsAt - 1 }) !== null) {
      throw new CodedError('SESSION.BAD_TIME', { hours: SESSION_LIMITS.longestHours });
    }
    const rows = await this.clashes.overlapping(ctx.db, { township, startsAt, endsAt, except });
    const staff = TOPIC_READERS.some((role) => roles.has(role));
    const needed = staff ? await this.needed(ctx, rows, query) : new Map<string, Set<string>>();
    const name = await this.people.names(
      ctx.db,
      [...needed.values()].flatMap((ids) => [...ids]),
    );
    return rows
      .map((row): SessionClash => {
        const ids = [...(needed.get(row.id) ?? [])];
        const known = staff || Boolean(Number(row.is_open));
        return {
          id: known ? row.id : null,
          title: known ? row.title : null,
          startsAt: Number(row.starts_at),
          endsAt: Number(row.ends_at),
          // What is held online is in no room.
          samePlace: row.format !== 'online' && isSamePlace(place, row.place),
          people: ids.slice(0, CLASH_LIMITS.names).map(name),
          peopleCount: ids.length,
        };
      })
      .filter(({ samePlace, peopleCount }) => samePlace || peopleCount > 0);
  }

  /** By session, who of those asked for is needed there: runs it, signs, or has a seat. */
  private async needed(
    ctx: RequestContext,
    rows: readonly ClashRow[],
    { township, people = '', except }: SessionClashQueryDto,
  ): Promise<Map<string, Set<string>>> {
    const listed = except === undefined ? [] : await this.clashes.seatedIn(ctx.db, except, township);
    const asked = new Set([...people.split(',').filter((id) => id !== ''), ...listed]);
    const needed = new Map(
      rows.map((row) => {
        const running = [row.chair_id, row.recorder_id, ...(JSON.parse(row.signatory_ids) as string[])];
        return [row.id, new Set(running.filter((id) => asked.has(id)))];
      }),
    );
    for (const { session_id, person_id } of await this.clashes.seated(ctx.db, [...needed.keys()], [...asked])) {
      needed.get(session_id)?.add(person_id);
    }
    return needed;
  }
}
