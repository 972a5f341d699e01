import type { TownshipStory } from '../journey/story.js';
import { BAIQU } from './baiqu.js';
import { LINXI } from './linxi.js';
import { LIULIN } from './liulin.js';
import { QINGSHI } from './qingshi.js';
import { SHUANGQIAO } from './shuangqiao.js';
import { SHUGUANG } from './shuguang.js';
import { YANHE } from './yanhe.js';

/** What happened in each township over the last ten months. */
export const STORIES: readonly TownshipStory[] = [YANHE, SHUGUANG, QINGSHI, LIULIN, LINXI, SHUANGQIAO, BAIQU];
