import {
  eventLabel,
  mayStartNow,
  type SessionAction,
  type SessionDetail,
  sayMoment,
  sessionMachine,
} from '@consult/shared';
import { type Move, plainMove, reasonBody } from '@/features/moves/moves';
import { moveSession, type SessionMove } from '../session.api';

/** What each move leads to; its key is also the last part of its route. */
const WORDING: Readonly<Record<SessionMove, { text: string; kind?: Move['kind'] }>> = {
  announce: { text: '发布后所有人都能看到并报名，议题进入“协商”一步。' },
  start: { text: '开始后不再接受报名，点名和签到可以继续。' },
  end: { text: '结束后自动生成会议纪要草稿，交记录人填写。' },
  postpone: { text: '参会人会看到延期的原因。另定时间后再发布通知。', kind: 'secondary' },
  cancel: { text: '取消后不能恢复，议题留待另行召集。', kind: 'danger' },
};

const isMove = (action: SessionAction): action is SessionMove => action in WORDING;

/**
 * The buttons of those who run a session.
 * @param openRearranging opens its form; left out where there is none
 */
export function sessionMoves(session: SessionDetail, now: number, openRearranging?: () => void): Move[] {
  // Opened from two hours before its time; until then the button would only be refused.
  const possible = session.actions.filter((action) => action !== 'start' || mayStartNow(session, now));
  const moves = possible.filter(isMove).map((action) => {
    const wording = WORDING[action];
    const when = action === 'announce' ? `时间：${sayMoment(session.startsAt, now)}。` : '';
    return plainMove(sessionMachine, action, { ...wording, text: `${when}${wording.text}` }, (reason, key) =>
      moveSession(session.id, action, reasonBody(reason), key),
    );
  });
  if (!session.canRearrange || openRearranging === undefined) return moves;
  const isNext = ({ kind }: Move) => kind === 'primary';
  const rearrange: Move = { label: eventLabel('session', 'rearrange'), kind: 'secondary', act: openRearranging };
  return [...moves.filter(isNext), rearrange, ...moves.filter((move) => !isNext(move))];
}
