import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language.js';
import { takePhotosAgain, type PendingEdit } from '../../store/index.js';
import { BigButton, say, Strip } from '../../ui/index.js';
import { photoFault } from '../camera/photo-fault.js';
import { dossierOf, photosOf } from './dossier-of.js';
import type { FieldCase } from './field-case.js';
import { photoOwner, type DossierDraft } from './use-dossier.js';

interface Props {
  kase: FieldCase;
  draft: DossierDraft;
}

/** What was done on the case here and where it is: waiting, uploaded, kept as an opinion because the case has moved on, or refused with its reason. */
export function CaseWork({ kase, draft }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const last = kase.work.filter(({ kind }) => kind === 'case.act').at(-1);
  const words = ({ reason }: PendingEdit) => (reason ? reason[language] || reason.zh : '');
  const mend = async (edit: PendingEdit): Promise<void> => {
    draft.change(dossierOf(edit, draft.dossier));
    try {
      for (const [kind, ids] of Object.entries(photosOf(edit))) await takePhotosAgain(ids, photoOwner(draft.key, kind));
    } catch (error) {
      say(photoFault(t, error));
    }
  };
  return (
    <>
      {kase.work.map((edit) => {
        if (edit.state === 'returned') {
          const again = edit === last && <BigButton small kind="plain" onClick={() => void mend(edit)} data-testid="mend">{t('field.cases.mend')}</BigButton>;
          return <Strip key={edit.opId} kind="error" data-testid="work-refused" action={again}>{t('field.cases.refused', { title: edit.title })}：{words(edit)}</Strip>;
        }
        if (edit.state === 'sent') return <Strip key={edit.opId} kind={edit.reason ? 'warning' : 'success'} data-testid={edit.reason ? 'work-kept' : 'work-sent'}>{edit.reason ? words(edit) : t('field.cases.uploaded', { title: edit.title })}</Strip>;
        return <Strip key={edit.opId} kind="offline" data-testid="work-waiting">{t('field.cases.waiting', { title: edit.title })}</Strip>;
      })}
    </>
  );
}
