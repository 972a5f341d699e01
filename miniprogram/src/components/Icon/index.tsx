import { View } from '@tarojs/components';
import { cx } from '@/utils/cx';
import { ICONS, type IconName } from './icons';
import './index.scss';

export type { IconName } from './icons';

const masks = new Map<IconName, string>();

/** The icon as a mask, which takes the colour of the text around it; WeChat draws no inline SVG. */
function maskOf(name: IconName): string {
  let mask = masks.get(name);
  if (mask === undefined) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="black" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${ICONS[name]}</svg>`;
    mask = `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
    masks.set(name, mask);
  }
  return mask;
}

interface Props {
  name: IconName;
  /** Times the icon size of the theme; 1 when left out. */
  scale?: number;
  className?: string;
}

/** An icon beside a text that says the same; screen readers pass over it. */
export function Icon({ name, scale = 1, className }: Props) {
  const side = scale === 1 ? 'var(--icon)' : `calc(var(--icon) * ${scale})`;
  const mask = maskOf(name);
  return (
    <View
      className={cx('icon', className)}
      style={{ width: side, height: side, WebkitMaskImage: mask }}
      {...(process.env.TARO_ENV === 'h5' ? { 'aria-hidden': 'true' } : {})}
    />
  );
}
