import { createContext, useContext, useState, type ReactNode } from 'react';
import { Drawer } from 'antd';
import { useLanguage } from '../../i18n/use-language.js';
import { factLabel } from '../cases/review/fact-text.js';
import type { AreaLevel } from './area-level.js';
import { BehindRows } from './behind-rows.js';

const BehindContext = createContext<(fact: string) => void>(() => {});

interface Props {
  level: AreaLevel;
  code: string;
  year: number;
  children: ReactNode;
}

/** Opens what is behind a number beside the page, so that the number stays in sight. */
export function BehindProvider({ level, code, year, children }: Props) {
  const language = useLanguage();
  const [fact, setFact] = useState<string | null>(null);
  return (
    <BehindContext value={setFact}>
      {children}
      <Drawer open={fact !== null} onClose={() => setFact(null)} title={fact && `${factLabel(level, fact, language)} · ${year}`} size={720} destroyOnHidden>
        {fact && <BehindRows level={level} code={code} year={year} fact={fact} />}
      </Drawer>
    </BehindContext>
  );
}

/** Shows what is behind the fact of this name. */
export function useBehind(): (fact: string) => void {
  return useContext(BehindContext);
}
