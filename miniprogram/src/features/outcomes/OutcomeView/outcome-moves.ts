import { actionLabel, type OutcomeAction, type OutcomeDetail, outcomeMachine } from '@consult/shared';
import { type Move, plainMove } from '@/features/moves/moves';
import { openPage } from '@/services/navigation';
import { moveOutcome, type OutcomeMove } from '../outcome.api';
import { OUTCOME_PAGES } from '../outcome.pages';

/** The sheets of moves that take more than a confirmation. */
export type OutcomeSheet = 'send' | 'instruct';

const PLAIN: Partial<Record<OutcomeAction, { move: OutcomeMove; text(tasks: number): string }>> = {
  publish: { move: 'publish', text: () => '发布后所有人都能看到共识、保留意见和承办任务，议题进入“落实”一步。' },
  assign: { move: 'assign', text: (n) => assignText(n) },
  assign_directly: { move: 'assign-directly', text: (n) => assignText(n) },
};

function assignText(tasks: number): string {
  return tasks === 0
    ? '这份成果没有任务。交办后，召集人要确定下一步怎么办。'
    : `${tasks} 项任务分别交给牵头部门，部门要在期限内接收或退回。`;
}

/** The buttons of those who publish an outcome and hand out what was agreed. */
export function outcomeMoves(outcome: OutcomeDetail, openSheet: (sheet: OutcomeSheet) => void): Move[] {
  const { id, actions, agreedTasks, canEdit, summary } = outcome;
  const edit: Move = {
    label: summary === '' ? '填写公开摘要' : '修改成果',
    kind: summary === '' ? 'primary' : 'secondary',
    act: () => void openPage(OUTCOME_PAGES.edit, { id }),
  };
  const moves = actions.flatMap((action): Move[] => {
    if (action === 'send' || action === 'instruct') {
      const label = actionLabel(outcomeMachine, action);
      return [{ label, kind: 'primary', act: () => openSheet(action) }];
    }
    // Nothing to read yet: first its summary is written.
    if (action === 'publish' && summary === '') return [];
    const plain = PLAIN[action];
    if (!plain) return [];
    const wording = { text: plain.text(agreedTasks.length) };
    return [plainMove(outcomeMachine, action, wording, (_, key) => moveOutcome(id, plain.move, key))];
  });
  return canEdit ? [...moves, edit] : moves;
}
