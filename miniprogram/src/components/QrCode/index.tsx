import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { renderSVG } from 'uqr';
import { cx } from '@/utils/cx';
import './index.scss';

interface Props {
  text: string;
  /** What a screen reader says. */
  label: string;
  /** Gives it its size. */
  className?: string;
}

/** A QR code drawn as a background, which a browser and WeChat both show sharp at any size. */
export function QrCode({ text, label, className }: Props) {
  const picture = useMemo(
    () => `url("data:image/svg+xml,${encodeURIComponent(renderSVG(text, { border: 2, pixelSize: 8 }))}")`,
    [text],
  );
  return (
    <View
      className={cx('qr-code', className)}
      style={{ backgroundImage: picture }}
      {...(process.env.TARO_ENV === 'h5'
        ? { role: 'img', 'aria-label': label }
        : { ariaRole: 'img', ariaLabel: label })}
    />
  );
}
