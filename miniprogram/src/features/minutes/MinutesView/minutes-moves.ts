import { type MinutesAction, type MinutesDetail, minutesMachine, REASON_LIMITS } from '@consult/shared';
import { type Move, plainMove, reasonBody } from '@/features/moves/moves';
import { openPage, replacePage } from '@/services/navigation';
import { correctMinutes, type MinutesMove, moveMinutes } from '../minutes.api';
import { MINUTES_PAGES } from '../minutes.pages';

/** What each move leads to. */
export const MINUTES_WORDING: Readonly<Record<MinutesMove, { text: string; kind?: Move['kind'] }>> = {
  circulate: { text: '参会人可以在异议期内核对并提出异议；异议期满后由核签人签字。' },
  revise: { text: '退回起草后可以修改；已有的核签作废，改好后重新送参会人核对。', kind: 'secondary' },
  publish: { text: '发布后所有人都能看到，不能再改；有误只能更正为新的一版。' },
};

const isMove = (action: MinutesAction): action is MinutesMove => action in MINUTES_WORDING;

/** The buttons of those who write and publish minutes. */
export function minutesMoves(minutes: MinutesDetail): Move[] {
  const { id } = minutes;
  const moves = minutes.actions
    .filter(isMove)
    .map((action) =>
      plainMove(minutesMachine, action, MINUTES_WORDING[action], (reason, key) =>
        moveMinutes(id, action, reasonBody(reason), key),
      ),
    );
  const write: Move = {
    label: '填写纪要',
    kind: 'primary',
    act: () => void openPage(MINUTES_PAGES.edit, { id }),
  };
  return [...(minutes.canEdit ? [write] : []), ...moves, ...(minutes.canCorrect ? [correction(id)] : [])];
}

function correction(id: string): Move {
  return {
    label: '更正',
    kind: 'secondary',
    act: {
      ask: {
        title: '更正会议纪要',
        text: '另起新的一版，走完核对、核签再发布。现在这一版仍可查阅。',
        confirmLabel: '起草更正稿',
        reason: { label: '更正原因', required: true, max: REASON_LIMITS.max },
      },
      send: async (reason, key) => {
        const created = await correctMinutes(id, { reason }, key);
        await replacePage(MINUTES_PAGES.edit, { id: created.id });
      },
    },
  };
}
