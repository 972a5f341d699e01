import { type RoundAction, type RoundDetail, roundMachine } from '@consult/shared';
import { type Move, plainMove, reasonBody } from '@/features/moves/moves';
import { moveRound } from '../opinion.api';

/** What each move leads to; its key is also the last part of its route. */
const WORDING: Readonly<Record<RoundAction, { text: string; kind?: Move['kind'] }>> = {
  open: { text: '开始后所有人都能看到，可以表态，也可以说自己的看法。' },
  close: { text: '结束后不能再表态，意见报告公开。' },
  withdraw: { text: '撤回后大家看不到，也不能恢复。', kind: 'danger' },
};

/** The buttons of those who run a round. */
export const roundMoves = (round: RoundDetail): Move[] =>
  round.actions.map((action) =>
    plainMove(roundMachine, action, WORDING[action], (reason, key) =>
      moveRound(round.id, action, reasonBody(reason), key),
    ),
  );
