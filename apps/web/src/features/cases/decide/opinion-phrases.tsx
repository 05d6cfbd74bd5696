import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Sentences that are written every day. */
export function OpinionPhrases({ onPick }: { onPick: (phrase: string) => void }) {
  const { t } = useTranslation();
  const phrases = [t('cases.decide.phraseComplete'), t('cases.decide.phraseVerified')];
  return <div className="phrases">{phrases.map((phrase) => <Button key={phrase} size="small" type="text" onClick={() => onPick(phrase)}>{phrase}</Button>)}</div>;
}
