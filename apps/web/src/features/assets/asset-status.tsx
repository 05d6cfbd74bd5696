import { assetStatusNames, type AssetStatus } from '#domain';
import { useLanguage } from '../../i18n/use-language.js';
import { StatusTag, type Tone } from '../../ui/status-tag.js';

const looks: Readonly<Record<AssetStatus, { tone: Tone; mark: string }>> = {
  IN_USE: { tone: 'success', mark: '✓' }, IDLE: { tone: 'warning', mark: '○' }, DAMAGED: { tone: 'error', mark: '!' }, DISPOSED: { tone: 'neutral', mark: '✗' },
};

export function AssetStatusTag({ status }: { status: AssetStatus }) {
  const language = useLanguage();
  return <StatusTag {...looks[status]}>{assetStatusNames[status][language]}</StatusTag>;
}
