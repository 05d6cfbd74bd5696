import { useTranslation } from 'react-i18next';
import { privateKindLabels, type PrivateHit } from '#domain';
import { useLocalText } from '../../../i18n/use-language.js';

const isHit = (value: unknown): value is PrivateHit => typeof value === 'object' && value !== null && 'kind' in value && 'where' in value && 'found' in value && String(value.kind) in privateKindLabels;

/** The places that a refusal names. */
export function PrivateHits({ hits }: { hits: unknown }) {
  const { t } = useTranslation();
  const local = useLocalText();
  if (!Array.isArray(hits)) return null;
  return <ul>{hits.filter(isHit).map((hit) => <li key={`${hit.where} ${hit.found}`}>{t('notices.privacy.hit', { where: hit.where, kind: local(privateKindLabels[hit.kind]), found: hit.found })}</li>)}</ul>;
}
