import { type EntityManager, IsNull, MoreThan, Not } from 'typeorm';
import { MinutesEntity, MinutesSignatureEntity } from './minutes.entity.js';
import { isGenuine } from './minutes-seal.js';

export interface MinutesCheck {
  checked: number;
  /** Published versions that are no longer what was published, or whose predecessor is not. */
  broken: { id: string; number: string; version: number; why: 'changed' | 'chain' }[];
}

const PAGE = 200;

/** Works out the digest of every published version anew and follows the chain from version to version. */
export async function checkMinutes(db: EntityManager): Promise<MinutesCheck> {
  const result: MinutesCheck = { checked: 0, broken: [] };
  for (let after = ''; ; ) {
    const page = await db.find(MinutesEntity, {
      where: { state: 'published', digest: Not(IsNull()), id: MoreThan(after) },
      order: { id: 'ASC' },
      take: PAGE,
    });
    for (const minutes of page) {
      const { id, number, version, sessionId, previousDigest } = minutes;
      const signatures = await db.findBy(MinutesSignatureEntity, { minutesId: id });
      const versions = await db.find(MinutesEntity, { where: { sessionId }, order: { version: 'DESC' } });
      const previous = versions.find((other) => other.digest !== null && other.version < version);
      if (!isGenuine(minutes, signatures)) result.broken.push({ id, number, version, why: 'changed' });
      else if ((previous?.digest ?? null) !== previousDigest) result.broken.push({ id, number, version, why: 'chain' });
    }
    result.checked += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return result;
    after = last.id;
  }
}
