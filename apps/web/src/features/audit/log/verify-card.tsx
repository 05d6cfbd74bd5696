import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../i18n/format.js';
import { Card } from '../../../ui/card.js';
import { ProblemAlert } from '../../../ui/problem-alert.js';
import { useVerify } from './log.api.js';

/** Recomputes every chain and holds it against the anchors outside of the database. */
export function VerifyCard() {
  const { t } = useTranslation();
  const verify = useVerify();
  const report = verify.data;
  return (
    <Card title={t('auditLog.verify.title')} extra={<Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>{t('auditLog.verify.run')}</Button>}>
      <p className="secondary">{t('auditLog.verify.hint')}</p>
      {verify.error && <ProblemAlert error={verify.error} />}
      {report && (
        <Alert
          type={report.faults.length === 0 ? 'success' : 'error'} showIcon role="status"
          title={t(report.faults.length === 0 ? 'auditLog.verify.whole' : 'auditLog.verify.broken', { count: report.faults.length })}
          description={<>{t('auditLog.verify.counted', { counties: formatCount(report.counties), rows: formatCount(report.rows), anchors: formatCount(report.anchors) })}{report.faults.length > 0 && <ul>{report.faults.map((fault) => <li key={`${fault.countyCode}${fault.seq}${fault.kind}`}>{fault.countyCode} · {fault.kind} · {fault.seq} · {fault.rowId}</li>)}</ul>}</>}
        />
      )}
    </Card>
  );
}
