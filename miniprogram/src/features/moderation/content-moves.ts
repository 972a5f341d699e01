import { type ContentAction, type ContentView, contentMachine } from '@consult/shared';
import { type Move, plainMove, reasonBody } from '@/features/moves/moves';
import { type CheckMove, moveCheck } from './moderation.api';

const WORDING: Partial<Record<ContentAction, Parameters<typeof plainMove>[2]>> = {
  approve: { text: '您看过内容，认为可以展示给大家。' },
  reject: {
    text: '提交人会看到理由，可以修改，也可以申诉。',
    kind: 'danger',
    reason: { usual: ['泄露他人隐私', '有辱骂、攻击他人的话', '与公共事务无关的广告'] },
  },
  override: {
    text: '机器有时会把反映民生问题误认为敏感内容。改为通过后，可以照常受理。',
    reason: { usual: ['反映的是民生问题，没有不妥', '机器误判'] },
  },
  appeal: { text: '工作人员会再看一遍，由人来决定。', reason: { label: '申诉理由' } },
};

/** What this person can do about a check; taking down and restoring stand at the item itself. */
export function checkMoves({ checkId, actions }: Pick<ContentView, 'checkId' | 'actions'>): Move[] {
  return actions.flatMap((action): Move[] => {
    const wording = WORDING[action];
    if (checkId === null || wording === undefined) return [];
    const send = (reason: string, key: string) => moveCheck(checkId, action as CheckMove, reasonBody(reason), key);
    return [plainMove(contentMachine, action, wording, send)];
  });
}
