import { useState } from 'react';
import { Button } from '@/components/Button';
import type { Place } from '../place';
import type { ShareCard } from '../share-card';
import { ShareSheet } from './ShareSheet';

type Props = Place & {
  /** What is shared, in its own words. */
  title: string;
  /** What has a page without the app is sent as a card with that page's short address. */
  card?: ShareCard;
};

/** The way to send something public to others. */
export function ShareButton(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="text" icon="share" text="分享" label={`分享“${props.title}”`} onPress={() => setOpen(true)} />
      {open && <ShareSheet {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
