import { useQuery } from '@tanstack/react-query';
import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../../i18n/format.js';
import { ProblemAlert } from '../../../../ui/problem-alert.js';
import { strataQuery, type StrataRequest } from '../samples.api.js';

/** Strata that one can type sizes for by hand; a list of more is drawn by proportion. */
const MOST_STRATA = 100;

/** How many to draw in each stratum, typed by hand beside the number that it holds. */
export function GivenFields({ of }: { of: StrataRequest | null }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const strata = useQuery({ ...strataQuery(of ?? { question: {}, unit: 'household', year: 2000, stratifyBy: 'county' }), enabled: of !== null });
  const typed = Form.useWatch<Record<string, number | null> | undefined>('given', form);
  if (!of) return <p className="secondary">{t('samples.given.frameFirst')}</p>;
  if (strata.error) return <ProblemAlert error={strata.error} />;
  if (!strata.data) return <p className="secondary">{t('common.loading')}</p>;
  const { items } = strata.data;
  if (items.length > MOST_STRATA) return <p className="missing">{t('samples.given.tooMany', { count: items.length, most: MOST_STRATA })}</p>;
  const sum = items.reduce((all, { stratum }) => all + (typed?.[stratum] ?? 0), 0);
  return (
    <fieldset className="given-fields">
      <legend>{t('samples.given.title')}</legend>
      {items.map(({ stratum, name, units }) => (
        <Form.Item key={stratum} name={['given', stratum]} label={t('samples.given.of', { name, units: formatCount(units) })} rules={[{ type: 'number', max: units, message: t('samples.given.most', { units }) }]}>
          <InputNumber min={0} precision={0} controls={false} placeholder="0" />
        </Form.Item>
      ))}
      <p role="status" data-testid="given-sum">{t('samples.given.sum', { count: sum })}</p>
    </fieldset>
  );
}
