import { type LiveSpeaker, SPEAKING_SECONDS } from '@consult/shared';
import { useState } from 'react';
import { type DeedControl, useDeed } from './useDeed';
import type { Live } from './useLive';

export type ChairSheet = 'floor' | 'poll' | 'notice' | 'order';

/** What who chairs does, from several places on one screen. */
export interface Chairing extends DeedControl {
  live: Live;
  /** How long each speaks; null: as long as it takes. */
  seconds: number | null;
  setSeconds(seconds: number | null): void;
  /** Gives somebody the floor, for that long. */
  call(who: LiveSpeaker): Promise<unknown>;
  /** The form that is open. */
  sheet: ChairSheet | null;
  openSheet(sheet: ChairSheet | null): void;
}

export function useChairing(live: Live): Chairing {
  const deed = useDeed(live);
  const [seconds, setSeconds] = useState<number | null>(SPEAKING_SECONDS[0] ?? null);
  const [sheet, openSheet] = useState<ChairSheet | null>(null);
  return {
    ...deed,
    live,
    seconds,
    setSeconds,
    call: ({ participantId }) => deed.act('floor', { participantId, seconds }),
    sheet,
    openSheet,
  };
}
