import {
  actionLabel,
  holds,
  isByVerdict,
  openParts,
  type Role,
  type TaskAction,
  type TaskDetail,
  taskMachine,
} from '@consult/shared';
import { type Move, plainMove, reasonBody } from '@/features/moves/moves';
import { SESSION_PAGES } from '@/features/sessions/session.pages';
import { openPage } from '@/services/navigation';
import { moveTask, type TaskMove } from '../task.api';

/** Moves that need more than a reason; each has a sheet. */
export type TaskForm = 'reassign' | 'reply' | 'progress' | 'review' | 'conclude' | 'ask_visitor';

type Plain = Extract<
  TaskAction,
  | 'take'
  | 'refuse'
  | 'pause'
  | 'keep_paused'
  | 'resume'
  | 'open_evaluation'
  | 'review'
  | 'restart'
  | 'reconsult'
  | 'close'
  | 'reopen'
>;

const WORDING: Readonly<
  Record<Plain, { text: string; kind?: Move['kind']; reason?: { label?: string; hint?: string } }>
> = {
  take: { text: '接收后按承诺的时限办理，进展和答复向所有人公开。' },
  refuse: { text: '不属于本部门职责的可以退回，县政协会重新交办。', kind: 'secondary' },
  pause: {
    text: '暂停期间不计时限，恢复后按停的工作日顺延。',
    kind: 'secondary',
    reason: { hint: '写明为什么要停，所有人可见' },
  },
  keep_paused: {
    text: '原因还在，继续暂停，过一段时间再看。',
    kind: 'secondary',
    reason: { hint: '写明现在的情况，所有人可见' },
  },
  resume: { text: '恢复后时限按停的工作日顺延，承办部门接着办。', reason: { hint: '可不填，所有人可见' } },
  open_evaluation: { text: '提出人、附议人、参会人可以评议，另外随机抽取一些居民来评，到期后按结果处理。' },
  review: {
    text: '记下这次复核的情况，下个季度再看。',
    reason: { label: '复核情况', hint: '写明看到了什么、还差什么，所有人可见' },
  },
  restart: { text: '承办部门重新办理并再次答复。', kind: 'secondary', reason: { hint: '可不填，所有人可见' } },
  reconsult: { text: '就这件事再召集一次协商。', kind: 'secondary' },
  reopen: {
    text: '承办部门重新办理并再次答复，理由向所有人公开。',
    kind: 'secondary',
    reason: { hint: '写明看到了什么、哪里没有真正解决，所有人可见' },
  },
  close: {
    // Beside the review that is due: that a watch goes on is what is usual.
    kind: 'secondary',
    text: '办结后还会回头看：一个月、三个月、半年各问一次。',
    reason: { hint: '为什么可以办结，所有人可见' },
  },
};

const ROUTES: Readonly<Record<Plain, TaskMove>> = {
  take: 'take',
  refuse: 'refuse',
  pause: 'pause',
  keep_paused: 'keep-paused',
  resume: 'resume',
  open_evaluation: 'open-evaluation',
  review: 'review',
  restart: 'restart',
  reconsult: 'reconsult',
  close: 'close',
  reopen: 'reopen',
};

const isPlain = (action: TaskAction): action is Plain => action in ROUTES;

/** The buttons of those who carry a task out or see to it; `open` shows the sheet of a form. */
export function taskMoves(task: TaskDetail, roles: ReadonlySet<Role>, open: (form: TaskForm) => void): Move[] {
  const { id, state } = task;
  const mayCall = holds('session.call', roles);
  const mayAsk = task.visitMissing && holds('task.ask_visit', roles);
  const moves = task.actions
    .filter((action) => !isByVerdict(state, action))
    .flatMap((action): Move[] => {
      if (action === 'reply') {
        // The whole is answered after its parts.
        if (openParts(task.parts).length > 0) return [];
        return [{ label: '答复', kind: 'primary', act: () => open('reply') }];
      }
      if (action === 'reassign' || action === 'designate') {
        // Of one that its department still has, it is the last resort.
        const kind = state === 'refused' ? 'primary' : 'secondary';
        return [{ label: actionLabel(taskMachine, action), kind, act: () => open('reassign') }];
      }
      if (action === 'review' && state === 'deferred') {
        return [{ label: '复核，继续跟踪', kind: 'primary', act: () => open('review') }];
      }
      if (!isPlain(action)) return [];
      const send = (reason: string, key: string) => moveTask(id, ROUTES[action], reasonBody(reason), key);
      return [plainMove(taskMachine, action, WORDING[action], send)];
    });
  const conclude: Move = { label: '处理评议结果', kind: 'primary', act: () => open('conclude') };
  const askVisitor: Move = { label: '请一位委员去看', kind: 'primary', act: () => open('ask_visitor') };
  const progress: Move = { label: '报告进展', kind: 'secondary', act: () => open('progress') };
  return [
    // What is usual first.
    ...moves.filter(({ kind }) => kind === 'primary'),
    ...moves.filter(({ kind }) => kind !== 'primary'),
    ...(task.canReportProgress ? [progress] : []),
    ...(task.canConclude ? [conclude] : []),
    ...(mayAsk ? [askVisitor] : []),
    // While a session is on its way nobody is waited for.
    ...(state === 'reconsulting' && mayCall && task.currentDueAt !== null ? [callAgain(task)] : []),
  ];
}

function callAgain({ topics }: TaskDetail): Move {
  return {
    label: '召集协商',
    kind: 'primary',
    act: () => void openPage(SESSION_PAGES.edit, { topicId: topics[0]?.id }),
  };
}
