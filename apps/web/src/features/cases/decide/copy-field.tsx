import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../../api/client.js';
import { ManySelect } from '../../../ui/many-select.js';
import { useOfficeName } from '../use-office-name.js';
import { recipientKey } from './recipients.js';

/** 抄送: persons and offices that may read the case anyway, the nearest first. Nobody is the usual answer. */
export function CopyField({ id }: { id: string }) {
  const { t } = useTranslation();
  const officeName = useOfficeName();
  const query = useQuery({ queryKey: ['case', id, 'readers'], queryFn: ({ signal }) => call(api.GET('/api/v1/cases/{id}/readers', { params: { path: { id } }, signal })) });
  const readers = query.data ?? [];
  const offices = [...new Map(readers.map((reader) => [recipientKey({ role: reader.role, division: reader.division }), officeName(reader.role, reader.division)]))];
  const options = [
    { label: t('cases.copy.offices'), options: offices.map(([value, label]) => ({ value, label })) },
    { label: t('cases.copy.persons'), options: readers.map((reader) => ({ value: recipientKey(reader), label: `${reader.name}（${officeName(reader.role, reader.division)}）` })) },
  ];
  return (
    <Form.Item name="copyTo" label={t('cases.copy.label')}>
      <ManySelect maxCount={20} loading={query.isFetching} options={options} showSearch={{ optionFilterProp: 'label' }} placeholder={t('cases.copy.placeholder')} />
    </Form.Item>
  );
}
