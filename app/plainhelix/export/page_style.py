"""How the HTML summary looks: the colours of the app's theme, on screen and on paper."""

STYLE = """
:root{--paper:#FBF8F3;--card:#fff;--ink:#18262E;--soft:#4A5B66;--line:#D8DEE2;--teal:#0B5563;--ground:#E3EFF1;
--terracotta:#B4461F;--grey:#6F7F89;--sun:#F2B705;--sun-ground:#FFF6DB}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);
font:18px/1.5 "Noto Sans","Noto Sans Arabic",system-ui,sans-serif}
main{max-width:62rem;margin:2rem auto;padding:2rem;background:var(--card);border:1px solid var(--line);
border-radius:18px}
h1{font-size:2rem;line-height:1.2;color:var(--teal);margin:.5rem 0}
h2{font-size:1.25rem;line-height:1.3;color:var(--teal);margin:0 0 .4rem}
h3{font-size:1.05rem;margin:0 0 .8rem}
p{margin:.3rem 0}
section{border-top:1px solid var(--line);padding-top:1rem;margin-top:1.4rem}
.row{display:grid;grid-template-columns:1fr;gap:0 2rem}
.two .row{grid-template-columns:1fr 1fr}
.quiet,figcaption,.note{color:var(--soft);font-size:.88rem}
.draft{display:inline-block;background:var(--sun-ground);border:1px solid var(--sun);border-radius:8px;
padding:.1rem .7rem;font-size:.88rem;font-weight:600}
.card{display:flex;flex-wrap:wrap;gap:1rem 2rem;justify-content:space-between;align-items:center;
border:1px solid var(--line);border-radius:14px;padding:1rem 1.4rem;margin-top:1rem}
.code{font-size:2.4rem;font-weight:700;letter-spacing:.12em;line-height:1.2;text-align:start}
[dir=rtl] .code{text-align:right}
.two .card .row{grid-template-columns:1fr}
.sides.pair{align-items:flex-end}
.card svg{width:min(100%,22rem);height:auto;display:block;margin-inline:auto}
dl{margin:0 0 .5rem}
dt{color:var(--soft);font-size:.95rem}
dd{margin:0}
.one dl{display:grid;grid-template-columns:minmax(9rem,36%) 1fr;gap:0 1.4rem}
.one dt{grid-row:1 / span 20}
.one dd{grid-column:2}
.rated dl{display:grid;grid-template-columns:1fr minmax(6rem,34%);gap:0 1.4rem}
.one .rated dt{grid-row:auto}
.rated dd{font-weight:600}
blockquote{margin:.2rem 0 .8rem;padding:.5rem 1rem;background:var(--ground);border-radius:8px;overflow-wrap:anywhere}
.one blockquote{margin-inline-start:calc(36% + .9rem)}
.soft{background:var(--ground);border-radius:12px;padding:.8rem 1.2rem;margin-top:1.6rem}
.chart{margin:1.6rem 0}
.chart>div+div{margin-top:1rem}
figure{margin:0}
figcaption,.note{margin-top:.6rem}
.sides{display:flex;flex-wrap:wrap;gap:1.4rem 2.6rem;align-items:center}
.side{flex:0 1 20rem}
.side svg{width:100%;height:auto;display:block;margin-bottom:.5rem}
.number{font-size:1.9rem;font-weight:700;color:var(--terracotta);line-height:1.2}
.calm{color:var(--teal)}
.key{display:flex;gap:.5rem;align-items:center;margin:.2rem 0}
.key svg{width:1em;height:1em;flex:none;margin:0}
table{border-collapse:collapse;width:100%}
th,td{padding:.35rem .6rem;border-top:1px solid var(--line);text-align:center}
thead th{background:var(--ground);color:var(--teal);border-top:0}
tbody th{text-align:start;font-weight:400}
tbody .d1 th,.d1 td{font-weight:600}
.d2 th{padding-inline-start:1.6rem}
th svg{width:.9em;height:.9em;vertical-align:-.05em;margin-inline-end:.4em}
.band td,.band th{border:0}
.band td:nth-child(2){width:45%}
.band svg{width:100%;height:1.2rem;display:block}
.ends{display:flex;justify-content:space-between}
@media (max-width:40rem){.two .row,.one dl{grid-template-columns:1fr}.one dd{grid-column:1}.one dt{grid-row:auto}
.one blockquote{margin-inline-start:0}main{margin:0;padding:1rem;border:0;border-radius:0}}
@page{size:A4;margin:15mm}
@media print{body{background:#fff;font-size:9.5pt}main{max-width:none;margin:0;padding:0;border:0}section{
break-inside:avoid-page;margin-top:.8rem;padding-top:.5rem}h1{font-size:1.5rem}.card svg{width:42mm}
.one .answers{columns:2;column-gap:8mm}.one .asked dl{display:block}.one blockquote{margin-inline-start:0}
.chart{break-inside:avoid}.charts{break-before:page;break-inside:auto}*{-webkit-print-color-adjust:exact;
print-color-adjust:exact}}
"""
