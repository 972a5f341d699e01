import { contentMachine, type PublicKind } from '@consult/shared';
import { type Move, plainMove } from '@/features/moves/moves';
import { movePublicItem } from './moderation.api';

/** Taking something public down, or putting it back. */
export function publicMove(kind: PublicKind, id: string, action: 'take_down' | 'restore'): Move {
  if (action === 'restore') {
    const send = (reason: string, key: string) => movePublicItem(kind, id, 'restore', { reason }, key);
    return plainMove(contentMachine, 'restore', { text: '恢复后大家又能看到。' }, send);
  }
  const wording = { text: '撤下后大家就看不到了，内容不会删除，可以再恢复。', kind: 'danger' as const };
  const send = (reason: string, key: string) => movePublicItem(kind, id, 'take-down', { reason }, key);
  return plainMove(contentMachine, 'take_down', wording, send);
}
