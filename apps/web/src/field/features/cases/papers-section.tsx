import { useTranslation } from 'react-i18next';
import type { EvidenceNeed } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';
import { Card, StatusTag, TextField } from '../../ui/index.js';
import { PaperPhotos } from './paper-photos.js';

interface Props {
  needs: readonly EvidenceNeed[];
  /** Kinds that are with the case already. */
  present: readonly string[];
  draftKey: string;
  papers: Readonly<Record<string, string>>;
  missing: readonly string[];
  onChange: (papers: Readonly<Record<string, string>>) => void;
}

/** Papers of a step: a picture, or the number or place of the file. Nothing is demanded that the procedure does not name. */
export function PapersSection({ needs, present, draftKey, papers, missing, onChange }: Props) {
  const { t } = useTranslation();
  const local = useLocalText();
  if (needs.length === 0) return null;
  return (
    <Card title={t('field.cases.papers')}>
      {needs.map(({ kind, name, required, source }) => (
        <section key={kind} className="case-paper" aria-label={local(name)} data-testid={`paper-${kind}`}>
          <div className="case-paper-head">
            <h3>{local(name)}</h3>
            {present.includes(kind) ? <StatusTag tone="success" mark="✓">{t('field.cases.paperThere')}</StatusTag> : <StatusTag tone={required ? 'warning' : 'neutral'}>{t(required ? 'field.ui.required' : 'field.cases.paperOptional')}</StatusTag>}
          </div>
          {required && source !== null && <p className="small">{t('field.cases.paperDocument', { source })}</p>}
          <TextField label={t('field.cases.paperPlace')} value={papers[kind] ?? ''} maxLength={500} error={missing.includes(kind) ? t('field.cases.paperMissing') : null} onChange={(text) => onChange({ ...papers, [kind]: text })} testid={`paper-text-${kind}`} />
          <PaperPhotos draftKey={draftKey} kind={kind} />
        </section>
      ))}
    </Card>
  );
}
