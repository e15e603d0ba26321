import type { Form } from '../document/index.js'

const ink = '#111'

/** What the page looks like, on paper and on a screen. Nothing is fetched from anywhere. */
export const styleOf = ({ page }: Form): string => `
@page { size: A4 ${page}; margin: 12mm 10mm; }
* { box-sizing: border-box; }
html { font: ${page === 'portrait' ? '10.5pt' : '8.5pt'}/1.4 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Songti SC", serif; color: ${ink}; background: #eee; }
body { margin: 0; }
main { background: #fff; width: ${page === 'portrait' ? '210mm' : '297mm'}; max-width: 100%; margin: 6mm auto; padding: 12mm 10mm; }
h1 { font-size: 17pt; text-align: center; letter-spacing: .15em; margin: 0 0 4mm; font-weight: 600; }
h2 { font-size: 11pt; margin: 0; text-align: center; font-weight: 600; }
.number { text-align: right; margin: 0 0 1mm; }
.line { display: flex; flex-wrap: wrap; gap: 1mm 10mm; margin: 0 0 2mm; padding: 0; }
.line > div { display: flex; min-width: 28mm; }
.foot { margin: 4mm 0 0; }
dt, dd { display: inline; margin: 0; padding: 0; }
dt { white-space: nowrap; }
dd { overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin: 0 0 -1px; }
th, td { border: 1px solid ${ink}; padding: ${page === 'portrait' ? '1.2mm 1.5mm' : '1mm'}; vertical-align: middle; text-align: left; font-weight: normal; overflow-wrap: anywhere; }
thead th, .label { text-align: center; }
.label { width: 27mm; }
.group { width: 16mm; text-align: center; }
caption { caption-side: top; padding: 1.5mm 0; border: 1px solid ${ink}; border-bottom: 0; font-weight: 600; }
.right { text-align: right; font-variant-numeric: tabular-nums; }
.centre { text-align: center; font-variant-numeric: tabular-nums; }
.none { color: #555; }
.hint { font-size: 9pt; color: #444; margin: 0 0 1mm; }
ol { margin: 0; padding: 0 0 0 6mm; }
li { margin: 0 0 1mm; }
li > p { margin: 0; }
.opinion { border: 1px solid ${ink}; margin: 0 0 -1px; padding: 1.5mm; min-height: 20mm; display: flex; flex-direction: column; gap: 1mm; break-inside: avoid; }
.opinion > p { margin: 0; overflow-wrap: anywhere; }
.opinion h2 { text-align: left; display: inline; font-weight: normal; font-size: inherit; }
.opinion .line { justify-content: flex-end; margin: auto 0 0; }
.note { border: 1px solid ${ink}; margin: 0 0 -1px; padding: 1.5mm; overflow-wrap: anywhere; }
.note h2 { text-align: left; }
figure { border: 1px solid ${ink}; margin: 0 0 -1px; padding: 2mm; break-inside: avoid; }
figcaption { text-align: center; font-weight: 600; margin: 0 0 1mm; }
svg { display: block; width: 100%; height: auto; }
thead { display: table-header-group; }
tbody tr { break-inside: avoid; }
.boxes tr { break-inside: auto; }
.number, h1, .line { break-after: avoid; }
.total td { font-weight: 600; }
@media print { html { background: none; } main { width: auto; margin: 0; padding: 0; } }
`
