import {
  addDays,
  chinaDate,
  endOfChinaDay,
  errorMessage,
  lengthOf,
  type PersonName,
  RESEARCH_LIMITS,
  type ResearchDetail,
  type ResearchMethod,
  type ResearchPlan,
  truncate,
} from '@consult/shared';

/** What is filled in so far; people carry their names for showing. */
export interface ResearchForm {
  /** The one of the research that it was filled in on; a new one has none. */
  revision: number;
  title: string;
  methods: ResearchMethod[];
  lead: PersonName[];
  members: PersonName[];
  dueAt: number | null;
}

const USUAL_DAYS = 14;

/** A new research on what has this title. @param latest the last moment for its report, null where nothing says so */
export function newResearch(subject: string, latest: number | null, now: number): ResearchForm {
  const usual = endOfChinaDay(addDays(chinaDate(now), USUAL_DAYS));
  return {
    revision: 0,
    title: truncate(`${subject}调研`, RESEARCH_LIMITS.titleMax),
    methods: ['visit'],
    lead: [],
    members: [],
    dueAt: latest === null ? usual : Math.min(usual, latest),
  };
}

/** A research as the form shows it. */
export function formOf(research: ResearchDetail, inside: NonNullable<ResearchDetail['inside']>): ResearchForm {
  return {
    revision: inside.revision,
    title: research.title,
    methods: research.methods,
    lead: [inside.lead],
    members: inside.members,
    dueAt: inside.reportDueAt,
  };
}

/** What is missing or wrong, by the field's name in ResearchPlan; empty when nothing is. */
export function problemsOf({ title, methods, lead, dueAt }: ResearchForm, now: number): Record<string, string> {
  const problems: Record<string, string> = {};
  if (lengthOf(title.trim()) < RESEARCH_LIMITS.titleMin) problems.title = `至少 ${RESEARCH_LIMITS.titleMin} 个字`;
  if (methods.length === 0) problems.methods = '请选择怎么调研';
  if (lead.length === 0) problems.leadId = '请选择负责人';
  if (dueAt === null) problems.dueAt = '请选择报告时限';
  else if (dueAt <= now) problems.dueAt = errorMessage('RESEARCH.PAST_DUE_DATE');
  return problems;
}

/** The form as it is sent; call it only when problemsOf finds none. */
export function planOf({ title, methods, lead, members, dueAt }: ResearchForm): ResearchPlan {
  const leadId = lead[0]?.id ?? '';
  const memberIds = members.map(({ id }) => id).filter((id) => id !== leadId);
  return { title, methods, leadId, memberIds, dueAt: dueAt ?? 0 };
}
