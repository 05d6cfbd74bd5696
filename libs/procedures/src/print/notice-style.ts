/** A3 portrait, to be read from two metres; vertical Mongolian runs from left to right. */
export const posterStyles = `
@page { size: A3 portrait; margin: 18mm 16mm 20mm; @bottom-center { content: "第 " counter(page) " 页 / 共 " counter(pages) " 页"; font-size: 11pt; color: #444; } }
body { font-size: 16pt; }
h1 { font-size: 40pt; color: #c8161d; margin-bottom: 8mm; }
table { font-size: 17pt; }
th, td { padding: 3.2mm 3mm; }
td { height: 14.5mm; vertical-align: middle; }
.order { width: 18mm; text-align: center; }
.persons { width: 32mm; text-align: center; }
.facts { margin: 6mm 0 0; }
.signature { margin-top: 10mm; text-align: right; break-inside: avoid; }
.mongolian { margin: 0 0 6mm; font-family: "Noto Sans Mongolian", "Mongolian Baiti", "Menk Qagan Tig", sans-serif; font-size: 16pt; white-space: pre-wrap; }
.mongolian.vertical { writing-mode: vertical-lr; text-orientation: mixed; max-height: 120mm; max-width: 100%; margin: 0 auto 6mm; }
`;

/** A4, otherwise the same. */
export const announcementStyles = posterStyles
  .replace('size: A3 portrait; margin: 18mm 16mm 20mm', 'size: A4 portrait; margin: 16mm 14mm 18mm')
  .replace('body { font-size: 16pt; }', 'body { font-size: 12pt; }')
  .replace('h1 { font-size: 40pt', 'h1 { font-size: 26pt')
  .replace('table { font-size: 17pt; }', 'table { font-size: 12pt; }')
  .replace('td { height: 14.5mm', 'td { height: 9mm')
  .replace('padding: 3.2mm 3mm', 'padding: 1.6mm 2mm');
