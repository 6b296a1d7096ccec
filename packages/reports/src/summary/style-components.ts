// Style of the parts: figures, tables, marks, tiers, lists.

const tables = `
.scroll{position:relative;overflow-x:auto;max-width:100%;border:1px solid var(--line);border-radius:6px;background:var(--panel)}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{padding:.5rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
tbody tr:last-child>*{border-bottom:0}
thead th{font-size:.82rem;font-weight:600;color:var(--soft);white-space:nowrap;background:var(--faint)}
tbody th{font-weight:500}
.wide tbody th{min-width:16rem}
td>.nowrap,.date{white-space:nowrap}
@media screen and (max-width:700px){.wide{min-width:54rem}}
.num{text-align:right}
td em{color:var(--soft)}
caption{text-align:left;padding:.5rem .75rem 0;font-size:.82rem;color:var(--soft)}
.matrix td{width:21%;height:4.2rem;position:relative;border:1px solid var(--line);padding:.45rem .55rem}
.matrix thead th{padding:.4rem .55rem}
.matrix thead td{height:auto;border:0;background:var(--faint)}
.matrix tbody th{white-space:nowrap;color:var(--soft);font-size:.82rem;vertical-align:middle}
.matrix .count{display:flex;gap:.3rem;align-items:center;white-space:nowrap;font-size:.85rem}
.matrix .corner{position:absolute;right:.4rem;bottom:.35rem;line-height:0}
.matrix .none{color:var(--soft)}
.matrix td.critical{background:var(--critical-tint)}.matrix td.high{background:var(--high-tint)}.matrix td.medium{background:var(--medium-tint)}.matrix td.low{background:var(--low-tint)}
.matrix td.critical .corner path{fill:var(--critical)}.matrix td.high .corner path{fill:var(--high)}.matrix td.medium .corner path{fill:var(--medium)}.matrix td.low .corner path{fill:var(--low)}
.scroll:has(.heat){width:fit-content}
.heat th,.heat td{padding:.22rem .5rem}
.heat tbody th{padding:.22rem 2.5rem .22rem .75rem}
.heat td,.heat thead th+th{text-align:center;width:3.1rem}
.tiers td,.tiers th{padding:.5rem .4rem}.tiers th:first-child{padding-left:.7rem}.tiers thead th{white-space:normal;vertical-align:bottom}.tiers .bars{min-width:3.2rem}.tiers .bar{min-width:0}
@media (max-width:700px){.matrix th,.matrix td{padding:.35rem .4rem!important}.matrix thead th,.matrix tbody th{white-space:normal;min-width:3.2rem}.matrix .word{display:none}.tiers th:last-child,.tiers td:last-child{display:none}}
.heat abbr{text-decoration:none}
.heat tbody th{white-space:nowrap}`;

const marks = `
.shape{width:.62em;height:.62em;display:inline-block}
.shape path{fill:currentColor}
.tier{display:inline-flex;align-items:center;gap:.28em;font-weight:700;font-size:.78rem;line-height:1;padding:.25em .45em;border-radius:3px;color:var(--on-tier);vertical-align:.08em;font-variant-numeric:normal}
.tier.critical{background:var(--critical)}.tier.high{background:var(--high)}.tier.medium{background:var(--medium)}.tier.low{background:var(--low)}
.mark{display:inline-block;width:.82em;height:.82em;border:1.5px solid var(--ink);border-radius:50%;flex:none;vertical-align:-.06em;position:relative;font-size:.95em;line-height:1}
.mark.solid{background:var(--ink)}
.mark.open{border-radius:0;border-width:0;width:0;height:0;border-style:solid;border-width:0 .46em .82em;border-color:transparent transparent var(--ink)}
.mark.hatched,.cell.hatched{--hatch:color-mix(in srgb,currentColor 24%,transparent)}
.mark.hatched{border-color:var(--soft);color:var(--ink);background:repeating-linear-gradient(45deg,transparent 0 2px,var(--hatch) 2px 3.5px);border-radius:3px;width:1.1em;height:1.1em;font-size:.78em;font-weight:700;text-align:center;vertical-align:-.1em;display:inline-grid;place-items:center}
.mark.struck{background:linear-gradient(to top right,transparent calc(50% - 1px),var(--ink) calc(50% - 1px) calc(50% + 1px),transparent calc(50% + 1px))}
.mark.none,.mark.gap{border-style:dotted}
.status{display:inline-flex;align-items:center;gap:.35em;white-space:nowrap}
.cell{vertical-align:middle;display:inline-grid;place-items:center;width:1.45rem;height:1.2rem;border-radius:3px;font-size:.76rem;font-weight:700;line-height:1;border:1.5px solid transparent;color:var(--soft)}
.cell.open{background:var(--ink);color:var(--on-tier)}
.cell.open.critical{background:var(--critical)}.cell.open.high{background:var(--high)}.cell.open.medium{background:var(--medium)}.cell.open.low{background:var(--low)}
.cell.hatched{color:var(--soft);border-color:currentColor;background:repeating-linear-gradient(45deg,transparent 0 3px,var(--hatch) 3px 5px)}
.cell.hatched.critical{color:var(--critical)}.cell.hatched.high{color:var(--high)}.cell.hatched.medium{color:var(--medium)}.cell.hatched.low{color:var(--low)}
.cell.hollow{border-color:var(--soft)}
.cell.solid{background:var(--soft)}
.cell.none{font-weight:400}
.cell.gap{border:1.5px dotted var(--warn);color:var(--warn)}
.bar{width:100%;height:6px;display:block;min-width:4rem}
.bar .track{fill:var(--faint)}.bar .fill{fill:var(--soft)}
.bar.critical .fill{fill:var(--critical)}.bar.high .fill{fill:var(--high)}.bar.medium .fill{fill:var(--medium)}.bar.low .fill{fill:var(--low)}
.bar .dashes{fill:none;stroke:var(--soft);stroke-width:6px;stroke-dasharray:2.5 1.5;vector-effect:non-scaling-stroke}
.bar.critical .dashes{stroke:var(--critical)}.bar.high .dashes{stroke:var(--high)}.bar.medium .dashes{stroke:var(--medium)}.bar.low .dashes{stroke:var(--low)}
.bars{display:grid;gap:3px;padding-top:.35rem;min-width:5rem}
.legend{list-style:none;padding:0;margin-top:.9rem;display:flex;flex-wrap:wrap;gap:.45rem 1.4rem;font-size:.86rem;color:var(--soft)}
.legend li{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .45rem}
.legend .tier-word{white-space:nowrap}
.tag{border:1px solid var(--accent);color:var(--accent);border-radius:3px;padding:0 .4em;font-size:.92em}`;

