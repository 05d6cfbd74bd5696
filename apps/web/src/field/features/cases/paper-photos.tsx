import { useDraft } from '../../store/index.js';
import { Photos } from '../camera/photos.js';
import { useAwaitedForm } from '../camera/use-awaited-form.js';
import { photoOwner } from './use-dossier.js';

const notOpen = (): boolean => false;

/** Photographs of one paper. That the camera is open is kept too: the phone may end the page meanwhile. */
export function PaperPhotos({ draftKey, kind }: { draftKey: string; kind: string }) {
  const owner = photoOwner(draftKey, kind);
  const { value: awaiting, set } = useDraft(`${owner}@camera`, notOpen);
  const onAwaiting = useAwaitedForm((open) => set(() => open));
  return <Photos owner={owner} awaiting={awaiting} onAwaiting={onAwaiting} />;
}
