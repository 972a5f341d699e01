import { type Created, type OpinionVote, VOTE_NUMBERS } from '@consult/shared';
import type { EntityManager } from 'typeorm';
import { newId } from '../../common/ids.js';
import { OpinionStatementEntity, OpinionVoteEntity, OpinionVoterEntity } from '../../opinion/opinion.entity.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';
import type { RoundStory } from './story.js';
import { convener, resident } from './who.js';

/** The first two residents can be signed in as: they have everything still to answer. */
const FIRST = 2;
/** Of a hundred who do not agree, so many cannot say. */
const PASSES = 22;
/** Three in five are of the first camp. */
const CAMPS = [0, 1, 0, 0, 1] as const;
const ROWS_AT_ONCE = 100;

/** A round opens, people answer, and where its time has come it is closed. */
export function tellRound(scene: Scene, round: RoundStory): void {
  const key = `round ${round.title}`;
  scene.act(round.opened, '09:00', convener, async (player, stage) => {
    const { id } = await player.post<Created>('/opinion-rounds', {
      title: round.title,
      intro: round.intro,
      topicId: scene.id(round.topic),
      opensAt: stage.now,
      closesAt: scene.script.moment(round.closes, '18:00'),
      seeds: round.statements.map(([text]) => text),
    });
    scene.keep(key, id);
    await player.post(`/opinion-rounds/${id}/open`);
  });
  scene.act(round.opened + 2, '20:00', resident(FIRST), async (last, stage) => {
    const id = scene.id(key);
    await stage.write((db) => vote(db, scene, stage, id, round));
    // Whoever comes last answers through the API, which has the map worked out.
    const [first] = await statementsOf(stage, id);
    await last.post(`/opinion-rounds/${id}/votes`, { statementId: first, vote: 'agree' });
  });
  scene.act(round.closes, '18:00', convener, (player) => player.post(`/opinion-rounds/${scene.id(key)}/close`));
}

async function statementsOf(stage: Stage, roundId: string): Promise<string[]> {
  let ids: string[] = [];
  await stage.write(async (db) => {
    const rows = await db.find(OpinionStatementEntity, { where: { roundId }, order: { no: 'ASC' } });
    ids = rows.map(({ id }) => id);
  });
  return ids;
}

/** Everyone but the last, all at once: hundreds of answers through the API would hold up whoever tries the demo. */
async function vote(db: EntityManager, scene: Scene, stage: Stage, roundId: string, round: RoundStory): Promise<void> {
  const at = stage.now;
  const statements = await db.find(OpinionStatementEntity, { where: { roundId }, order: { no: 'ASC' } });
  const voters = Array.from({ length: round.people - 1 }, (_, n) => ({
    id: newId(at),
    roundId,
    personId: scene.player(stage, resident(FIRST + 1 + n)).id,
    category: 'resident' as const,
    createdAt: at,
  }));
  const votes = voters.flatMap((voter, n) =>
    statements.flatMap((statement, i) => {
      const answer = answerOf(round, n, i);
      const row = { id: newId(at), roundId, voterId: voter.id, statementId: statement.id, at };
      return answer === null ? [] : [{ ...row, vote: VOTE_NUMBERS[answer] }];
    }),
  );
  await db.insert(OpinionVoterEntity, voters);
  for (let from = 0; from < votes.length; from += ROWS_AT_ONCE) {
    await db.insert(OpinionVoteEntity, votes.slice(from, from + ROWS_AT_ONCE));
  }
}

/** What the n-th person says to the i-th statement; null where they did not come to it. Always the same. */
function answerOf({ statements }: RoundStory, n: number, i: number): OpinionVote | null {
  const chance = (n * 37 + i * 61 + n * i * 13) % 100;
  if ((n * 7 + i * 3) % 11 === 0) return null;
  const [, one, other] = statements[i] ?? ['', 0, 0];
  const share = CAMPS[n % CAMPS.length] === 0 ? one : other;
  if (chance < share) return 'agree';
  return (n * 53 + i * 29) % 100 < PASSES ? 'pass' : 'disagree';
}
