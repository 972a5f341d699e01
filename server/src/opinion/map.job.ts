import { type OpinionMap, priority } from '@consult/opinion-map';
import { isShown, mapMissing } from '@consult/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { type Completion, JobHandlers } from '../jobs/job-handlers.js';
import { Settings } from '../regions/settings.service.js';
import { MapMaths } from './map-maths.js';
import { MAP_JOB, mapLane } from './map-requests.js';
import { MapStore } from './map-store.js';
import { OpinionRoundEntity, OpinionStatementEntity } from './opinion.entity.js';
import { countByGroup, type RoundVotes, type StoredMap, shapesOf } from './stored-map.js';
import { VoteReader } from './vote-reader.js';

/** Works out the map of a round, counts it anew, and gives each statement its weight; never in a request. */
@Injectable()
export class MapJob implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly reader: VoteReader,
    private readonly maths: MapMaths,
    private readonly store: MapStore,
  ) {}

  onModuleInit(): void {
    this.handlers.register(MAP_JOB, ({ roundId }) => this.run(String(roundId)));
  }

  private async run(roundId: string): Promise<Completion | undefined> {
    const db = this.database.read;
    const round = await db.findOneBy(OpinionRoundEntity, { id: roundId });
    if (round === null) return undefined;
    const statements = await db.find(OpinionStatementEntity, { where: { roundId }, order: { no: 'ASC' } });
    const ids = statements.map(({ id }) => id);
    const votes = await this.reader.read(db, roundId, ids);
    const moderated = Uint8Array.from(statements, ({ content }) => (isShown(content) ? 0 : 1));
    const { thresholds } = await this.settings.of(db, round.township);
    const seen = { people: votes.voters.length, votes: votes.votes.length };
    const minimum = { people: thresholds.opinionPeople, votes: thresholds.opinionVotes };
    const computed =
      mapMissing(seen, minimum) === null
        ? await this.maths.compute({
            participants: seen.people,
            statements: ids.length,
            rows: votes.rows,
            columns: votes.columns,
            votes: votes.votes,
            moderated,
          })
        : null;
    const map = storedMap(ids, votes, computed);
    const weights = map.all.map((counts, column) => {
      const { agree, disagree, pass } = counts;
      return priority({ agree, disagree, seen: agree + disagree + pass }, computed?.extremity[column] ?? 0);
    });
    return async (writer) => {
      await this.store.add(writer, roundId, map, this.clock.now());
      await writer.update(OpinionRoundEntity, { id: roundId }, seen);
      await weigh(writer, roundId, ids, weights);
      // Every five seconds adds up: what was done before is of no use to anybody.
      await writer.query("DELETE FROM jobs WHERE lane = ? AND state = 'done' AND done_at < ?", [
        mapLane(roundId),
        this.clock.now(),
      ]);
    };
  }
}

function storedMap(statements: readonly string[], votes: RoundVotes, computed: OpinionMap | null): StoredMap {
  const members = computed ? [...computed.groups] : votes.voters.map(() => -1);
  const sizes = computed ? [...computed.sizes] : [];
  const counts = countByGroup(votes, statements.length, members, sizes.length);
  return {
    statements,
    people: votes.voters.length,
    votes: votes.votes.length,
    drawn: computed !== null && computed.k > 0,
    ...counts,
    sizes,
    shapes: computed ? shapesOf(computed.places, members, sizes.length) : [],
    consensus: computed ? Array.from(computed.consensus, short) : [],
    dissent: computed ? Array.from(computed.dissent, short) : [],
    representative: (computed?.representative ?? []).map((group) =>
      group.map(({ statement, side }) => ({ column: statement, side })),
    ),
    voters: votes.voters,
    members,
    places: computed ? Array.from(computed.places, short) : [],
  };
}

const DIGITS = 10_000;
/** What a picture shows of a number, and no more. */
const short = (value: number): number => Math.round(value * DIGITS) / DIGITS;

/** All weights of a round in one statement. */
async function weigh(
  db: EntityManager,
  roundId: string,
  ids: readonly string[],
  weights: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  await db.query(
    `UPDATE opinion_statements SET priority = CASE id ${ids.map(() => 'WHEN ? THEN ?').join(' ')} ELSE priority END
     WHERE round_id = ?`,
    [...ids.flatMap((id, i) => [id, weights[i] ?? null]), roundId],
  );
}
