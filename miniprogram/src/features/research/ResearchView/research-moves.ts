import { type ResearchAction, type ResearchDetail, researchMachine } from '@consult/shared';
import { type Move, plainMove, reasonBody } from '@/features/moves/moves';
import { moveResearch, type ResearchMove } from '../research.api';

interface Wording {
  route: ResearchMove;
  text: string;
  kind?: Move['kind'];
}

/** What each move leads to. */
const WORDING: Readonly<Record<ResearchAction, Wording>> = {
  start: { route: 'start', text: '开始后通知调研组的人，他们可以记走访、写报告。' },
  report: { route: 'report', text: '交给召集人审看，审看后公开摘要。' },
  send_back: { route: 'send-back', text: '退回调研组补充，他们会看到理由。', kind: 'secondary' },
  finish: { route: 'finish', text: '公开的只有摘要、要商量的问题和问卷结果；走访记录和各部分报告只给工作人员看。' },
  reopen: { route: 'reopen', text: '摘要先从公开页面撤下，补充后再公开。', kind: 'secondary' },
  withdraw: { route: 'withdraw', text: '撤销后不能恢复，问卷也不再显示。', kind: 'danger' },
};

/** The buttons of those who plan it and work on it. */
export function researchMoves({ id, actions }: ResearchDetail): Move[] {
  return actions.map((action) => {
    const { route, ...wording } = WORDING[action];
    return plainMove(researchMachine, action, wording, (reason, key) =>
      moveResearch(id, route, reasonBody(reason), key),
    );
  });
}
