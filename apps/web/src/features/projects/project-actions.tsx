import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionsFrom, draftProjectStatuses, Permission, projectDecisions, projectMachine, type ProjectAction, type ProjectDecision } from '#domain';
import { useMay } from '../../session/me.js';
import { ProgressDialog } from './progress-dialog.js';
import { ProjectForm } from './project-form.js';
import { StepDialog } from './step-dialog.js';
import type { ProjectDetail } from './projects.api.js';

type Step = ProjectAction | 'edit' | 'progress';
const isDecision = (action: ProjectAction): action is ProjectDecision => projectDecisions.some((decision) => decision === action);

/** The steps that the state allows: those of who carries it out, and the decisions of the county. */
export function ProjectActions({ project }: { project: ProjectDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const [step, setStep] = useState<Step | null>(null);
  const allowed = actionsFrom(projectMachine, project.status).filter((action) => may(isDecision(action) ? Permission.ProjectApprove : Permission.ProjectWrite));
  const write = may(Permission.ProjectWrite);
  const steps: Step[] = [...allowed, ...(write && draftProjectStatuses.includes(project.status) ? ['edit' as const] : []), ...(write && project.status === 'RUNNING' ? ['progress' as const] : [])];
  const close = () => setStep(null);
  return (
    <div className="action-bar">
      {steps.map((action) => <Button key={action} type={action === steps[0] && action !== 'cancel' && action !== 'refuse' ? 'primary' : 'default'} danger={action === 'cancel' || action === 'refuse'} onClick={() => setStep(action)}>{t(`projects.action.${action}`)}</Button>)}
      {step === 'edit' && <ProjectForm project={project} onClose={close} />}
      {step === 'progress' && <ProgressDialog project={project} onClose={close} />}
      {step !== null && step !== 'edit' && step !== 'progress' && <StepDialog project={project} action={step} onClose={close} />}
    </div>
  );
}
