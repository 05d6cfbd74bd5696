/** Enter in a date picker takes the date. It must not send the form around it as well, before its owner has looked at it. */
export function keepEnterInPickers(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('.ant-picker')) event.preventDefault();
  });
}
