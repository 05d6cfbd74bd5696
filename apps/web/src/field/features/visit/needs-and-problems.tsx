import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, codeLabel, codeListOf, uuidV7 } from '#domain';
import { useLanguage } from '../../../i18n/use-language.js';
import { BigButton, Card, Chips, DateField, TextArea } from '../../ui/index.js';
import type { ProblemForm } from './form/problem-form.js';
import type { VisitForm, SetForm } from './form/visit-form.js';
import { useToday } from './use-today.js';

/** Deadline that the form suggests for a new task; no rule, one may write another. */
const SUGGESTED_DAYS = 30;

/** 帮扶需求 and what was found; every problem becomes a task. */
export function NeedsAndProblems({ form, set }: { form: VisitForm; set: SetForm }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = useToday();
  const [asked, setAsked] = useState(false);
  const options = (list: 'visitNeed' | 'monitoringRisk') => codeListOf(list).items.map(({ code }) => ({ value: code, text: codeLabel(list, code, language) }));
  const kinds = form.problems.map(({ kind }) => kind);
  const choose = (chosen: readonly string[]) => set((now) => {
    const kept = now.problems.filter(({ kind }) => chosen.includes(kind));
    const fresh = chosen.filter((kind) => !kinds.includes(kind)).map((kind): ProblemForm => ({ id: uuidV7(), kind, description: '', dueOn: addDays(today, SUGGESTED_DAYS) }));
    return { ...now, problems: [...kept, ...fresh] };
  });
  const change = (id: string, part: Partial<ProblemForm>) => set((now) => ({ ...now, problems: now.problems.map((problem) => (problem.id === id ? { ...problem, ...part } : problem)) }));
  return (
    <Card title={t('field.visit.needs')}>
      <Chips label={t('field.visit.needs')} multiple options={options('visitNeed')} value={form.needs} onChange={(needs) => set((now) => ({ ...now, needs }))} testid="need" />
      {!asked && kinds.length === 0 ? <BigButton kind="plain" onClick={() => setAsked(true)} data-testid="problem-found">{t('field.visit.problemFound')}</BigButton> : (
        <>
          <Chips label={t('field.visit.problems')} shown multiple options={options('monitoringRisk')} value={kinds} onChange={choose} testid="problem" />
          {form.problems.map((problem) => (
            <div key={problem.id} className="visit-problem">
              <TextArea label={t('field.visit.describe', { kind: codeLabel('monitoringRisk', problem.kind, language) })} value={problem.description} onChange={(description) => change(problem.id, { description })} testid={`describe-${problem.kind}`} />
              <DateField label={t('field.visit.dueOn')} value={problem.dueOn} min={today} onChange={(dueOn) => dueOn && change(problem.id, { dueOn })} />
            </div>
          ))}
        </>
      )}
      <TextArea label={t('field.visit.notes')} value={form.notes} onChange={(notes) => set((now) => ({ ...now, notes }))} testid="notes" />
    </Card>
  );
}
