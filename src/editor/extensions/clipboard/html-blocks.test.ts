import { describe, expect, test } from "vitest";
import { parseStoryDocument } from "#domain/story/parse.ts";
import type { Block } from "#domain/story/schema.ts";
import { StorySnapshots } from "../../convert/snapshot.ts";
import { createStoryEditor } from "../../story-editor.ts";
import { htmlBlocks } from "./html-blocks.ts";

/** Each carries the word "alert" where it would run; none may keep an address or a tag that runs. */
const HOSTILE = [
	"<script>alert(1)</script>kept",
	"<SCRIPT SRC=https://example.org/alert.js></SCRIPT>kept",
	"<scr<script>ipt>alert(1)</scr</script>ipt>kept",
	"<script/alert>alert(1)</script\n>kept",
	"kept<script>alert(1)",
	"<p onclick=alert(1)>kept</p>",
	"<p onclick='alert(1)' onmouseover=\"alert(1)\">kept</p>",
	"<body onload=alert(1)>kept</body>",
	"<b onpointerenter=alert(1)>kept</b>",
	"<details open ontoggle=alert(1)><summary>kept</summary></details>",
	"<marquee onstart=alert(1)>kept</marquee>",
	"<input autofocus onfocus=alert(1)>kept",
	"<img src=x onerror=alert(1)>kept",
	"<img src=`javascript:alert(1)`>kept",
	"<img src=javascript:alert(1)>kept",
	"<img src='data:image/svg+xml,<svg onload=alert(1)>'>kept",
	"<img srcset='javascript:alert(1) 1x'>kept",
	"<img src=x:alert(1) onerror=eval(src)>kept",
	"<a href=javascript:alert(1)>kept</a>",
	"<a href='JaVaScRiPt:alert(1)'>kept</a>",
	"<a href=' javascript:alert(1)'>kept</a>",
	"<a href='java\tscript:alert(1)'>kept</a>",
	"<a href='java\nscript:alert(1)'>kept</a>",
	"<a href='&#106;avascript:alert(1)'>kept</a>",
	"<a href='&#x6A;&#x61;vascript&colon;alert(1)'>kept</a>",
	"<a href='\u0001javascript:alert(1)'>kept</a>",
	"<a href='vbscript:alert(1)'>kept</a>",
	"<a href='data:text/html,<script>alert(1)</script>'>kept</a>",
	"<a href='data:text/html;base64,YWxlcnQ='>kept</a>",
	"<a href='blob:https://example.org/alert'>kept</a>",
	"<a href='file:///etc/alert'>kept</a>",
	"<a href='filesystem:alert'>kept</a>",
	"<a href='view-source:javascript:alert(1)'>kept</a>",
	"<a xlink:href='javascript:alert(1)'>kept</a>",
	"<svg onload=alert(1)><text>no</text></svg>kept",
	"<svg><script>alert(1)</script></svg>kept",
	"<svg><a xlink:href='javascript:alert(1)'><text>no</text></a></svg>kept",
	"<svg><animate onbegin=alert(1) attributeName=x></svg>kept",
	"<svg><style><img src=x onerror=alert(1)></style></svg>kept",
	"<svg><foreignObject><iframe srcdoc='<script>alert(1)</script>'></iframe></foreignObject></svg>kept",
	"<math><mi xlink:href='javascript:alert(1)'>no</mi></math>kept",
	"<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>kept",
	"<style>*{background:url(javascript:alert(1))}</style>kept",
	"<style>@import 'javascript:alert(1)';</style>kept",
	"<p style='background:url(javascript:alert(1))'>kept</p>",
	"<p style='width:expression(alert(1))'>kept</p>",
	"<p style='-moz-binding:url(alert.xml)'>kept</p>",
	"<iframe src=javascript:alert(1)></iframe>kept",
	"<iframe srcdoc='<script>alert(1)</script>'></iframe>kept",
	"<object data=javascript:alert(1)></object>kept",
	"<object type=text/html data='data:text/html,alert'></object>kept",
	"<embed src=javascript:alert(1)>kept",
	"<applet code=alert></applet>kept",
	"<meta http-equiv=refresh content='0;url=javascript:alert(1)'>kept",
	"<base href='javascript:alert(1)//'>kept",
	"<link rel=stylesheet href='javascript:alert(1)'>kept",
	"<link rel=import href='data:text/html,alert'>kept",
	"<template><script>alert(1)</script></template>kept",
	"<template><img src=x onerror=alert(1)></template>kept",
	'<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>kept',
	"<form action=javascript:alert(1)><button formaction=javascript:alert(1)>no</button></form>kept",
	"<form id=x><input name=attributes></form>kept",
	"<textarea><script>alert(1)</script></textarea>kept",
	"<select><option><script>alert(1)</script></option></select>kept",
	"<video src=x onerror=alert(1)></video>kept",
	"<video><source onerror=alert(1)></video>kept",
	"<audio src=x onerror=alert(1)></audio>kept",
	"<canvas onclick=alert(1)></canvas>kept",
	"<table background=javascript:alert(1)><tr><td onclick=alert(1)>kept</td></tr></table>",
	"<ul onclick=alert(1)><li onclick=alert(1)>kept</li></ul>",
	"<blockquote cite='javascript:alert(1)'>kept</blockquote>",
	"<pre onclick=alert(1)>kept</pre>",
	"<h1 id='location' onclick=alert(1)>kept</h1>",
	"<figure><img src='javascript:alert(1)'><figcaption onclick=alert(1)>kept</figcaption></figure>",
	"<!--[if gte mso 9]><xml><o:alert>alert(1)</o:alert></xml><![endif]--><p class=MsoNormal>kept<o:p></o:p></p>",
	"<!--[if IE]><script>alert(1)</script><![endif]-->kept",
	"<!--><img src=x onerror=alert(1)>-->kept",
	"<b style=font-weight:normal id=docs-internal-guid-1><p><span onclick=alert(1)>kept</span></p></b>",
	"<?xml-stylesheet href='javascript:alert(1)'?>kept",
	"<![CDATA[<script>alert(1)</script>]]>kept",
	"<x onclick=alert(1) style='x:y' contenteditable>kept</x>",
	"<a href='https://example.org/\"onmouseover=\"alert(1)'>kept</a>",
];

