import { useState } from 'react';
import type { DeskPageProps } from '../desk/desk_page.ts';
import { CaseScreen, type OpenedCase } from './case_screen.tsx';
import { SearchScreen } from './search_screen.tsx';

/** Decided cases as they were: the search, then one case. Going back forgets the case, and looking again is another look. */
export function ReplayPage(props: DeskPageProps) {
  const [opened, setOpened] = useState<OpenedCase | null>(null);
  if (opened === null) return <SearchScreen {...props} onOpen={setOpened} />;
  return <CaseScreen {...props} opened={opened} close={() => setOpened(null)} />;
}
