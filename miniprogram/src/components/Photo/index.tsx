import { Image } from '@tarojs/components';

interface Props {
  className: string;
  src: string;
}

/** A photo that fills its frame; what it lies in, such as the button that enlarges it, says what it is. */
export function Photo({ className, src }: Props) {
  return (
    <Image
      className={className}
      src={src}
      mode="aspectFill"
      {...(process.env.TARO_ENV === 'h5' ? { nativeProps: { alt: '' } } : {})}
    />
  );
}
