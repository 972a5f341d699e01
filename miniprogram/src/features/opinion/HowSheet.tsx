import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import './how-sheet.scss';

const PARAGRAPHS: readonly { title: string; text: string }[] = [
  {
    title: '怎么算出来的',
    text: '每个人对每条看法选“赞成”“反对”或“略过”。回答相近的人靠在一起，差得多的人离得远，自然聚成几组。组是算出来的，不是谁指定的，只用“甲、乙、丙”来称呼。',
  },
  {
    title: '圆圈表示什么',
    text: '一个圆是一组人，人越多圆越大；两个圆离得越远，看法差得越多。图上只标您自己的位置，别人看不到。',
  },
  {
    title: '同心圆表示什么',
    text: '各组都认同的看法画在同心圆上。越靠里，各组越一致。人多的组不能替人少的组说话：要每一组都认同，才进得了最里圈。',
  },
  {
    title: '什么不画',
    text: '参与的人太少时不画图；不到 5 人的组不画出来，免得认出是谁。没有通过审核的看法不参与计算。',
  },
  {
    title: '谁能看到我的回答',
    text: '在平台上谁也看不到，包括工作人员。公布的只有每组、每条看法的人数。您可以随时在“我的回答”里改主意，只算最后一次。',
  },
];

/** 说明: how the map comes about, in plain words. */
export function HowSheet() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button reads kind="text" icon="info" text="这张图是怎么来的" onPress={() => setOpen(true)} />
      <Sheet open={open} title="这张图是怎么来的" onClose={() => setOpen(false)}>
        {PARAGRAPHS.map(({ title, text }) => (
          <View key={title} className="how-sheet__part">
            <Text className="how-sheet__title">{title}</Text>
            <Text className="how-sheet__text">{text}</Text>
          </View>
        ))}
      </Sheet>
    </>
  );
}
