import { mergeInternalComponents } from '@tarojs/shared';
import components from './components.cjs';

// The runtime numbers attributes as the templates do, so it must know the same ones (see plugin.cjs).
mergeInternalComponents(components);
