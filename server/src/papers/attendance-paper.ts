import {
  fullMoment,
  PARTICIPANT_CATEGORIES,
  PARTICIPANT_CATEGORY_LABELS,
  type SessionDetail,
  type SessionParticipant,
  sayGuest,
  sayOrigin,
} from '@consult/shared';
import { type Paper, paper } from './paper.js';
import { blank, labelled, table, title } from './paragraphs.js';

/** Lines left free for who comes without being on the list. */
const SPARE_LINES = 5;

/** 签到表 as a .docx: who has a seat, by category, with room to sign; presence where the roll has been called. */
export function attendancePaper(session: SessionDetail, people: readonly SessionParticipant[]): Promise<Paper> {
  const name = `${session.title}签到表`;
  const listed = PARTICIPANT_CATEGORIES.flatMap((category) => people.filter((person) => person.category === category));
  const rows = listed.map((person, index) => [
    String(index + 1),
    sayGuest(person),
    sayCategory(person),
    sayPresence(person.present),
    '',
  ]);
  const spare = Array.from({ length: SPARE_LINES }, (_, index) => [String(listed.length + index + 1), '', '', '', '']);
  return paper(name, [
    ...title(name),
    labelled('时间', fullMoment(session.startsAt)),
    labelled('地点', session.place),
    labelled('主持', session.chair.name),
    labelled('记录', session.recorder.name),
    labelled('应到', `${listed.length} 人`),
    blank(),
    table(['序号', '姓名', '类别', '到会', '签名'], [...rows, ...spare], [10, 22, 28, 12, 28]),
  ]);
}

/** Of who was recommended also by whom. */
const sayCategory = (person: SessionParticipant): string =>
  [PARTICIPANT_CATEGORY_LABELS[person.category], person.recommendedBy && sayOrigin(person)].filter(Boolean).join('，');

const sayPresence = (present: boolean | null): string => (present === null ? '' : present ? '已到' : '未到');
