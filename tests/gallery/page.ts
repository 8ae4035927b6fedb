import type { Frame } from "./scene.ts";

export interface Photograph {
	/** Of its scene. */
	name: string;
	frame: Frame;
	file: string;
	/** Why the state was not reached; empty when it was. */
	problem: string;
}

interface PhotographedRoom {
	name: string;
	photographs: readonly Photograph[];
}

const escapeText = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function figure({ name, frame, file, problem }: Photograph): string {
	const label = `${name}, ${frame.label}`;
	const failed = problem === "" ? "" : `<br><strong>${escapeText(problem)}</strong>`;
	return `<figure${problem ? ' class="failed"' : ""} data-frame="${frame.name}"><a href="${file}"><img src="${file}" alt="${escapeText(label)}" width="${frame.width}" height="${frame.height}" loading="lazy"></a><figcaption>${escapeText(name)} <span>${escapeText(frame.label)}</span>${failed}</figcaption></figure>`;
}

const STYLE = `
:root{color-scheme:dark}body{margin:0 24px 24px;background:#26282c;color:#ece9e2;font:13px/18px system-ui}
header{position:sticky;inset-block-start:0;z-index:1;display:flex;gap:16px;align-items:center;flex-wrap:wrap;padding:12px 0;background:#26282c}
h1{font-size:15px;margin:0}h2{font-size:15px;margin:24px 0 12px}nav{display:flex;gap:12px;flex-wrap:wrap}a{color:#8ab4f0}
input,select{font:inherit;padding:4px 8px}main section>div{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(400px,100%),1fr));gap:20px;align-items:start}
figure{margin:0;min-inline-size:0;overflow-wrap:anywhere}img{inline-size:100%;block-size:auto;background:#fff}figcaption span{color:#a8a39a}strong{background:#a3261b;color:#fff}
.failed{outline:4px solid #a3261b;outline-offset:4px}:focus-visible{outline:3px solid #64c7a0;outline-offset:2px}[hidden]{display:none}
dialog{inline-size:100vw;block-size:100vh;max-inline-size:none;max-block-size:none;border:0;padding:0;background:#111;color:#ece9e2}
dialog img{inline-size:auto;max-inline-size:100%;max-block-size:calc(100vh - 32px);display:block;margin:0 auto}dialog p{margin:0;padding:7px;text-align:center}
`;

/** Arrows walk through the pictures, Enter shows one at its size, Escape goes back; "/" searches. */
const SCRIPT = `
const figures=[...document.querySelectorAll("figure")],shown=()=>figures.filter((one)=>!one.hidden),links=()=>shown().map((one)=>one.querySelector("a"));
const words=document.querySelector("input"),frame=document.querySelector("select"),view=document.querySelector("dialog");
function sift(){const wanted=words.value.toLowerCase().split(/\\s+/);for(const one of figures)one.hidden=!wanted.every((word)=>one.textContent.toLowerCase().includes(word))||(frame.value==="failed"?!one.classList.contains("failed"):frame.value!==""&&one.dataset.frame!==frame.value);
for(const section of document.querySelectorAll("section"))section.hidden=!section.querySelector("figure:not([hidden])")}
words.oninput=frame.onchange=sift;
function open(link){link.focus();view.querySelector("img").src=link.href;view.querySelector("img").alt=link.firstChild.alt;view.querySelector("p").textContent=link.firstChild.alt;if(!view.open)view.showModal()}
let last=null;
addEventListener("click",(event)=>{const link=event.target.closest("figure a");if(!link||event.ctrlKey||event.metaKey)return;event.preventDefault();last=link;open(link)});
addEventListener("keydown",(event)=>{if(event.key==="/"&&event.target!==words){event.preventDefault();words.focus();return}
if(event.target===words||event.target===frame)return;const step={ArrowRight:1,ArrowLeft:-1,j:1,k:-1}[event.key];if(!step)return;event.preventDefault();
const all=links(),at=all.indexOf(view.open?last:document.activeElement),next=all[Math.max(0,Math.min(all.length-1,at+step))];if(!next)return;last=next;if(view.open)open(next);else next.focus()});
view.addEventListener("close",()=>last?.focus());
`;

/** One page with every picture by room. */
export function galleryPage(rooms: readonly PhotographedRoom[]): string {
	const all = rooms.flatMap(({ photographs }) => photographs);
	const failed = all.filter(({ problem }) => problem !== "").length;
	const frames = [...new Map(all.map(({ frame }) => [frame.name, frame])).values()];
	const filled = rooms.filter(({ photographs }) => photographs.length > 0);
	const id = (name: string) => name.toLowerCase().replaceAll(" ", "-");
	return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Gallery</title><style>${STYLE}</style></head><body>
<header><h1>${all.length} pictures${failed > 0 ? `, <strong>${failed} failed</strong>` : ", every state reached"}</h1>
<input type="search" aria-label="Search" placeholder="Search (/)"><select aria-label="Window"><option value="">All windows</option><option value="failed">Failed</option>${frames.map(({ name, label }) => `<option value="${name}">${label}</option>`).join("")}</select>
<nav aria-label="Rooms">${filled.map(({ name }) => `<a href="#${id(name)}">${name}</a>`).join("")}</nav></header><main>
${filled.map(({ name, photographs }) => `<section id="${id(name)}"><h2>${name}</h2><div>${photographs.map(figure).join("\n")}</div></section>`).join("\n")}
</main><dialog><img alt=""><p></p></dialog><script>${SCRIPT}</script></body></html>
`;
}
