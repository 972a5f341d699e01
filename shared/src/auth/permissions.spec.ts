import type { Permission } from './permissions.js';
import { holds, isRelation, mayEver, PERMISSIONS } from './permissions.js';
import { type Capacity, RELATIONS, type Relation, ROLES, type Role } from './roles.js';

/**
 * The whole matrix, to be read and judged line by line: Resident, Member, Convener, Department, Party committee,
 * county Office, citY office, Admin; then the relations to the item that give the permission too.
 */
const MATRIX = `
  account.read             R M C D P O Y A   -
  account.write            R M C D P O Y A   -
  inbox.read               R M C D P O Y A   -
  message.read             R M C D P O Y A   -
  dead_letter.handle       . . . . . . . A   -
  people.find              . M C . P O . A   -
  phone.reveal             . . C . . O . .   lead
  phone.reveal_recorded    . . C . . . . .   -
  phone.reveals            . . . . . O . A   -
  staff.manage             . . . . . . . A   -
  grant.manage             . . . . . O . A   -
  staff.events             . . . . . O . A   -
  settings.write           . . . . . O . A   -
  open_key.manage          . . . . . . . A   -
  settings.changes         . . . . . O . A   -
  attachment.upload        R M C D P O Y .   -
  topic.raise              R M . D P O . .   -
  topic.record             . . C . . . . .   -
  topic.edit               . . . . . . . .   raiser
  topic.cosign             R M . . . . . .   -
  link.make                R M C D P O Y A   -
  topic.similar            R M C D P O Y A   -
  topic.classify           . . C . . O . .   -
  topic.work               . . C D P O Y .   -
  topic.mine               R M C D P O Y A   -
  plan.write               . . C . . . . .   -
  session.call             . M C . . . . .   -
  session.edit             . . C . . . . .   initiator
  session.sign_up          R M . . . . . .   -
  session.people           . . C . . O . .   initiator,chair,recorder
  session.invite           . . C . . . . .   initiator
  session.materials        . . C . . . . .   initiator
  session.draw             . . C . . . . .   initiator
  session.roll             . . C . . . . .   initiator
  session.check_in         . . . . . . . .   participant
  session.work             . . C D P O Y .   -
  session.mine             R M C D P O Y A   -
  live.chair               . . C . . . . .   initiator,chair
  live.take_part           . . . . . . . .   participant
  live.hand_down           . . C . . . . .   initiator,chair,participant
  live.record              . . C . . . . .   recorder
  live.count_room          . . C . . . . .   initiator,chair,recorder
  opinion.start            . M C . . . . .   -
  opinion.edit             . . C . . . . .   initiator
  opinion.vote             R M . . . . . .   participant
  opinion.submit           R M . . . . . .   participant
  opinion.mine             R M C D P O Y A   -
  research.begin           . . C . . O . .   -
  research.edit            . . C . . O . .   -
  research.write           . . C . . O . .   researcher
  research.visit           . . C . . O . .   researcher
  research.carry           . . C . . . . .   initiator
  research.mine            R M C D P O Y A   -
  questionnaire.write      . . C . . O . .   researcher
  questionnaire.read       . . C . . O . .   researcher
  questionnaire.answer     R M C D P O Y A   -
  case.write               . . C . . . . .   -
  case.work                . . C D P O Y .   -
  minutes.write            . . C . . . . .   recorder
  minutes.object           . . . . . . . .   participant
  minutes.answer           . . C . . . . .   recorder
  minutes.sign             . . . . . . . .   signatory
  minutes.signatories      . . C . . . . .   -
  minutes.correct          . . C . . . . .   -
  outcome.write            . . C . . . . .   -
  outcome.work             . . C D P O Y .   -
  task.progress            . . . . . . . .   lead,co_lead
  task.split               . . . . . O . .   lead
  task.plan                . . . . . . . .   lead
  task.wait                . . C . . O . .   lead
  task.appoint             . . . . P O . .   -
  task.supervise           . . . . . . . .   supervisor
  task.rate                R M . . . . . .   raiser,participant
  task.conclude            . . C . . . . .   -
  task.ask                 . . . . . . . .   lead
  task.decide              . . C . . O . .   -
  task.urge                . . C . . O . .   supervisor
  task.visit               . M . . . . . .   raiser,participant
  task.ask_visit           . . C . . . . .   -
  task.look_back           R M . . . . . .   raiser,participant
  task.answer_look_back    . . C . . . . .   -
  task.work                . . C D P O Y .   -
  task.mine                R M C D P O Y A   -
  moderation.work          . . C . . O . .   -
  moderation.words         . . . . . O . A   -
  report.make              R M C D P O Y A   -
  report.mine              R M C D P O Y A   -
  figures.read             . . C . P O Y .   -
  bulletin.write           . . . . . O . .   -
  feedback.give            R M C D P O Y A   -
  feedback.mine            R M C D P O Y A   -
  topic.submit             . . . . . . . .   raiser
  topic.accept             . . C . . . . .   -
  topic.return             . . C . . . . .   -
  topic.decline            . . C . . . . .   -
  topic.merge              . . C . . . . .   -
  topic.unmerge            . . C . . . . .   system
  topic.shortlist          . . C . . . . .   -
  topic.drop               . . C . . . . .   -
  topic.propose            . . C . . . . .   -
  topic.party_approve      . . . . P . . .   -
  topic.party_send_back    . . . . P . . .   -
  topic.county_approve     . . . . . O . .   -
  topic.county_send_back   . . . . . O . .   -
  topic.deliberate         . M C . . . . .   -
  topic.resolve            . . . . . . . .   system
  topic.reconsult          . . C . . . . .   -
  topic.close              . . C . . . . .   system
  topic.reopen             . . . . . . . .   system
  topic.suspend            . . C . . O . .   -
  topic.resume             . . C . . O . .   -
  topic.withdraw           . . C . . O . .   raiser
  session.announce         . . C . . . . .   initiator
  session.start            . . C . . . . .   initiator
  session.end              . . C . . . . .   initiator
  session.record           . . . . . . . .   system
  session.postpone         . . C . . . . .   initiator
  session.cancel           . . C . . . . .   initiator
  minutes.circulate        . . C . . . . .   recorder
  minutes.revise           . . C . . . . .   recorder
  minutes.countersign      . . . . . . . .   signatory,system
  minutes.publish          . . C . . . . .   -
  outcome.publish          . . C . . . . .   -
  outcome.send             . . C . . . . .   -
  outcome.instruct         . . . . P O . .   -
  outcome.assign           . . . . P O . .   -
  outcome.assign_directly  . . C . . . . .   -
  task.take                . . . . . . . .   lead
  task.refuse              . . . . . . . .   lead
  task.reassign            . . . . P O . .   -
  task.designate           . . . . . O . .   -
  task.hand_over           . . . . . O . .   -
  task.pause               . . C . . O . .   system
  task.keep_paused         . . C . . O . .   -
  task.resume              . . C . . O . .   system
  task.reply               . . . . . . . .   lead
  task.open_evaluation     . . C . . . . .   -
  task.close               . . C . . . . .   -
  task.send_back           . . . . . . . .   system
  task.watch               . . C . . . . .   -
  task.defer               . . C . . . . .   -
  task.review              . . C . . . . .   -
  task.redo                . . C . . . . .   -
  task.advise_reconsult    . . C . . . . .   -
  task.restart             . . C . . . . .   lead
  task.reconsult           . . C . . . . .   -
  task.carry_over          . . . . . . . .   system
  task.close_with          . . . . . . . .   system
  task.reopen              . . C . . . . .   system
  round.open               . . C . . . . .   initiator,system
  round.close              . . C . . . . .   initiator,system
  round.withdraw           . . C . . . . .   initiator
  research.start           . . C . . O . .   -
  research.report          . . C . . . . .   researcher
  research.send_back       . . C . . O . .   -
  research.finish          . . C . . O . .   -
  research.reopen          . . C . . O . .   -
  research.withdraw        . . C . . O . .   -
  questionnaire.open       . . C . . O . .   -
  questionnaire.close      . . C . . O . .   -
  questionnaire.drop       . . C . . O . .   researcher
  case.submit              . . C . . . . .   -
  case.return              . . . . . O . .   -
  case.feature             . . . . . O . .   -
  case.withdraw            . . C . . O . .   -
  content.pass             . . . . . . . .   system
  content.question         . . . . . . . .   system
  content.refuse           . . . . . . . .   system
  content.approve          . . C . . O . .   -
  content.reject           . . C . . O . .   -
  content.override         . . C . . O . .   -
  content.appeal           . . . . . . . .   raiser
  content.take_down        . . C . . O . .   -
  content.restore          . . C . . O . .   -
  report.take_down         . . C . . O . .   -
  report.settle            . . C . . O . .   -
  report.dismiss           . . C . . O . .   -
  feedback.take            . . C . . O . .   -
  feedback.answer          . . C . . O . .   -
  plan.propose             . . C . . . . .   -
  plan.party_approve       . . . . P . . .   -
  plan.party_send_back     . . . . P . . .   -
  plan.county_approve      . . . . . O . .   -
  plan.county_send_back    . . . . . O . .   -
  plan.publish             . . . . . O . .   -
`;

