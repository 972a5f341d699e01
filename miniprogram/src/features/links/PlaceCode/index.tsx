import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { QrCode } from '@/components/QrCode';
import { useAsync } from '@/hooks/useAsync';
import { queryString } from '@/services/api';
import { useSession } from '@/services/session';
import { cx } from '@/utils/cx';
import { uuid } from '@/utils/uuid';
import { codePicture, makeLink } from '../link.api';
import { type Place, webAddress } from '../place';
import './index.scss';

type Props = Place & {
  /** What a screen reader says. */
  label: string;
  /** When the place is of no more use, ms since 1970. */
  expiresAt?: number;
  className?: string;
};

/**
 * What a phone scans to get to a place: a mini-program code (小程序码) where WeChat makes them, else, also for visitors
 * and whenever anything fails, a plain QR code of the web address.
 */
export function PlaceCode({ path, query, label, expiresAt, className }: Props) {
  const { signedIn } = useSession();
  const [failed, setFailed] = useState<string | null>(null);
  const search = queryString(query).slice(1);
  const { data: link, loading } = useAsync(async () => {
    if (!signedIn) return null;
    return makeLink({ page: path.slice(1), query: search, ...(expiresAt && { expiresAt }) }, uuid());
  }, [signedIn, path, search, expiresAt]);

  if (signedIn && loading && !link) return <View className={cx('place-code', className)} />;
  const picture = link?.hasCode ? codePicture(link.short) : null;
  return (
    <View className={cx('place-code', className)}>
      {picture !== null && picture !== failed ? (
        <Image
          className="place-code__picture"
          src={picture}
          mode="aspectFit"
          showMenuByLongpress
          onError={() => setFailed(picture)}
          {...(process.env.TARO_ENV === 'h5' ? { role: 'img', 'aria-label': label, nativeProps: { alt: '' } } : {})}
        />
      ) : (
        <QrCode className="place-code__picture" text={webAddress({ path, query })} label={label} />
      )}
    </View>
  );
}
