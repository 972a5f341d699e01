import { ESCALATION_DOES } from '../tasks/task.time.js';
import { isForgotten } from './forgotten.js';

describe('What waits too long in an inbox', () => {
  it.each([
    ['topic', 'convener@419902001', '审核议题', true],
    ['topic', 'party_committee@419902001', '审核', true],
    ['topic', 'person:P', '补充议题', false],
    ['topic', 'county_office@419902', '审定', false],
    ['minutes', 'person:P', '起草纪要', true],
    ['outcome', 'convener@419902001', '送交', true],
    ['task', 'department:D', '接收或退回交办事项', true],
    ['task', 'convener@419902001', '组织评议', true],
    ['task', 'department:D', '办理并答复', false],
    ['task', 'department:D', '每月报告进展', false],
    ['task', 'convener@419902001', ESCALATION_DOES[1], false],
    ['task', 'county_office@419902', ESCALATION_DOES[2], false],
  ] as const)('of a %s before %s, %s: the county office is told: %s', (kind, assignee, does, told) => {
    expect(isForgotten({ kind, assignee, does })).toBe(told);
  });
});
