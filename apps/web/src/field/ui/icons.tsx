interface Props {
  className?: string;
  'aria-hidden'?: 'true';
  'aria-label'?: string;
}

/** A sign of the phone, as high as the letters around it and of their colour. */
const icon = (...lines: readonly string[]) => function Icon(props: Props) {
  return (
    <svg viewBox="0 0 24 24" width="1em" height="1em" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" {...props} className={`icon ${props.className ?? ''}`}>
      {lines.map((line) => <path key={line} d={line} />)}
    </svg>
  );
};

export const RightIcon = icon('M9 5l7 7-7 7');
export const LeftIcon = icon('M15 5l-7 7 7 7');
export const DownIcon = icon('M5 9l7 7 7-7');
export const CloseIcon = icon('M6 6l12 12M18 6L6 18');
export const CheckIcon = icon('M5 12.5l5 5L19.5 7');
export const BellIcon = icon('M6 17v-6a6 6 0 0 1 12 0v6l1.5 2h-15z', 'M10 21.5h4M12 3v2');
export const AddIcon = icon('M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18z', 'M12 8v8M8 12h8');
export const CalendarIcon = icon('M6 6h12a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z', 'M4 11h16M8.5 3.5v4M15.5 3.5v4');
export const TeamIcon = icon('M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 1 0 0-7z', 'M3 20a6 6 0 0 1 12 0', 'M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.6A6 6 0 0 1 21 20');
export const UserIcon = icon('M12 4a4 4 0 1 0 0 8 4 4 0 1 0 0-8z', 'M4.5 20.5a7.5 7.5 0 0 1 15 0');
export const ShieldIcon = icon('M12 3l8 2.5v6c0 4.5-3.2 7.6-8 9.5-4.8-1.9-8-5-8-9.5v-6z', 'M8.5 12l2.5 2.5 4.5-4.5');
export const UploadIcon = icon('M12 15V4M8 8l4-4 4 4', 'M5 13v5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-5');
