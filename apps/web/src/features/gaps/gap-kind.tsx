import { useTranslation } from 'react-i18next';
import { StatusTag, type Tone } from '../../ui/status-tag.js';
import type { GapKind } from './gaps.api.js';

const looks: Readonly<Record<GapKind, { tone: Tone; mark: string }>> = {
  LACKING: { tone: 'warning', mark: '○' }, IMPROPER: { tone: 'error', mark: '!' }, UNANSWERED: { tone: 'info', mark: '?' },
};

export function GapKindTag({ kind }: { kind: GapKind }) {
  const { t } = useTranslation();
  return <StatusTag {...looks[kind]}>{t(`help.gaps.kinds.${kind}`)}</StatusTag>;
}
