import {
  actionLabel,
  findTransition,
  type Grant,
  holds,
  PLAN_ACTIONS,
  planActionFrom,
  planActionRole,
  REASON_LIMITS,
  rolesIn,
  SESSION_FORMAT_LABELS,
  type TopicAction,
  type TopicDetail,
  topicMachine,
} from '@consult/shared';
import { type Move, plainMove, reasonBody } from '@/features/moves/moves';
import { PLAN_PAGES } from '@/features/plans/plan.pages';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { openPage } from '@/services/navigation';
import { classifyTopic, moveTopic } from '../work.api';

/** The sheets of moves that take more than a reason. */
export type TopicSheet = 'decline' | 'merge' | 'shortlist';

interface Wording {
  /** What will follow from it. */
  text: string;
  kind?: Move['kind'];
  hint?: string;
  usual?: readonly string[];
}

/** Moves that take a reason at most. */
const PLAIN: Partial<Record<TopicAction, Wording>> = {
  accept: { text: '进入议题库，所有人都能看到，可以附议。' },
  return: {
    text: '退给提出人补充，补好后会再送来。',
    kind: 'secondary',
    hint: '写明缺什么，提出人会看到',
    usual: ['请写清具体地点', '请补一张现场照片', '请说明涉及多少人'],
  },
  unmerge: { text: '两件议题重新分开办，附议的人各归各的。', kind: 'secondary' },
  drop: {
    text: '从计划里拿出来，回到议题库。',
    kind: 'secondary',
    usual: ['条件还不成熟，下个季度再议', '与本季度其他议题相近'],
  },
  party_send_back: { text: '这一件退回议题库，计划里其他议题不受影响。', kind: 'secondary' },
  county_send_back: { text: '这一件退回议题库，计划里其他议题不受影响。', kind: 'secondary' },
  close: { text: '办结后不再变动，全过程仍然公开。' },
  suspend: {
    text: '先放一放，期限停止计算，以后可以恢复。',
    kind: 'secondary',
    usual: ['等上级政策明确后再议', '相关工程正在施工，完工后再议'],
  },
  resume: { text: '回到暂停前的那一步继续办。' },
  withdraw: {
    text: '撤销后不能恢复。',
    kind: 'danger',
    usual: ['提出人要求撤销', '问题已经解决'],
  },
};

/** What accepting leads to while a topic is internal. */
const ACCEPTED_INSIDE = '进入议题库。这件已设为内部，只有经办人员能看到。';

/** Moves that are seldom made, folded away behind 更多. */
const SELDOM: readonly TopicAction[] = ['suspend', 'withdraw'];

function plain(topic: TopicDetail, action: TopicAction, wording: Wording): Move {
  const { kind, hint, usual } = wording;
  const text = action === 'accept' && topic.sensitive ? ACCEPTED_INSIDE : wording.text;
  const transition = findTransition(topicMachine, topic.state, action);
  const asks = transition?.reason === 'required' || transition?.reasonPublic;
  const shown = transition?.reasonPublic ? '理由会在公开的办理进程里显示' : undefined;
  const reason = asks ? { hint: hint ?? shown, ...(usual && { usual }) } : undefined;
  return plainMove(topicMachine, action, { text, kind, ...(reason && { reason }) }, (words, key) =>
    moveTopic(topic.id, action, reasonBody(words), key),
  );
}

function moveOf(topic: TopicDetail, action: TopicAction, openSheet: (sheet: TopicSheet) => void): Move | null {
  const label = actionLabel(topicMachine, action);
  const wording = PLAIN[action];
  if (wording) return plain(topic, action, wording);
  switch (action) {
    case 'decline':
    case 'merge':
      return { label, kind: 'secondary', act: () => openSheet(action) };
    case 'shortlist':
      return { label, kind: 'primary', act: () => openSheet(action) };
    default:
      return null;
  }
}

/** 召集协商: out of the pool only as 微协商, again for one that is being carried out. */
function callSession({ id, state }: TopicDetail): Move {
  const light = state === 'accepted';
  const again = actionLabel(topicMachine, state === 'resolving' ? 'reconsult' : 'deliberate');
  return {
    label: light ? `召集${SESSION_FORMAT_LABELS.micro}` : again,
    kind: light ? 'secondary' : 'primary',
    act: () => void openPage(SESSION_PAGES.edit, { topicId: id }),
  };
}

/** 设为内部 or 恢复公开: whether anyone outside may see it. */
function classify(topic: TopicDetail): Move {
  const sensitive = !topic.sensitive;
  const label = sensitive ? '设为内部' : '恢复公开';
  return {
    label,
    kind: 'secondary',
    act: {
      ask: {
        title: label,
        text: sensitive
          ? '涉及个人隐私或其他不宜公开的，设为内部后只有经办人员能看到。'
          : '恢复公开后，所有人都能看到这件议题。',
        confirmLabel: label,
        reason: { label: '理由', required: true, max: REASON_LIMITS.max },
      },
      send: (reason, key) => classifyTopic(topic.id, { sensitive, reason }, key),
    },
  };
}

export interface TopicMoves {
  main: Move[];
  /** Folded away. */
  seldom: Move[];
}

/** The buttons of those who handle a topic; mending and handing in again is on its raiser's own page. */
export function topicMoves(
  topic: TopicDetail,
  grants: readonly Grant[],
  openSheet: (sheet: TopicSheet) => void,
): TopicMoves {
  const moves = (actions: readonly TopicAction[]) =>
    actions.flatMap((action) => moveOf(topic, action, openSheet) ?? []);
  const { planId } = topic;
  // Whether its plan is out yet is said on the plan's own page.
  const roles = rolesIn(grants, topic.township);
  const toPublish = topic.state === 'planned' && roles.has(planActionRole('publish'));
  const atStage = PLAN_ACTIONS.filter((action) => planActionFrom(action) === topic.state);
  const onPlan = toPublish || atStage.some((action) => roles.has(planActionRole(action)));
  const toPlan: Move[] =
    planId !== null && onPlan
      ? [
          {
            label: toPublish ? '查看计划' : '到计划里办理',
            kind: 'primary',
            act: () => void openPage(PLAN_PAGES.detail, { id: planId }),
          },
        ]
      : [];
  const main = [
    ...toPlan,
    ...(topic.canCallSession ? [callSession(topic)] : []),
    ...moves(topic.actions.filter((action) => !SELDOM.includes(action))),
  ];
  return {
    main: [...main.filter(({ kind }) => kind === 'primary'), ...main.filter(({ kind }) => kind !== 'primary')],
    seldom: [
      ...(holds('topic.classify', roles) ? [classify(topic)] : []),
      ...moves(topic.actions.filter((action) => SELDOM.includes(action))),
    ],
  };
}
