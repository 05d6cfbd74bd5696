/*
 * Evaluated in the page: every visible text must stand out from its background by 4.5 to 1 (WCAG AA).
 * Disabled controls are excepted. Gives `[{ text, ratio }]` of those that do not.
 */
(() => {
  const read = (css) => {
    const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
    return [r, g, b, a];
  };
  const channel = (value) => (value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const behind = (element) => {
    if (!element) return [255, 255, 255, 1];
    const own = read(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, behind(element.parentElement));
  };
  const excepted = ':disabled, [aria-disabled="true"], .ant-radio-wrapper-disabled, .ant-select-disabled, .visually-hidden, .ant-modal-mask, script, style, noscript, svg';
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent.trim();
    if (!element || text === '' || element.closest(excepted) || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const back = behind(element);
    const [light, dark] = [luminance(over(read(getComputedStyle(element).color), back)), luminance(back)].sort((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < 4.5) found.push({ text: text.slice(0, 30), ratio: Math.round(ratio * 100) / 100 });
  }
  return found;
})()
