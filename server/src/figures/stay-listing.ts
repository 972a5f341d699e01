import type { EntityManager } from 'typeorm';

/** As many rows as one statement changes. */
const AT_ONCE = 500;
/** Whether everyone may open a stay; see seenOf. */
const listedOf = (stay: string) =>
  `CASE WHEN ${stay}.is_public = 1 AND t.is_public = 1 AND t.sensitive = 0 THEN 1 ELSE 0 END`;

/** The stays of a township that everyone may open and should not, or the other way round. */
export async function misfiledStays(db: EntityManager, township: string): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `SELECT s.id FROM topic_stays s JOIN topics t ON t.id = s.topic_id
     WHERE s.township = ? AND s.listed <> ${listedOf('s')} ORDER BY s.id`,
    [township],
  );
  return rows.map(({ id }) => id);
}

/** Has these be listed as their topics are at this moment. */
export async function refileStays(db: EntityManager, ids: readonly string[]): Promise<void> {
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const some = ids.slice(i, i + AT_ONCE);
    await db.query(
      `UPDATE topic_stays SET listed = (SELECT ${listedOf('topic_stays')} FROM topics t WHERE t.id = topic_stays.topic_id)
       WHERE id IN (${some.map(() => '?').join(', ')})`,
      some,
    );
  }
}
