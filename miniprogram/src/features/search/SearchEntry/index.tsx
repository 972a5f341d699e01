import { Text } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { Tappable } from '@/components/Tappable';
import { openPage } from '@/services/navigation';
import { SEARCH_PAGE } from '../search.pages';
import './index.scss';

const LABEL = '搜议题、纪要、成果';

/** What looks like a search field and leads to the page that is one. */
export function SearchEntry() {
  return (
    <Tappable role="link" className="search-entry" label={LABEL} onTap={() => void openPage(SEARCH_PAGE)}>
      <Icon name="search" />
      <Text>{LABEL}</Text>
    </Tappable>
  );
}
