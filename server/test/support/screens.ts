import type { Role } from '@consult/shared';

/** How a route that reads is asked, so that every statement of its screen is seen. */
export interface Screen {
  /** Left out: a visitor. */
  readonly as?: Role;
  /** What follows the path, once for each way in which the screen asks. */
  readonly queries?: readonly string[];
  /** Nothing of this kind is in the seeded county: asked for something unknown. */
  readonly unknown?: true;
}

const TOWNSHIP = 'region=419902001';
const COUNTY = 'region=419902';
const UNKNOWN: Screen = { unknown: true };
const at = (...queries: string[]): Screen => ({ queries });
const as = (role: Role, ...queries: string[]): Screen => ({ as: role, ...(queries.length > 0 && { queries }) });

/** Every GET route, as its screen asks it: one that is missing here fails the test. */
export const SCREENS: Readonly<Record<string, Screen>> = {
  'GET /home': at('township=419902001'),
  'GET /regions': {},
  'GET /regions/{code}/settings': {},
  'GET /regions/{code}/settings/changes': as('county_office'),
  'GET /departments': at(TOWNSHIP),
  'GET /me': as('resident'),
  'GET /me/told': as('resident'),
  'GET /me/consents': as('resident'),
  'GET /me/phone-reveals': as('resident'),
  'GET /me/export': as('resident'),
  'GET /phone-reveals': as('county_office', COUNTY),
  'GET /people': as('convener', 'township=419902001'),
  'GET /people/county': as('county_office', 'county=419902'),
  'GET /people/{id}/grants': { ...as('county_office'), ...UNKNOWN },
  'GET /staff-events': as('county_office', 'county=419902'),
  'GET /identity/qr/{id}': UNKNOWN,
  'GET /identity/qr/{id}/picture': UNKNOWN,
  'GET /staff-accounts': as('admin', 'county=419902'),
  'GET /identity/sign-ins': as('resident'),
  'GET /identity/demo/people': {},
  'GET /links/{short}': UNKNOWN,
  'GET /links/{short}/code': UNKNOWN,
  'GET /links/{short}/url': UNKNOWN,
  'GET /wechat/push': UNKNOWN,
  'GET /attachments/{id}/{size}': UNKNOWN,
  'GET /inbox': as('convener'),
  'GET /inbox/count': as('convener'),
  'GET /messages': as('resident'),
  'GET /messages/count': as('resident'),
  'GET /messages/templates': {},
  'GET /messages/dead-letters': as('admin', 'county=419902'),
  'GET /search': at(
    `q=%E7%85%A7%E6%98%8E&${TOWNSHIP}`,
    `q=%E6%A5%BC%E9%81%93%E7%85%A7%E6%98%8E12%E5%8F%B7&${COUNTY}`,
    `q=%E8%80%81%E4%BA%BA%20%E5%81%9C%E8%BD%A6&${COUNTY}&kind=topic&step=collect&year=2025`,
  ),
  'GET /topics': at(
    TOWNSHIP,
    COUNTY,
    'region=419902001001',
    `${TOWNSHIP}&step=deliver`,
    `${TOWNSHIP}&category=%E4%BA%A4%E9%80%9A%E5%87%BA%E8%A1%8C`,
    `${COUNTY}&after=01AT0000000000000000001000`,
  ),
  'GET /topics/work': as('convener', `${TOWNSHIP}&state=accepted`, `${TOWNSHIP}&state=declined`),
  'GET /topics/mine': as('resident', 'as=raiser', 'as=cosigner'),
  'GET /topics/similar': as(
    'resident',
    'township=419902001&title=%E6%A5%BC%E9%81%93%E7%85%A7%E6%98%8E%E6%94%B9%E9%80%A0',
  ),
  'GET /topics/{id}': {},
  'GET /plans': at('township=419902001'),
  'GET /plans/{id}': UNKNOWN,
  'GET /research': at(TOWNSHIP),
  'GET /research/mine': as('member'),
  'GET /research/{id}': UNKNOWN,
  'GET /questionnaires/{id}': UNKNOWN,
  'GET /questionnaires/{id}/results': UNKNOWN,
  'GET /questionnaires/{id}/questions/{questionId}/texts': { ...as('convener'), ...UNKNOWN },
  'GET /questionnaires/{id}/answers.csv': { ...as('convener'), ...UNKNOWN },
  'GET /sessions': at(`${TOWNSHIP}&when=upcoming`, `${TOWNSHIP}&when=past`),
  'GET /sessions/work': as('convener', TOWNSHIP),
  'GET /sessions/clashes': as('convener', 'township=419902001&startsAt=1790000000000&endsAt=1790007200000'),
  'GET /sessions/mine': as('resident'),
  'GET /sessions/{id}': {},
  'GET /sessions/{id}/participants': as('convener'),
  'GET /sessions/{id}/composition': as('convener'),
  'GET /sessions/{id}/attendance.docx': as('convener'),
  'GET /sessions/{id}/materials': {},
  'GET /sessions/{id}/materials/{materialId}': UNKNOWN,
  'GET /materials/{id}/file': UNKNOWN,
  'GET /sessions/{id}/calendar.ics': {},
  'GET /sessions/{id}/draws': {},
  'GET /sessions/{id}/door': as('convener'),
  'GET /sessions/{id}/live': {},
  'GET /opinion-rounds': at(TOWNSHIP),
  'GET /opinion-rounds/{id}': UNKNOWN,
  'GET /opinion-rounds/{id}/next': UNKNOWN,
  'GET /opinion-rounds/{id}/mine': { ...as('resident'), ...UNKNOWN },
  'GET /opinion-rounds/{id}/map': UNKNOWN,
  'GET /opinion-rounds/{id}/report': UNKNOWN,
  'GET /minutes': at(TOWNSHIP, COUNTY),
  'GET /minutes/{id}': {},
  'GET /minutes/{id}/compare/{otherId}': UNKNOWN,
  'GET /minutes/{id}/paper.docx': {},
  'GET /minutes/{id}/draft': as('convener'),
  'GET /minutes/verify/{code}': UNKNOWN,
  'GET /outcomes': at(TOWNSHIP, COUNTY),
  'GET /outcomes/work': as('convener', TOWNSHIP),
  'GET /outcomes/{id}': {},
  'GET /outcomes/{id}/paper.docx': {},
  'GET /tasks': at(TOWNSHIP, COUNTY),
  'GET /tasks/mine': as('department'),
  'GET /tasks/{id}': {},
};
