import { useTranslation } from 'react-i18next';
import { Chips } from '../../ui/index.js';
import { askPlace, usePhonePlace, usePlaceDenied } from '../position/phone-place.js';

interface Props {
  near: boolean;
  onNear: (near: boolean) => void;
}

/** 按距离 asks where the phone is, for this page only; once that is known, 近的在前 puts the nearest first. */
export function ByDistance({ near, onNear }: Props) {
  const { t } = useTranslation();
  const here = usePhonePlace();
  const denied = usePlaceDenied();
  const choose = () => {
    if (!here) askPlace();
    onNear(!here || !near);
  };
  return (
    <>
      <Chips label={t('field.today.order')} inLine multiple options={[{ value: 'near', text: t(here ? 'field.today.nearFirst' : 'field.today.byDistance') }]} value={here && near ? ['near'] : []} onChange={choose} testid="order" />
      {!here && near && <p className="small" role="status">{t(denied ? 'field.place.refused' : 'field.place.looking')}</p>}
    </>
  );
}
