import { useEffect, useRef, useState } from 'react';

export type ViewfinderState = 'starting' | 'on' | 'unavailable';

/** The picture of the camera in a <video> while `open`; nothing is recorded. */
export function useViewfinder(open: boolean) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<ViewfinderState>('starting');
  useEffect(() => {
    if (!open) return;
    let stream: MediaStream | null = null;
    let closed = false;
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    setState('starting');
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) return setState('unavailable');
    devices.getUserMedia({ audio: false, video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } } }).then(async (found) => {
      stream = found;
      if (closed || !video.current) return stop();
      video.current.srcObject = found;
      await video.current.play();
      setState('on');
    }).catch(() => !closed && setState('unavailable'));
    return () => {
      closed = true;
      stop();
    };
  }, [open]);
  /** The frame that is seen now. */
  const shoot = async (): Promise<Blob> => {
    const from = video.current;
    if (!from) throw new Error('no camera');
    const canvas = Object.assign(document.createElement('canvas'), { width: from.videoWidth, height: from.videoHeight });
    canvas.getContext('2d')?.drawImage(from, 0, 0);
    return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/jpeg', 0.95));
  };
  return { video, state, shoot };
}
