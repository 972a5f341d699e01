import { View } from '@tarojs/components';
import { useState } from 'react';
import { SearchField } from '@/components/SearchField';
import { RecentSearches } from '@/features/search/RecentSearches';
import { SearchFilters } from '@/features/search/SearchFilters';
import { NO_FILTER } from '@/features/search/search-filter';
import type { Township } from '@/services/township';
import { Results } from './Results';

/** The field, what it is narrowed down to, and what was found. */
export function SearchView({ township }: { township: Township }) {
  const [words, setWords] = useState('');
  /** Raised when words are put into the field, so that it shows them. */
  const [turn, setTurn] = useState(0);
  const [filter, setFilter] = useState(NO_FILTER);
  const choose = (chosen: string) => {
    setWords(chosen);
    setTurn(turn + 1);
  };
  return (
    <View>
      <SearchField key={turn} initial={words} focus placeholder="搜议题、纪要、成果" onSearch={setWords} />
      {words === '' ? (
        <RecentSearches onChoose={choose} />
      ) : (
        <>
          <SearchFilters
            filter={filter}
            townshipName={township.name}
            onChange={(change) => setFilter({ ...filter, ...change })}
          />
          <Results
            township={township}
            words={words}
            filter={filter}
            onWiden={() => setFilter({ ...NO_FILTER, wide: true })}
          />
        </>
      )}
    </View>
  );
}
