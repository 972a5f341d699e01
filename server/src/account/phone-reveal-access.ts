import { type Capacity, departmentsOf, regionAt, rolesIn } from '@consult/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/context/request-context.js';

/** As what somebody may look at a person's phone number. */
export interface RevealRight {
  readonly capacity: Capacity;
  readonly departmentId: string | null;
  readonly county: string;
}

/** Convener and county office see those who take part in what happens with them; a department, once it leads a task. */
@Injectable()
export class PhoneRevealAccess {
  /** Null: the viewer has nothing to do with this person. */
  async rightOf(db: EntityManager, viewer: Actor, personId: string): Promise<RevealRight | null> {
    const rows: { township: string }[] = await db.query(
      `SELECT t.township FROM topics t WHERE t.raiser_id = ? AND t.state <> 'draft'
       UNION SELECT s.township FROM participants p JOIN sessions s ON s.id = p.session_id WHERE p.person_id = ?`,
      [personId, personId],
    );
    for (const { township } of rows) {
      const roles = rolesIn(viewer.grants, township);
      const capacity = (['convener', 'county_office'] as const).find((role) => roles.has(role));
      if (capacity) return { capacity, departmentId: null, county: regionAt(township, 'county') ?? '' };
    }
    return this.asLead(db, departmentsOf(viewer.grants), personId);
  }

  private async asLead(db: EntityManager, departments: string[], personId: string): Promise<RevealRight | null> {
    if (departments.length === 0) return null;
    const rows: { county: string; lead: string }[] = await db.query(
      `SELECT t.county, t.lead_department_id AS lead FROM tasks t
       WHERE t.lead_department_id IN (${departments.map(() => '?').join(', ')}) AND t.state <> 'refused'
       AND (EXISTS (SELECT 1 FROM participants p WHERE p.session_id = t.session_id AND p.person_id = ?)
         OR EXISTS (SELECT 1 FROM session_topics st JOIN topics tp ON tp.id = st.topic_id
           WHERE st.session_id = t.session_id AND tp.raiser_id = ?))
       LIMIT 1`,
      [...departments, personId, personId],
    );
    const [row] = rows;
    return row === undefined ? null : { capacity: 'lead', departmentId: row.lead, county: row.county };
  }
}
