import { PARTICIPANT_CATEGORY_LABELS, ROLL_STATES, type SessionDetail } from '@consult/shared';

/** What the viewer's own place on the list means, in words. */
export function sayMyPlace(session: SessionDetail, mine: NonNullable<SessionDetail['mine']>): string {
  const as = PARTICIPANT_CATEGORY_LABELS[mine.category];
  if (mine.seating === 'waiting') {
    const place = mine.waitingPosition === null ? '' : `排在第 ${mine.waitingPosition} 位，`;
    return `您在候补名单上（${as}），${place}共 ${session.waiting} 人候补。有人让出席位时按报名先后递补。`;
  }
  if (mine.present === true) return `您已签到（${as}）。`;
  if (ROLL_STATES.includes(session.state))
    return `您有席位（${as}）。到场后扫门口的签到码或输入旁边的数字，也可以由召集人点名。`;
  return `您在参会名单上（${as}）。`;
}
