import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ErrorNotice } from '@/components/ErrorNotice';
import { type ApiError, toApiError } from '@/services/api-error';
import { openPaper } from '@/services/papers';
import './index.scss';

interface Props {
  /** The paper's, under /api/v1. */
  path: string;
  text?: string;
  /** Whether the page itself says the same, so that it can be printed from a browser. */
  printable?: boolean;
}

/** 公文: what the page says as a .docx, and printed from a browser. */
export function PaperButtons({ path, text = '下载 Word 文件', printable = true }: Props) {
  const [error, setError] = useState<ApiError | null>(null);
  const open = async () => {
    setError(null);
    try {
      await openPaper(path);
    } catch (failure) {
      setError(toApiError(failure));
    }
  };
  return (
    <View className="paper-buttons screen-only">
      <Button reads kind="secondary" icon="minutes" text={text} onPress={open} />
      {printable && process.env.TARO_ENV === 'h5' && (
        <Button reads kind="text" text="打印，或存为 PDF" onPress={() => window.print()} />
      )}
      {error && <ErrorNotice error={error} />}
    </View>
  );
}
