import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../../api/client.js';
import { formatMoment } from '../../../i18n/format.js';
import { useLocalText } from '../../../i18n/use-language.js';
import { Card } from '../../../ui/card.js';
import type { CaseDetail } from '../cases.api.js';
import { useOfficeName } from '../use-office-name.js';

/** To whom the case was copied, by whom and when. Who has opened it is not shown to anybody. */
export function Copies({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation();
  const officeName = useOfficeName();
  const local = useLocalText();
  useReadCopies(detail);
  if (detail.copies.length === 0) return null;
  const sent = ({ by, at, byPack, step }: CaseDetail['copies'][number]) => {
    const how = { name: by, time: formatMoment(at) };
    return byPack ? t('cases.copy.packAt', { ...how, step: local(detail.steps.find(({ code }) => code === step)?.name) }) : t('cases.copy.by', how);
  };
  return (
    <Card title={t('cases.copy.title')}>
      <ul className="papers">
        {detail.copies.map((copy, n) => <li key={n}>{copy.name ? `${copy.name}（${officeName(copy.role, copy.division)}）` : officeName(copy.role, copy.division)} <span className="secondary">{sent(copy)}</span></li>)}
      </ul>
    </Card>
  );
}

/** Whoever opens a case has read its copies. */
function useReadCopies({ id, copies }: CaseDetail): void {
  const client = useQueryClient();
  const unread = copies.some((copy) => copy.unread);
  const { mutate } = useMutation({
    mutationFn: () => call(api.POST('/api/v1/cases/{id}/copies/read', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['cases'] }),
  });
  useEffect(() => {
    if (unread) mutate();
  }, [id, unread, mutate]);
}
