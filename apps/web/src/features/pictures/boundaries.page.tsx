import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Table, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../../api/client.js';
import type { ApiProblem } from '../../api/problem.js';
import { formatMoment } from '../../i18n/format.js';
import { Card } from '../../ui/card.js';
import { DivisionName } from '../../ui/division-name.js';
import { Page } from '../../ui/page.js';
import { QueryState } from '../../ui/query-state.js';
import { BoundaryProblem } from './boundary-problem.js';
import { boundariesQuery } from './pictures.api.js';

interface UploadForm {
  county: string;
  approvalNumber: string;
}

/** Maps that were approved elsewhere: uploaded with their approval number, or there is no map. */
export function BoundariesPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const query = useQuery(boundariesQuery);
  const [file, setFile] = useState<File | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: ['boundaries'] });
  const upload = useMutation<unknown, ApiProblem | SyntaxError, UploadForm>({
    mutationFn: async ({ county, approvalNumber }) => {
      const geojson = JSON.parse(await (file ?? new Blob()).text()) as Record<string, unknown>;
      return call(api.PUT('/api/v1/boundaries/{county}', { params: { path: { county } }, body: { approvalNumber: approvalNumber.trim(), geojson } }));
    },
    onSuccess: async () => { setFile(null); await refresh(); },
  });
  const remove = useMutation<unknown, ApiProblem, string>({ mutationFn: (county) => call(api.DELETE('/api/v1/boundaries/{county}', { params: { path: { county } } })), onSuccess: refresh });
  return (
    <Page title={t('pictures.boundaries')}>
      <p className="secondary">{t('pictures.boundariesHint')}</p>
      <Card title={t('pictures.upload')}>
        {upload.error && <BoundaryProblem error={upload.error} />}
        <Form<UploadForm> layout="inline" onFinish={(values) => upload.mutate(values)}>
          <Form.Item name="county" label={t('pictures.countyCode')} rules={[{ required: true, pattern: /^[0-9]{6}$/, message: t('pictures.countyCodeWrong') }]}><Input maxLength={6} /></Form.Item>
          <Form.Item name="approvalNumber" label={t('pictures.approvalNumber')} rules={[{ required: true, whitespace: true, message: t('pictures.approvalRequired') }]}><Input maxLength={40} /></Form.Item>
          <Upload accept=".geojson,.json" maxCount={1} showUploadList={false} beforeUpload={(chosen) => { setFile(chosen); return false; }}><Button>{file ? file.name : t('pictures.choose')}</Button></Upload>
          <Button type="primary" htmlType="submit" disabled={!file} loading={upload.isPending}>{t('pictures.upload')}</Button>
        </Form>
      </Card>
      <QueryState query={query}>
        {(items) => (
          <Table
            aria-label={t('pictures.boundaries')} size="middle" rowKey="county" dataSource={items} pagination={false} locale={{ emptyText: t('common.emptyPlain') }}
            columns={[
              { title: t('pictures.county'), render: (_, { county }) => <DivisionName code={county} /> },
              { title: t('pictures.approvalNumber'), dataIndex: 'approvalNumber' },
              { title: t('pictures.areas'), className: 'number', dataIndex: 'areas' },
              { title: t('pictures.uploadedBy'), dataIndex: 'uploadedBy' },
              { title: t('pictures.uploadedAt'), render: (_, { uploadedAt }) => formatMoment(uploadedAt) },
              { title: t('accounts.actions'), render: (_, { county }) => <Button size="small" loading={remove.isPending} onClick={() => remove.mutate(county)}>{t('holidays.remove')}</Button> },
            ]}
          />
        )}
      </QueryState>
    </Page>
  );
}
