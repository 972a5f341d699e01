import { Text, View } from '@tarojs/components';

/** What was told of the seed before anybody could know it. */
export function SeedHash({ hash }: { hash: string }) {
  return (
    <View className="draw__part">
      <Text className="draw__label">种子指纹（报名开始时就公布）</Text>
      <Text className="draw__code" selectable>
        {hash}
      </Text>
    </View>
  );
}
