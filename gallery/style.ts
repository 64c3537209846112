/** How the gallery looks: calm, and as dark as its reader's room. */
export const STYLE = `
:root{color-scheme:light dark;--ground:#f3f3f0;--ink:#1f2124;--quiet:#5a5f66;--line:#dcdcd6;--link:#0b57d0;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground)}
@media(prefers-color-scheme:dark){:root{--ground:#17181b;--ink:#e9e9e6;--quiet:#a7abb3;--line:#383b41;--link:#8ab4f8}}
body{max-width:88rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.125rem;margin:0}p{margin:.25rem 0 0;color:var(--quiet)}a{color:var(--link)}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:1rem 0;margin:1rem 0 0;list-style:none;border-block:1px solid var(--line);font-size:.875rem}
section{padding-top:2.5rem;content-visibility:auto;contain-intrinsic-size:auto 60rem}
section div{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(30rem,100%),1fr));gap:1.25rem;margin-top:1rem}
figure{margin:0}figure svg{display:block;width:100%;height:auto;border-radius:.375rem;box-shadow:0 0 0 1px var(--line)}figure svg+svg{margin-top:.5rem}
figcaption{margin-top:.375rem;font-size:.8125rem;color:var(--quiet)}
`;
