export interface Photograph {
	name: string;
	file: string;
	/** Why the state was not reached; empty when it was. */
	problem: string;
}

const escapeText = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** One page with every picture, each a link to its full size. */
export function galleryPage(photographs: readonly Photograph[]): string {
	const figures = photographs.map(
		({ name, file, problem }) =>
			`<figure${problem ? ' class="failed"' : ""}><a href="${file}"><img src="${file}" alt="${escapeText(name)}" loading="lazy"></a><figcaption>${escapeText(name)}${problem ? `<br><strong>${escapeText(problem)}</strong>` : ""}</figcaption></figure>`,
	);
	const failed = photographs.filter(({ problem }) => problem !== "").length;
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Gallery</title><style>
body{margin:24px;background:#808080;color:#fff;font:13px/18px system-ui}
main{display:grid;grid-template-columns:repeat(auto-fill,minmax(420px,1fr));gap:20px;align-items:start}
figure{margin:0}img{inline-size:100%;block-size:auto;background:#fff}strong{background:#a3261b}
.failed{outline:6px solid #a3261b}h1{font-size:16px}
</style></head><body>
<h1>${photographs.length} pictures${failed > 0 ? `, <strong>${failed} failed</strong>` : ", every state reached"}</h1><main>
${figures.join("\n")}
</main></body></html>
`;
}
