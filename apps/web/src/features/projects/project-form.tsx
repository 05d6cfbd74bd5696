import { useNavigate } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uuidV7 } from '#domain';
import { useMe } from '../../session/me.js';
import { DivisionSelect } from '../../ui/division-select.js';
import { useFundChoices } from '../funds/use-fund-choices.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem, FenItem, SelectItem, TextItem } from '../help/parts/items.js';
import { useThisYear, useYearChoices } from '../help/parts/use-years.js';
import { VillagesPick } from '../teams/villages-pick.js';
import { projectCategories, projectNatures, projectSteps, propose, type ProjectDetail } from './projects.api.js';

type Body = Parameters<typeof propose>[0];
interface Values extends Omit<Body, 'id' | 'year' | 'beneficiaries'> {
  year: string;
  villages?: string[];
}

interface Props {
  /** Edited as long as it is not yet public; without it a new one. */
  project?: ProjectDetail;
  onClose: () => void;
}

/** What is proposed: content, estimate, which funds pay, which villages benefit. Households that benefit stay as they are. */
export function ProjectForm({ project, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useMe();
  const [id] = useState(uuidV7);
  const year = useThisYear();
  const years = useYearChoices();
  const funds = useFundChoices();
  const send = ({ year: of, villages = [], budget = [], division, code, ...values }: Values): Promise<ProjectDetail> => {
    const households = (project?.beneficiaries ?? []).filter(({ householdId }) => householdId !== null).map(({ householdId, benefit }) => ({ householdId: householdId ?? '', ...(benefit ? { benefit } : {}) }));
    const body = { ...values, budget, beneficiaries: [...villages.map((villageCode) => ({ villageCode })), ...households] };
    return project ? projectSteps.edit(project, body) : propose({ id, division, code, year: Number(of), ...body });
  };
  const initial: Partial<Values> = project ? {
    name: project.name, category: project.category as Values['category'], nature: project.nature as Values['nature'], content: project.content, estimateFen: project.estimateFen,
    budget: project.budget.map(({ fundId, amountFen }) => ({ fundId, amountFen })), villages: project.beneficiaries.filter(({ householdId }) => householdId === null).map(({ village }) => village),
  } : { division: me.division, year: String(year), category: 'INDUSTRY', nature: 'CONSTRUCTION', budget: [] };
  return (
    <FormDialog<Values, ProjectDetail> title={t(project ? 'projects.edit' : 'projects.propose')} okText={t(project ? 'common.save' : 'projects.propose')} width={760} initial={initial} send={send} said={t('help.saved', { what: t('help.project') })} onClose={onClose} onDone={(saved) => void navigate({ to: '/projects/$id', params: { id: saved.id } })}>
      <div className="two-fields">
        <TextItem name="name" label={t('projects.name')} required autoFocus />
        {!project && <TextItem name="code" label={t('projects.code')} max={40} required />}
        {!project && <Form.Item name="division" label={t('projects.place')} rules={[{ required: true, message: t('help.fill', { field: t('projects.place') }) }]}><DivisionSelect within={me.division} placeholder={t('projects.place')} /></Form.Item>}
        {!project && <SelectItem name="year" label={t('help.year')} options={years} required />}
        <SelectItem name="category" label={t('projects.category')} options={projectCategories.map((value) => ({ value, label: t(`projects.categories.${value}`) }))} required />
        <SelectItem name="nature" label={t('projects.nature')} options={projectNatures.map((value) => ({ value, label: t(`projects.natures.${value}`) }))} required />
        <FenItem name="estimateFen" label={t('projects.estimateFen')} required />
      </div>
      <AreaItem name="content" label={t('projects.content')} max={2000} required />
      <Form.Item name="villages" label={t('projects.villages')}><VillagesPick /></Form.Item>
      <Form.List name="budget">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => <div key={key} className="two-fields budget-line"><SelectItem name={[name, 'fundId']} label={t('projects.fund')} options={funds} search required /><div className="inline-field"><FenItem name={[name, 'amountFen']} label={t('projects.budgetFen')} required /><Button size="small" type="link" onClick={() => remove(name)}>{t('help.remove')}</Button></div></div>)}
            <Button onClick={() => add({})}>{t('projects.addBudget')}</Button>
          </>
        )}
      </Form.List>
    </FormDialog>
  );
}
