import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type CSSProperties, type ReactNode, useEffect } from 'react';
import { Icon } from '@/components/Icon';
import { NetworkBar } from '@/components/NetworkBar';
import { PhoneGate } from '@/components/PhoneGate';
import { PrivacyDialog } from '@/components/PrivacyDialog';
import { SideNav } from '@/components/SideNav';
import { Tappable } from '@/components/Tappable';
import { themeClass, useAppearance } from '@/services/appearance';
import { goBack } from '@/services/navigation';
import { typeScale } from '@/services/type-scale';
import { cx } from '@/utils/cx';
import './index.scss';

interface Props {
  title: string;
  /**
   * 'reading' keeps lines short on a wide screen; 'wide' has room for a picture beside them; 'full' leaves the width to
   * the page, as for a SplitView.
   */
  width?: 'reading' | 'wide' | 'full';
  /** A tab has nothing to go back to. */
  tab?: boolean;
  /** Stays at the bottom, above the phone's edge: the page's main buttons. */
  footer?: ReactNode;
  children: ReactNode;
}

const IN_BROWSER = process.env.TARO_ENV === 'h5';

/** The frame of every page: title, way back, side navigation on wide screens, 关怀 theme, safe areas. */
export function Page({ title, width = 'reading', tab = false, footer, children }: Props) {
  const appearance = useAppearance();
  const theme = themeClass(appearance);
  const scale = String(typeScale(appearance === 'care'));

  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);

  useEffect(() => {
    // The tab bar and what pops up outside of the page follow the theme too.
    if (!IN_BROWSER) return;
    document.documentElement.className = theme;
    document.documentElement.style.setProperty('--type-scale', String(scale));
  }, [theme, scale]);

  return (
    <View
      className={cx('page', `page--${width}`, footer ? 'page--footed' : undefined, tab && 'page--tab', theme)}
      style={{ '--type-scale': scale } as CSSProperties}
    >
      {IN_BROWSER && <SideNav />}
      <View className="page__main">
        {IN_BROWSER && (
          <View className="page__bar">
            {!tab && (
              <Tappable className="page__back" label="返回" onTap={() => void goBack()}>
                <Icon name="back" />
              </Tappable>
            )}
            <Text className="page__title" {...{ role: 'heading', 'aria-level': '1' }}>
              {title}
            </Text>
          </View>
        )}
        <NetworkBar />
        <View className="page__content" {...(IN_BROWSER ? { role: 'main' } : {})}>
          {children}
        </View>
        <PhoneGate />
        {process.env.TARO_ENV === 'weapp' && <PrivacyDialog />}
        {footer && <View className="page__footer">{footer}</View>}
      </View>
    </View>
  );
}
