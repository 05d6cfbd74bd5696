import { planStatusNames, type PlanStatus } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { StatusTag, type Tone } from '../../ui/status-tag.js';

const looks: Readonly<Record<PlanStatus, { tone: Tone; mark: string }>> = {
  DRAFT: { tone: 'neutral', mark: '○' }, AGREED: { tone: 'warning', mark: '◷' }, CONFIRMED: { tone: 'success', mark: '✓' }, SUPERSEDED: { tone: 'neutral', mark: '↻' },
};

export function PlanStatusTag({ status }: { status: PlanStatus }) {
  const language = useLanguage();
  return <StatusTag {...looks[status]}>{planStatusNames[status][language]}</StatusTag>;
}
