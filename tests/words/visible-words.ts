/** What a page says, to people who see it and to people who hear it, and whether it says it whole. */
import type { Page } from "@playwright/test";
import { outsideBrackets } from "./pseudo.ts";

/** Names that are read out or shown in a bubble. */
const ATTRIBUTES = [
	"aria-label",
	"aria-description",
	"aria-roledescription",
	"aria-valuetext",
	"title",
	"placeholder",
	"alt",
];

/**
 * Elements that hold somebody else's words: the text on the page, code, and what has a direction of its own because it
 * need not be in the language of the interface (titles, texts, names of files and folders). In the drawing of a story
 * each bar is named by its paragraph.
 */
const NOT_OURS = "[contenteditable], code, pre, [dir=auto], rect > title";

/** What is the same in every language: the product's name, what languages call themselves, how an address begins. */
const NAMES = ["Inkhour", "English", "https://"];

export interface Said {
	words: string;
	/** The element, and the attribute if it is one. */
	where: string;
}

function everythingSaid(page: Page): Promise<Said[]> {
	return page.evaluate(
		({ attributes, notOurs }) => {
			for (const details of document.querySelectorAll("details")) details.open = true;
			const where = (element: Element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class")}`;
			const said = [{ words: document.title, where: "title" }];
			for (const element of document.body.querySelectorAll("*")) {
				if (element.closest(`script, style, ${notOurs}`)) continue;
				for (const name of attributes) {
					const words = element.getAttribute(name);
					if (words) said.push({ words, where: `${where(element)}[${name}]` });
				}
				// What is typed there is not ours; its name and its placeholder are.
				if (element.tagName === "TEXTAREA") continue;
				for (const node of element.childNodes)
					if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
						said.push({ words: node.textContent.trim(), where: where(element) });
			}
			return said;
		},
		{ attributes: ATTRIBUTES, notOurs: NOT_OURS },
	);
}

/** React Aria's own sentences are in the language, but name keys as keyboards do. */
const withoutKeys = (text: string) =>
	/\p{Script=Cyrillic}/u.test(text) ? text.replace(/\b(?:Alt|Ctrl|Enter|Escape|Shift|Tab)\b/g, "") : text;

/** What a page in the pseudo language says in Latin letters outside all brackets, unless it is one of the writer's own texts. */
export async function untranslated(page: Page, writersTexts: ReadonlySet<string>): Promise<Said[]> {
	const said = await everythingSaid(page);
	return said.filter(
		({ words }) =>
			/\p{Script=Latin}{2}/u.test(withoutKeys(outsideBrackets(words))) &&
			!NAMES.includes(words) &&
			!writersTexts.has(words),
	);
}

/** Where words may be longer than their place: a table or a list of tabs that scrolls sideways. */
const SCROLLS_SIDEWAYS = "section, [role=region], [role=tablist], table";

/** The facts of a story in the list give way to each other; the bubble has all of them. A quoted text may be shortened. */
const MAY_GIVE_WAY = "[role=option] [title], [dir=auto]";

/** Words of the pseudo language that cannot be read whole: cut off by a box around them, or past their own box. */
export function clippedWords(page: Page): Promise<Said[]> {
	return page.evaluate(
		({ exempt, sideways }) => {
			const clipped: { words: string; where: string }[] = [];
			const isForTheEar = (element: Element | null): boolean =>
				element !== null &&
				(getComputedStyle(element).clipPath !== "none" ||
					(getComputedStyle(element).position === "absolute" && element.clientWidth <= 1) ||
					isForTheEar(element.parentElement));
			const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			for (let node = texts.nextNode(); node; node = texts.nextNode()) {
				const parent = node.parentElement;
				if (!parent || !node.textContent?.includes("⟦") || parent.closest(exempt)) continue;
				const range = document.createRange();
				range.selectNodeContents(node);
				const text = range.getBoundingClientRect();
				const isHidden =
					text.width === 0 || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true });
				if (isHidden || isForTheEar(parent)) continue;
				for (let box: Element | null = parent; box; box = box.parentElement) {
					const { overflowX, display } = getComputedStyle(box);
					if (display === "inline" || display === "contents") continue;
					const { left, right } = box.getBoundingClientRect();
					const isOut = text.left < left - 1.5 || text.right > right + 1.5;
					const isOwn = box === parent || ["BUTTON", "A", "LABEL"].includes(box.tagName);
					if (isOut && (isOwn || overflowX !== "visible") && !(overflowX === "auto" && box.matches(sideways))) {
						clipped.push({
							words: node.textContent.slice(0, 80),
							where: `${box.tagName.toLowerCase()}.${box.className}`,
						});
						break;
					}
					if (overflowX === "auto" && box.matches(sideways)) break;
				}
			}
			return clipped;
		},
		{ exempt: MAY_GIVE_WAY, sideways: SCROLLS_SIDEWAYS },
	);
}