interface Row {
  permission: Permission;
  roles: Set<Role>;
  relations: Set<Relation>;
}

const ROWS: Row[] = MATRIX.trim()
  .split('\n')
  .map((line) => {
    const [permission, ...cells] = line.trim().split(/\s+/);
    const relations = cells[ROLES.length] === '-' ? [] : (cells[ROLES.length]?.split(',') ?? []);
    return {
      permission: permission as Permission,
      roles: new Set(ROLES.filter((_, i) => cells[i] !== '.')),
      relations: new Set(relations as Relation[]),
    };
  });

const TOWNSHIP = '410402001';

describe('Permissions', () => {
  it('are all in the matrix', () => {
    expect(ROWS.map((row) => row.permission).sort()).toEqual([...PERMISSIONS.keys()].sort());
  });

  it('are held by exactly the roles and relations that the matrix marks', () => {
    const wrong: string[] = [];
    for (const { permission, roles, relations } of ROWS) {
      const wanted = new Set<Capacity>([...roles, ...relations]);
      for (const capacity of [...ROLES, ...RELATIONS]) {
        if (holds(permission, new Set([capacity])) !== wanted.has(capacity)) wrong.push(`${permission} ${capacity}`);
      }
      expect(holds(permission, new Set())).toBe(false);
    }
    expect(wrong).toEqual([]);
  });

  it('let past a route whoever has the role, or may stand in the relation', () => {
    const wrong: string[] = [];
    for (const { permission, roles, relations } of ROWS) {
      for (const role of ROLES) {
        const byRelation = [...relations].some(
          (r) => r !== 'system' && (!['lead', 'co_lead'].includes(r) || role === 'department'),
        );
        const wanted = roles.has(role) || byRelation;
        if (mayEver(permission, [{ role, region: TOWNSHIP }]) !== wanted) wrong.push(`${permission} ${role}`);
      }
      const everyones = roles.size === ROLES.length;
      if (mayEver(permission, []) !== everyones) wrong.push(`${permission} without a role`);
    }
    expect(wrong).toEqual([]);
  });

  it('give an administrator settings and what everybody has for themselves, and no content', () => {
    const held = ROWS.filter((row) => row.roles.has('admin')).map((row) => row.permission);
    expect(held).toEqual([
      'account.read',
      'account.write',
      'inbox.read',
      'message.read',
      'dead_letter.handle',
      'people.find',
      'phone.reveals',
      'staff.manage',
      'grant.manage',
      'staff.events',
      'settings.write',
      'open_key.manage',
      'settings.changes',
      'link.make',
      'topic.similar',
      'topic.mine',
      'session.mine',
      'opinion.mine',
      'research.mine',
      'questionnaire.answer',
      'task.mine',
      'moderation.words',
      'report.make',
      'report.mine',
      'feedback.give',
      'feedback.mine',
    ]);
  });

  it('never let a person make the moves that only follow from others', () => {
    const automatic: Permission[] = [
      'topic.resolve',
      'topic.reopen',
      'session.record',
      'task.carry_over',
      'task.close_with',
      'task.send_back',
    ];
    for (const permission of automatic) {
      for (const role of ROLES) expect(mayEver(permission, [{ role, region: TOWNSHIP }])).toBe(false);
    }
  });

  it('of an unknown name are held by nobody', () => {
    expect(holds('topic.erase' as Permission, new Set(ROLES))).toBe(false);
    expect(mayEver('topic.erase' as Permission, [{ role: 'county_office', region: '410402' }])).toBe(false);
  });

  it('tell relations from roles', () => {
    expect(RELATIONS.filter((relation) => !isRelation(relation))).toEqual([]);
    expect(ROLES.filter((role) => isRelation(role))).toEqual([]);
  });
});
