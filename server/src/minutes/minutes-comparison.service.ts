import {
  type AgreedTaskView,
  type ComparedSection,
  chinaDate,
  fullMoment,
  type MinutesComparison,
  NO_DISSENT_TEXT,
  type SpeechPoint,
  speechGroups,
  speechText,
} from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context/request-context.js';
import { CodedError } from '../common/errors/coded-error.js';
import { AgreedTasks } from './agreed-tasks.js';
import { compareTexts } from './compare-texts.js';
import type { MinutesEntity } from './minutes.entity.js';
import { MinutesAccess } from './minutes-access.js';

/** Two versions of the same minutes side by side. */
@Injectable()
export class MinutesComparisons {
  constructor(
    private readonly access: MinutesAccess,
    private readonly agreed: AgreedTasks,
  ) {}

  /** In the order of the versions, whichever was named first. @throws ITEM.NOT_FOUND, MINUTES.OTHER_SESSION */
  async compare(ctx: RequestContext, id: string, otherId: string): Promise<MinutesComparison> {
    const [one, other] = [(await this.access.get(ctx, id)).minutes, (await this.access.get(ctx, otherId)).minutes];
    if (one.sessionId !== other.sessionId) throw new CodedError('MINUTES.OTHER_SESSION');
    const [older, newer] = one.version <= other.version ? [one, other] : [other, one];
    const before = sectionsOf(older, await this.agreed.views(ctx, older.tasks));
    const after = sectionsOf(newer, await this.agreed.views(ctx, newer.tasks));
    return {
      older: { id: older.id, version: older.version, state: older.state },
      newer: { id: newer.id, version: newer.version, state: newer.state },
      sections: Object.keys(before).map((title) => section(title, before[title] ?? '', after[title] ?? '')),
    };
  }
}

function section(title: string, before: string, after: string): ComparedSection {
  const parts = compareTexts(before, after);
  return { title, changed: parts.some(({ kind }) => kind !== 'same'), parts };
}

/** Each part of minutes as plain text, one line an item. */
function sectionsOf(minutes: MinutesEntity, tasks: readonly AgreedTaskView[]): Record<string, string> {
  const { heldAt, chairName, recorderName, place, situation, points, departmentAnswers, consensus, dissent } = minutes;
  return {
    基本情况: lines([`时间：${fullMoment(heldAt)}`, `地点：${place}`, `主持：${chairName}`, `记录：${recorderName}`]),
    协商问题: numbered(minutes.questions),
    议程: lines(minutes.programme),
    情况说明: situation,
    发言要点: speeches(points, minutes.programme),
    部门回应: speeches(departmentAnswers, minutes.programme),
    达成的共识: numbered(consensus),
    保留意见: minutes.noDissent ? NO_DISSENT_TEXT : numbered(dissent),
    约定的任务: numbered(tasks.map(taskText)),
    现场照片: minutes.photoIds.length === 0 ? '' : `${minutes.photoIds.length} 张`,
  };
}

const lines = (all: readonly string[]) => all.join('\n');
const numbered = (all: readonly string[]) => lines(all.map((text, i) => `${i + 1}. ${text}`));
/** As the paper prints them: all of it is sealed. */
const speeches = (all: readonly SpeechPoint[], programme: readonly string[]) =>
  lines(
    speechGroups(all, programme).flatMap(({ title, speeches }) => [
      ...(title === null ? [] : [title]),
      ...speeches.map(({ speech }) => speechText(speech)),
    ]),
  );

function taskText({ what, leadDepartment, coDepartments, dueAt, funds }: AgreedTaskView): string {
  const parts = [
    what,
    `牵头：${leadDepartment}`,
    ...(coDepartments.length > 0 ? [`协办：${coDepartments.join('、')}`] : []),
    ...(dueAt === 0 ? [] : [`时限：${chinaDate(dueAt)}`]),
    ...(funds === null ? [] : [`资金：${funds}`]),
  ];
  return parts.join('；');
}
