import { type CaseAction, type CaseDetail, caseMachine } from '@consult/shared';
import { type Move, plainMove } from '@/features/moves/moves';
import { openPage } from '@/services/navigation';
import { moveCase } from '../case.api';
import { CASE_PAGES } from '../case.pages';

const WORDING: Readonly<Record<CaseAction, { text: string; kind?: Move['kind'] }>> = {
  submit: { text: '报送后由县（区）政协审看，审看时不能修改。请再看一遍，不要写居民姓名、电话和门牌。' },
  feature: { text: '选入后所有人都能看到这份案例。' },
  return: { text: '退给召集人修改，请写明要补什么。', kind: 'secondary' },
  withdraw: { text: '撤下后不再展示，也不能恢复；需要时可以重新整理一份。', kind: 'danger' },
};

/** The buttons of those who write cases and choose them. */
export function caseMoves({ id, actions, canEdit }: CaseDetail): Move[] {
  const edit: Move = { label: '修改案例', kind: 'secondary', act: () => void openPage(CASE_PAGES.edit, { id }) };
  const moves = actions.map((action) =>
    plainMove(caseMachine, action, WORDING[action], (reason, key) => moveCase(id, action, reason, key)),
  );
  const [first, ...others] = moves;
  return canEdit && first ? [first, edit, ...others] : moves;
}
