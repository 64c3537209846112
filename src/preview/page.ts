/** The page before it is told of a build: its landmarks, in the order in which they are read. */

export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title} – preview</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
<script type="module" src="client.js"></script>
</head>
<body>
<header class="bar">
<h1 id="title">{title}</h1>
<p id="status" role="status" aria-live="polite">Building …</p>
<form id="switches" aria-label="What is shown"></form>
<div class="group" role="group" aria-label="View">
<button type="button" data-view="slide" aria-pressed="true">Slide</button>
<button type="button" data-view="sheet" aria-pressed="false">Contact sheet</button>
<button type="button" data-view="brand" aria-pressed="false">Brand</button>
</div>
<div class="group" role="group" aria-label="Overlays">
<button type="button" data-overlay="grid" aria-pressed="false">Grid</button>
<button type="button" data-overlay="boxes" aria-pressed="false">Boxes</button>
<button type="button" data-overlay="problems" aria-pressed="true">Problems</button>
</div>
</header>
<nav class="rail" aria-label="Slides">
<div class="group" role="group" aria-label="List of slides">
<button type="button" data-rail="film" aria-pressed="true">Filmstrip</button>
<button type="button" data-rail="outline" aria-pressed="false">Outline</button>
</div>
<ol id="film" data-rail="film"></ol>
</nav>
<main id="main" tabindex="0" aria-label="What is shown">
<section id="slide" aria-labelledby="slide-title">
<h2 id="slide-title" class="quiet"></h2>
<div id="stage" class="stage"></div>
<h3>Speaker notes</h3>
<div id="notes" class="notes"></div>
</section>
<section id="sheet" aria-label="Contact sheet" hidden></section>
<section id="brand" aria-label="Brand" hidden></section>
</main>
<aside class="panel" aria-label="About this slide" tabindex="0">
<section aria-labelledby="about-problems"><h2 id="about-problems">Problems</h2><div id="problems"></div></section>
<section aria-labelledby="about-facts"><h2 id="about-facts">Facts</h2><div id="facts"></div></section>
<section aria-labelledby="about-origin"><h2 id="about-origin">Made from</h2><dl id="origin"></dl></section>
</aside>
</body>
</html>
`;
