import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ChartHandle } from './chart-canvas.js';
import { download, framed, pngBlob, svgBlob } from './chart-picture.js';

interface Props {
  title: string;
  note: string;
  handle: ChartHandle | null;
}

/** Takes the picture along: into the clipboard, or as a file. */
export function ChartTools({ title, note, handle }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  if (!handle) return null;
  const svg = () => framed(handle.svg(), title, note);
  const file = title.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 60);
  const attempt = (work: Promise<string | null>) => void work.then((said) => said && void message.success(said), () => void message.error(t('charts.failed')));
  const copy = async () => {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pngBlob(svg()) })]);
    return t('charts.copied');
  };
  const png = async () => {
    download(await pngBlob(svg()), `${file}.png`);
    return null;
  };
  return (
    <>
      <Button size="small" type="text" onClick={() => attempt(copy())}>{t('charts.copy')}</Button>
      <Button size="small" type="text" onClick={() => attempt(png())}>PNG</Button>
      <Button size="small" type="text" onClick={() => download(svgBlob(svg()), `${file}.svg`)}>SVG</Button>
    </>
  );
}
