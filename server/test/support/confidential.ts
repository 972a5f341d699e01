import { newId } from '../../src/common/ids.js';
import type { Database } from '../../src/database/database.js';
import { FeedbackEntity } from '../../src/feedback/feedback.entity.js';
import { ModerationEventEntity, ReportEntity } from '../../src/moderation/moderation.entity.js';
import { PhoneRevealEntity } from '../../src/people/personal.entity.js';
import { ParticipantEntity } from '../../src/sessions/session.entity.js';
import { PLACE } from './topics.js';

/**
 * Puts into the database what only its writer and those who answer may read: a letter, a report, the names of guests, and the reasons that
 * staff gave for what they decided and for looking at a number. Past the server, which would remember what it read.
 */
export async function writeConfidential(database: Database, now: number): Promise<void> {
  const [person]: { id: string }[] = await database.read.query('SELECT id FROM people ORDER BY id LIMIT 1');
  const [topic]: { id: string }[] = await database.read.query(
    'SELECT id FROM topics WHERE is_public = 1 ORDER BY id DESC LIMIT 1',
  );
  const sessions: { id: string }[] = await database.read.query(
    'SELECT id FROM sessions WHERE announced_at IS NOT NULL ORDER BY id',
  );
  const [personId, topicId] = [person?.id ?? '', topic?.id ?? ''];
  const township = PLACE.townshipCode;
  const at = { county: township.slice(0, 6), township };
  const reason = '核实过，地方没有写错';
  await database.write(async (db) => {
    await db.insert(FeedbackEntity, {
      ...at,
      id: newId(now),
      kind: 'complaint',
      state: 'answered',
      isOpen: false,
      personId,
      text: '窗口的人态度不好，请查一查。',
      contact: '王阿姨，晚上在家',
      answer: '已经查过，窗口当面道歉。',
      dueAt: now,
      createdAt: now,
      answeredAt: now,
    });
    for (const { id } of sessions) {
      await db.insert(ParticipantEntity, {
        id: newId(now),
        sessionId: id,
        personId: null,
        guestName: '王秀英',
        guestUnit: '县水利局',
        recommendedBy: '沿西社区居委会',
        namesUntil: null,
        category: 'expert',
        origin: 'invited',
        seating: 'seated',
        present: true,
        createdAt: now,
      });
    }
    const reportId = newId(now);
    await db.insert(ReportEntity, {
      ...at,
      id: reportId,
      kind: 'topic',
      itemId: topicId,
      pageKind: 'topic',
      pageId: topicId,
      title: '一件议题',
      reporterId: personId,
      category: 'false',
      note: '说的地方不对，是隔壁院。',
      state: 'dismissed',
      reply: reason,
      createdAt: now,
      decidedAt: now,
    });
    await db.insert(ModerationEventEntity, {
      id: newId(now),
      subject: 'report',
      subjectId: reportId,
      action: 'dismiss',
      fromState: 'open',
      toState: 'dismissed',
      actorId: personId,
      capacity: 'convener',
      reason,
      data: null,
      at: now,
    });
    await db.insert(PhoneRevealEntity, {
      id: newId(now),
      personId,
      topicId: null,
      viewerId: personId,
      capacity: 'convener',
      departmentId: null,
      county: at.county,
      reason: '回访提出人，核对门牌号',
      at: now,
    });
  });
}
