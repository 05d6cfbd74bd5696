import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SUPPLEMENT, type PackStep } from '#domain';
import { usePhotos, useSyncState } from '../../store/index.js';
import { BigButton, Card, say, Strip, TextField } from '../../ui/index.js';
import { PaperPhotos } from '../cases/paper-photos.js';
import { useCaseSetting, type ShownCase } from '../cases/use-cases.js';
import { draftKeyOf, photoOwner, useDossier } from '../cases/use-dossier.js';
import { useHandIn } from '../cases/use-hand-in.js';

/** 张贴登记: where it hangs, by the clock of the phone, with a picture only where the procedure demands one and says by which document. */
export function PostingForm({ shown: { kase, household, entry }, step }: { shown: ShownCase; step: PackStep }) {
  const { t } = useTranslation();
  const { today } = useCaseSetting();
  const { waiting } = useSyncState();
  const key = draftKeyOf(kase.id, step.code);
  const { dossier, change } = useDossier(key, today);
  const [tried, setTried] = useState(false);
  const need = step.evidence.find(({ kind }) => kind.includes('photo'));
  const kind = need?.kind ?? SUPPLEMENT.kind;
  const photos = usePhotos(photoOwner(key, kind)).map(({ id }) => id);
  const handIn = useHandIn({ household, headName: entry.headName, pack: kase.pack, step, action: 'publish_notice', caseId: kase.id, enteredAt: kase.row?.enteredAt, begin: null, present: [], direct: null }, key);
  const placeMissing = dossier.placeDetail.trim() === '';
  const photoMissing = need?.required === true && photos.length === 0;
  const keep = async () => {
    if (placeMissing || photoMissing) return setTried(true);
    await handIn(dossier, { [kind]: photos });
    say(t('field.notices.posted', { count: waiting + 1 }));
  };
  return (
    <Card title={t('field.notices.postTitle')} data-testid="posting">
      <TextField label={t('field.notices.place')} required value={dossier.placeDetail} maxLength={200} error={tried && placeMissing ? t('field.notices.placeMissing') : null} onChange={(placeDetail) => change({ placeDetail })} testid="posting-place" />
      <p className="small">{need?.required ? t('field.notices.photoRequired', { source: need.source ?? '' }) : t('field.notices.photoOptional')}</p>
      {tried && photoMissing && <Strip kind="error">{t('field.notices.photoMissing')}</Strip>}
      <PaperPhotos draftKey={key} kind={kind} />
      <BigButton onClick={() => void keep()} data-testid="post">{t('field.notices.post')}</BigButton>
    </Card>
  );
}
