import {
  capacityLabel,
  ESCALATION_CAUSE_LABELS,
  ESCALATION_LEVEL_LABELS,
  sayDate,
  TASK_HOLDING_LABELS,
  TASK_REQUEST_LABELS,
  TASK_REQUEST_STATE_LABELS,
  TASK_SLIP_LABELS,
  type TaskClock,
  type TaskDetail,
  type TaskRequestView,
  type TaskSlip,
} from '@consult/shared';

/** One line of what happened to the time of a promise. */
export interface TimeLine {
  readonly key: string;
  readonly text: string;
  /** Why, and who said so; null: nothing more to say. */
  readonly more: string | null;
}

/** 申请延期：从 5月8日 到 6月1日 */
export function saidRequest({ kind, department, dueFrom, dueTo, toDepartment }: TaskRequestView, now: number): string {
  const what =
    dueFrom !== null && dueTo !== null
      ? `从${sayDate(dueFrom, now)}到${sayDate(dueTo, now)}`
      : `移交给${toDepartment ?? '其他部门'}`;
  return `${department}${TASK_REQUEST_LABELS[kind]}：${what}`;
}

/** One sentence of several; a full stop that somebody wrote ends none of them. */
const sentence = (...parts: readonly (string | null | false)[]) =>
  parts.flatMap((part) => (part ? [part.replace(/。$/, '')] : [])).join('；') || null;

function saidSlip({ kind, from, to, askedAt, at, by, reason }: TaskSlip, now: number): TimeLine {
  const asked = askedAt !== null && `${sayDate(askedAt, now)}申请`;
  return {
    key: `slip ${at} ${kind}`,
    text: `${sayDate(from, now)} → ${sayDate(to, now)}　${TASK_SLIP_LABELS[kind]}`,
    more: sentence(reason && `原因：${reason}`, asked, `${sayDate(at, now)}由${capacityLabel(by)}决定`),
  };
}

/** Dates that moved, and requests that moved none. */
export function datesOf({ slips, requests }: TaskClock, now: number): TimeLine[] {
  const others = requests
    .filter(({ kind, state }) => kind === 'extension' && state !== 'granted' && state !== 'open')
    .map(
      (request): TimeLine => ({
        key: request.id,
        text: `${saidRequest(request, now)}　${TASK_REQUEST_STATE_LABELS[request.state]}`,
        more: sentence(`${sayDate(request.askedAt, now)}申请`, request.decision && `答复：${request.decision}`),
      }),
    );
  return [...slips.map((slip) => saidSlip(slip, now)), ...others];
}

export function pausesOf({ pauses, pausedDays }: TaskClock, now: number): TimeLine[] {
  return pauses.map(({ from, until, reason, workingDays }) => ({
    key: `pause ${from}`,
    text: `${sayDate(from, now)}起${until === null ? '至今' : `到${sayDate(until, now)}`}，停了 ${workingDays ?? pausedDays ?? 0} 个工作日`,
    more: reason && `原因：${reason}`,
  }));
}

export function escalationsOf({ escalations }: TaskClock, now: number): TimeLine[] {
  return escalations.map(({ cause, level, at }) => ({
    key: `escalation ${at} ${level}`,
    text: `${sayDate(at, now)}　${ESCALATION_CAUSE_LABELS[cause]}，已提醒${ESCALATION_LEVEL_LABELS[level]}`,
    more: null,
  }));
}

/** Who held it; empty where it was one department from the beginning. */
export function holdingsOf({ clock: { holdings } }: TaskDetail, now: number): TimeLine[] {
  if (holdings.length < 2 && !holdings.some(({ refused }) => refused)) return [];
  return holdings.map(({ department, from, until, by, refused }) => ({
    key: `holding ${from} ${department}`,
    text: `${department}　${sayDate(from, now)}${until === null ? '至今' : `到${sayDate(until, now)}`}`,
    more: sentence(TASK_HOLDING_LABELS[by], refused && '退回'),
  }));
}
