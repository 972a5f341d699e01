/** The one style sheet of the pages without the app: large type, one column, and paper in mind. */
export const STYLE = `
:root{color-scheme:light;--ink:#1c2422;--soft:#4c5855;--line:#c9d3d0;--primary:#0b5d57;--primary-soft:#e3f0ee;--late:#a11d26}
*{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;font-family:-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;line-height:1.7;overflow-wrap:anywhere}
main,.top nav,.bottom{max-width:44rem;margin:0 auto;padding:1rem}
a{color:var(--primary);text-underline-offset:.2em}
a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--primary);outline-offset:2px}
.skip{position:absolute;left:-99rem;background:#fff;padding:.5rem 1rem}
.skip:focus{left:0;top:0}
.top{background:var(--primary)}
.top nav{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;justify-content:space-between}
.top a{color:#fff;padding:.5rem 0}
.top a:focus-visible{outline-color:#fff}
h1{font-size:1.6rem;line-height:1.35;margin:.5rem 0}
h2{font-size:1.25rem;line-height:1.4;margin:2rem 0 .5rem;padding-bottom:.25rem;border-bottom:2px solid var(--primary)}
h4{font-size:1rem;margin:.75rem 0 .25rem}
h3{font-size:1.1rem;line-height:1.5;margin:1.25rem 0 .25rem}
p{margin:.5rem 0}
.soft{color:var(--soft)}
.fate{background:var(--primary-soft);border-left:.3rem solid var(--primary);padding:.75rem 1rem;font-weight:600}
.late{color:var(--late);font-weight:600}
.steps{list-style:none;margin:1rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.5rem}
.steps li{flex:1 1 7rem;border:2px solid var(--line);border-radius:.5rem;padding:.5rem .75rem}
.steps strong{display:block}
.steps .done,.steps .current{border-color:var(--primary);background:var(--primary-soft)}
dl{margin:.5rem 0;display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.25rem 1rem}
dt{color:var(--soft)}
dd{margin:0}
table{width:100%;margin:.5rem 0;border-collapse:collapse}
th,td{padding:.5rem .25rem;border-bottom:1px solid var(--line);text-align:left;font-weight:400}
thead th{color:var(--soft)}
.timeline{list-style:none;margin:.5rem 0;padding:0}
.timeline li{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.5rem 0;border-bottom:1px solid var(--line);break-inside:avoid}
.timeline time{flex:0 0 8.5rem;color:var(--soft)}
.timeline div{flex:1 1 16rem}
time{white-space:nowrap}
.photos{list-style:none;margin:.5rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.5rem}
.sides{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem}
.photos img{display:block;width:8rem;height:8rem;object-fit:cover;border-radius:.25rem}
.list{padding-left:1.25rem}
.list li{margin:.75rem 0}
.list a{padding:.5rem 0}
h3 a{display:inline-block;padding:.5rem 0}
form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin:.5rem 0}
label{flex:1 1 100%}
input,button{font:inherit;min-height:3rem;padding:.5rem .75rem;border:2px solid var(--primary);border-radius:.25rem}
input{flex:1 1 10rem;min-width:0}
button{background:var(--primary);color:#fff}
.bottom{color:var(--soft);border-top:1px solid var(--line);margin-top:2rem}
.paper{display:none}
@media (max-width:28rem){dl{display:block}dt{margin-top:.5rem}}
@media print{.skip,.top,form,.screen{display:none}.paper{display:block}main,.bottom{max-width:none;padding:0}html{font-size:12pt}a{color:inherit}h2,h3,h4{break-after:avoid}article,.steps li{break-inside:avoid}}
`;
