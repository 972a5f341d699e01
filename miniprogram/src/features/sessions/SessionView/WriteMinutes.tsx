import { type Grant, holds, rolesIn, type SessionDetail } from '@consult/shared';
import { Button } from '@/components/Button';
import { MINUTES_PAGES } from '@/features/minutes/minutes.pages';
import { openPage } from '@/services/navigation';

/** The draft of its minutes that somebody writes: its recorder, or a convener; null for everyone else. */
export function draftToWrite(
  { minutes, recorder, township }: SessionDetail,
  myId: string | undefined,
  grants: readonly Grant[],
): string | null {
  if (myId !== recorder.id && !holds('minutes.write', rolesIn(grants, township))) return null;
  return minutes.find(({ state }) => state === 'draft')?.id ?? null;
}

/** The way to that draft. */
export function WriteMinutes({ id }: { id: string }) {
  return <Button icon="edit" text="写纪要" onPress={() => openPage(MINUTES_PAGES.edit, { id })} />;
}