/** Everything a block holds that is an address. */
function addresses(value: unknown): string[] {
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		["href", "remoteUrl", "url", "src"].includes(key) && typeof inner === "string" ? [inner] : addresses(inner),
	);
}

function textOf(blocks: readonly Block[]): string {
	return JSON.stringify(blocks);
}

describe("hostile HTML", () => {
	test("there are enough of them, and no two are the same", () => {
		expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
		expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
	});

	test.each(HOSTILE)("%s", (html) => {
		const blocks = htmlBlocks(html);
		expect(textOf(blocks)).toContain("kept");
		for (const address of addresses(blocks)) expect(address).toMatch(/^(?:https?|mailto):/);
		// The model has no place for it, and the page makes elements of the model alone.
		const document = parseStoryDocument({ version: 1, blocks });
		const editor = createStoryEditor(document, (error) => {
			throw error;
		});
		editor.update(() => {}, { discrete: true });
		const shown = new StorySnapshots().document(editor.getEditorState());
		expect(shown.blocks).toEqual(document.blocks);
		editor.dispose();
	});
});

describe("leftovers of other programs", () => {
	const plain = (html: string) => htmlBlocks(html).map(({ id: _, ...block }) => block);

	test("Google Docs: the bold wrapper is no bold, weights are", () => {
		expect(
			plain(
				`<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-x"><p dir="ltr"><span style="font-weight:400">One </span><span style="font-weight:700">two</span></p></b>`,
			),
		).toEqual([{ type: "paragraph", spans: [{ text: "One " }, { text: "two", bold: true }] }]);
	});

	test("Word: conditional comments, o:p and mso styles leave only the words", () => {
		expect(
			plain(
				`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body><!--StartFragment--><p class=MsoNormal style='mso-style-name:x'>One <i>two</i><o:p></o:p></p><!--EndFragment--></body></html>`,
			),
		).toEqual([{ type: "paragraph", spans: [{ text: "One " }, { text: "two", italic: true }] }]);
	});
});
