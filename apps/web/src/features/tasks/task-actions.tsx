import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Permission, uuidV7 } from '#domain';
import { useMay } from '../../session/me.js';
import { FormDialog } from '../help/parts/form-dialog.js';
import { AreaItem, DayItem, TextItem } from '../help/parts/items.js';
import { takeStep, type TaskAction, type TaskDetail, type TaskStep } from './tasks.api.js';

/** The steps that the state allows, by who may. */
export function TaskActions({ task }: { task: TaskDetail }) {
  const may = useMay();
  const { t } = useTranslation();
  const [step, setStep] = useState<{ action: TaskAction; eventId: string } | null>(null);
  const offered = task.actions.filter((action) => may(action === 'VERIFY' ? Permission.TaskVerify : Permission.TaskWrite));
  return (
    <div className="action-bar">
      {offered.map((action) => <Button key={action} type={action === 'VERIFY' ? 'primary' : 'default'} danger={action === 'REOPEN'} onClick={() => setStep({ action, eventId: uuidV7() })}>{t(`teams.tasks.action.${action}`)}</Button>)}
      {step && (
        <FormDialog<TaskStep, TaskDetail>
          title={t(`teams.tasks.action.${step.action}`)} okText={t(`teams.tasks.action.${step.action}`)} danger={step.action === 'REOPEN'} intro={t(`teams.tasks.follows.${step.action}`)} said={t('help.saved', { what: t(`teams.tasks.action.${step.action}`) })}
          initial={step.action === 'ASSIGN' ? { ...(task.ownerName ? { ownerName: task.ownerName } : {}), dueOn: task.dueOn } : {}} send={(values) => takeStep(task.id, step.action, { ...values, eventId: step.eventId })} onClose={() => setStep(null)}
        >
          {step.action === 'ASSIGN' && <TextItem name="ownerName" label={t('teams.tasks.owner')} max={200} required autoFocus />}
          {(step.action === 'ASSIGN' || step.action === 'REOPEN') && <DayItem name="dueOn" label={t('teams.tasks.due')} />}
          <AreaItem name="note" label={t('teams.tasks.note')} max={2000} required={step.action === 'REOPEN' || step.action === 'NOTE'} autoFocus={step.action !== 'ASSIGN'} />
        </FormDialog>
      )}
    </div>
  );
}
