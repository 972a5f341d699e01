import {
  PLAN_ACTION_LABELS,
  type PlanAction,
  type PlanDetail,
  planActionFrom,
  REASON_LIMITS,
  topicMachine,
} from '@consult/shared';
import { type Move, reasonBody } from '@/features/moves/moves';
import { movePlan } from '../plan.api';

/** What each move leads to; `n` topics wait for it. */
const WORDING: Readonly<Record<PlanAction, (n: number) => string>> = {
  propose: (n) => `${n} 件拟定议题一起送乡镇党委审核。公开征求意见期满才能送。`,
  party_approve: (n) => `同意后，${n} 件议题一起送县政协审定。`,
  party_send_back: (n) => `${n} 件议题一起退回议题库。只退其中一件，请点开那件议题办理。`,
  county_approve: (n) => `审定后，${n} 件议题列入计划，等待公布。`,
  county_send_back: (n) => `${n} 件议题一起退回议题库。只退其中一件，请点开那件议题办理。`,
  publish: () => '公布后所有人都能看到计划；公示期满就可以召集协商。',
};

/** The buttons of those who draw up, review and publish a plan. */
export function planMoves(plan: PlanDetail): Move[] {
  return plan.actions.map((action): Move => {
    const label = PLAN_ACTION_LABELS[action];
    const from = planActionFrom(action);
    const waiting = plan.topics.filter(({ state }) => state === from).length;
    const required = topicMachine.transitions.some((t) => t.action === action && t.reason === 'required');
    return {
      label,
      kind: required ? 'secondary' : 'primary',
      act: {
        ask: {
          title: label,
          text: WORDING[action](waiting),
          confirmLabel: label,
          ...(required && { reason: { label: '理由', required, max: REASON_LIMITS.max } }),
        },
        send: (reason, key) => movePlan(plan.id, action, reasonBody(reason), key),
      },
    };
  });
}
