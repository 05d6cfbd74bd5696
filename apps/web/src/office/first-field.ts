const fields = '.ant-modal-body input:not([type="hidden"]):not(:disabled), .ant-modal-body textarea:not(:disabled)';

/**
 * A dialog that opens gives its first field the focus. Without motion it is filled before it stands in the page: the field's own
 * autofocus is lost then, and the focus falls on the button that closes.
 */
export function focusFirstField(): void {
  document.addEventListener('focusin', ({ target, relatedTarget }) => {
    if (!(target instanceof Element) || !target.matches('.ant-modal-close')) return;
    const dialog = target.closest('.ant-modal');
    if (!dialog || (relatedTarget instanceof Node && dialog.contains(relatedTarget))) return;
    dialog.querySelector<HTMLElement>(fields)?.focus();
  });
}