const lists = `
.figures{list-style:none;padding:0;margin-top:1.6rem;display:grid;grid-template-columns:repeat(2,minmax(0,1fr));border:1px solid var(--line);border-radius:6px;background:var(--panel);overflow:hidden}
.figures li{padding:.85rem 1rem;display:grid;grid-template-columns:auto 1fr;column-gap:.5rem;align-items:baseline;align-content:start;box-shadow:1px 0 0 var(--line),0 1px 0 var(--line)}
.figures b{font-size:1.7rem;line-height:1.1;letter-spacing:-.01em}
.figures span:not(.mark),.figures small{grid-column:1/-1}
.figures span:not(.mark){font-weight:600;margin-top:.15rem}
.figures li:last-child{grid-column:1/-1}
@media (min-width:760px){.figures{grid-template-columns:repeat(5,minmax(0,1fr))}.figures li:last-child{grid-column:auto}}
.risks,.questions,.steps{list-style:none;padding:0;border-top:1px solid var(--line)}
.risks>li,.questions>li{display:grid;grid-template-columns:3rem minmax(0,1fr);gap:.25rem;padding:.7rem 0;border-bottom:1px solid var(--line)}
.risks .tier,.questions .tier{place-self:start;margin-top:.22rem}
.what{font-weight:550;max-width:78ch;overflow-wrap:anywhere}
.meta{display:flex;flex-wrap:wrap;align-items:center;gap:.1rem 1.05rem;font-size:.88rem;margin-top:.15rem}
.meta .num{text-align:left;color:var(--ink)}
.meta .falls{color:var(--soft)}
.meta .lacking{color:var(--warn)}
.held{display:inline-flex;align-items:center;gap:.5rem}
.held .bar{width:5rem;min-width:0}
.steps{counter-reset:step;border:0}
.steps>li{counter-increment:step;display:grid;grid-template-columns:2rem minmax(0,1fr);padding:.45rem 0}
.steps code{font:.92em/1.5 ui-monospace,"Cascadia Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.steps>li>*{grid-column:2}
.steps>li::before{content:counter(step);grid-row:1/4;grid-column:1;color:var(--accent);font-weight:650;font-size:1.1rem;line-height:1.4}
.facts,.files{display:grid;grid-template-columns:minmax(8rem,auto) minmax(0,1fr);gap:.35rem 1.5rem}
.facts dt,.files dt{color:var(--soft)}
.facts dd,.files dd{margin:0;max-width:72ch}
.files dd a{margin-right:.7rem}
.files details{margin-top:.2rem}.files summary{cursor:pointer;color:var(--soft)}.files details ul{padding-left:1.1rem}
.gates,.plain{list-style:none;padding:0!important}
.gates li{display:grid;grid-template-columns:5.5rem minmax(0,1fr);gap:.75rem;padding:.3rem 0}
.plain li{padding:.15rem 0}.plain li:has(.tier){display:grid;grid-template-columns:3rem minmax(0,1fr)}.plain .tier{place-self:start;margin-top:.22rem}
.regulation+.regulation{margin-top:2rem}
.regulation .scroll{margin-top:.75rem}
.stages{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1.5rem 2rem}
.stages h3{margin:0;display:flex;align-items:center;gap:.45rem}
.stages .quiet{margin:0 0 .2rem}
.stages ul{padding-left:1rem;font-size:.9rem;overflow-wrap:anywhere}
.stages li li{margin-top:.2rem}
.notes{padding-left:1.1rem;max-width:76ch}.notes li{margin-top:.3rem}
.diagram{border:1px solid var(--line);border-radius:6px;background:#fff;padding:.5rem;overflow:auto}
.diagram svg{display:block;max-width:100%;height:auto;margin:0 auto}
.full-size{display:block;margin:0 0 .5rem;font-size:.875rem}
@media screen{.full-size:has(:checked)+.diagram{max-height:85vh}.full-size:has(:checked)+.diagram svg{max-width:none;margin:0}}
@media print{.full-size{display:none}}
@media (max-width:700px){.diagram svg{max-width:none;width:56rem}}
@media screen and (prefers-color-scheme:dark){.diagram{background:none;padding:0}.diagram svg{filter:invert(.9) hue-rotate(180deg) contrast(.96)}}`;

/** Tables, marks and lists. */
export const componentStyle = tables + marks + lists;
