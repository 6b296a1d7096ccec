// The style of the page: a quiet ground, one accent, tier colours for tiers alone; light, dark and A4.
import { componentStyle } from "./style-components.ts";

const lightColours = `
  --ground:#fbfbf9; --panel:#fff; --ink:#1b2228; --soft:#56616b; --line:#dde1e3; --faint:#f1f3f3;
  --accent:#0a616b; --warn:#8c3a10;
  --critical:#8f1237; --critical-tint:#f6e0e6; --high:#b8400c; --high-tint:#fae5da;
  --medium:#8a6100; --medium-tint:#f7edd2; --low:#46617c; --low-tint:#e4ebf1; --on-tier:#fff;`;

const darkColours = `
  --ground:#14181b; --panel:#1a1f23; --ink:#e4e8ea; --soft:#9ba7af; --line:#30383e; --faint:#20272b;
  --accent:#6fc4cd; --warn:#f0a37c;
  --critical:#f58aa5; --critical-tint:#41202b; --high:#f39a6b; --high-tint:#3f281c;
  --medium:#dcb04d; --medium-tint:#383019; --low:#93b3d1; --low-tint:#22303c; --on-tier:#14181b;`;

const base = `
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:400 15px/1.55 "Source Sans 3","Source Sans Pro",Seravek,"Gill Sans Nova",Ubuntu,Calibri,"Noto Sans",system-ui,sans-serif;font-variant-numeric:tabular-nums;-webkit-print-color-adjust:exact;print-color-adjust:exact}
h1,h2,h3,p,ul,ol,dl,figure{margin:0}
h1{font-size:2.15rem;line-height:1.15;font-weight:650;letter-spacing:-.015em;overflow-wrap:anywhere}
h2{font-size:1.3rem;line-height:1.25;font-weight:650;letter-spacing:-.005em;margin-bottom:.75rem}
h3{font-size:1rem;font-weight:650;margin:1.25rem 0 .4rem}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
small{font-size:.82em;color:var(--soft)}
b,strong{font-weight:650}
.frame{max-width:1220px;margin:0 auto;padding:0 1.25rem 4rem}
main{min-width:0;display:block}
section{padding-top:2.75rem}
section>ul,section>p+ul,.pair ul{padding-left:1.1rem}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--panel);padding:.5rem .75rem;z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.quiet,.meta,.eyebrow,.about{color:var(--soft)}
.quiet{font-size:.9rem;margin-top:.5rem;max-width:70ch}
.lead{max-width:72ch;margin-bottom:1rem}
.lacking{color:var(--warn)}
.nowrap{white-space:nowrap}
.num{font-variant-numeric:tabular-nums}
.struck{text-decoration:line-through;text-decoration-thickness:1px}
nav{padding:1rem 0 0;font-size:.9rem;color:var(--soft);display:flex;gap:1rem;overflow-x:auto;white-space:nowrap}
nav .brand{color:var(--ink);font-weight:650;letter-spacing:.01em}
nav div p{display:none}
nav ul{list-style:none;padding:0;display:flex;gap:1rem}
nav a{text-decoration:none;padding:.15rem 0;display:inline-block}
nav a:hover{text-decoration:underline}
header{padding-top:1.75rem}
.eyebrow{font-size:.9rem;margin-bottom:.35rem}
.purpose{font-size:1.1rem;max-width:62ch;margin-top:.5rem}
.about{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;font-size:.9rem;margin-top:.6rem}
.verdict{font-size:1.25rem;line-height:1.45;max-width:60ch;margin-top:1.6rem;padding-left:1rem;border-left:3px solid var(--accent)}
footer{margin-top:3.5rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
.pair>*+*{margin-top:1.5rem}
@media (min-width:760px){.pair.uneven{grid-template-columns:minmax(0,5fr) minmax(0,7fr)!important}.pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:2rem}.pair>*+*{margin-top:0}}
@media (min-width:1080px){
.frame{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:3.25rem}
nav{display:block;position:sticky;top:0;align-self:start;padding-top:2rem;max-height:100vh;overflow:auto}
nav ul{display:block}
nav div p{display:block;font-size:.8rem;margin-top:.9rem}
}`;

const printed = `
@page{size:A4;margin:15mm 14mm}
@page lying{size:A4 landscape}
@media print{
.wide th:first-child{width:32%}.wide tbody th{min-width:0}
#diagram,.lead{break-inside:avoid}
#diagram:has(.large){page:lying}
.large svg{max-height:150mm;width:100%}
body{background:#fff;font-size:9.5pt;line-height:1.4}
.frame{display:block;max-width:none;padding:0}
nav,.skip{display:none}
header{padding-top:0}
h1{font-size:20pt}h2{font-size:13pt;break-after:avoid}h3{break-after:avoid}
.lead,thead,figcaption{break-after:avoid}
section{padding-top:7mm}
tr,li,.matrix,article>p,.figures{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible;border:0}
.verdict{font-size:12pt}
.diagram{break-inside:avoid;border:0;padding:0}
.diagram svg{max-height:235mm}
a{color:inherit;text-decoration:none}
.figures{grid-template-columns:repeat(5,1fr)}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:8mm}.pair>*+*{margin-top:0}
.pair.uneven{display:block}.pair.uneven>*+*{margin-top:6mm}
.matrix td{height:3rem}
details>ul{display:none}
table{font-size:8.5pt}thead th{font-size:8pt;white-space:normal}
.wide th,.wide td{padding:1.4mm 2mm}
}`;

/** The one style sheet. Dark is for screens only: paper stays light. */
export const style = `
:root{color-scheme:light;${lightColours}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${darkColours}}}${base}${componentStyle}${printed}
`;
