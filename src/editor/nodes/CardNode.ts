import { $getState, $setState, DecoratorNode, type LexicalNode } from "lexical";
import { spansText } from "#domain/story/text.ts";
import { blockIdState, type CardPayload, cardState } from "./states.ts";

/** A link card, table or separator: shown, selected and moved as a whole, kept exactly. */
export class CardNode extends DecoratorNode<null> {
	override $config() {
		return this.config("story-card", {
			extends: DecoratorNode,
			stateConfigs: [
				{ flat: true, stateConfig: blockIdState },
				{ flat: true, stateConfig: cardState },
			],
		});
	}

	override createDOM(): HTMLElement {
		return drawCard($getState(this, cardState));
	}

	override updateDOM(previous: this): boolean {
		return $getState(this, cardState, "direct") !== $getState(previous, cardState, "direct");
	}

	override isInline(): false {
		return false;
	}

	override decorate(): null {
		return null;
	}

	override getTextContent(): string {
		return "";
	}
}

export function $createCard(payload: CardPayload, id = ""): CardNode {
	const node = new CardNode();
	$setState(node, cardState, payload);
	if (id !== "") $setState(node, blockIdState, id);
	return node;
}

export function $isCard(node: LexicalNode | null | undefined): node is CardNode {
	return node instanceof CardNode;
}

function element(tag: string, className: string, text = ""): HTMLElement {
	const made = document.createElement(tag);
	made.className = className;
	if (text !== "") made.textContent = text;
	return made;
}

function hostName(url: string): string {
	return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
}

function drawCard(payload: CardPayload): HTMLElement {
	const card = element("div", `story-card story-${payload.type}`);
	card.dataset["kind"] = payload.type;
	if (payload.type === "separator") {
		card.append(element("hr", "story-rule"));
	} else if (payload.type === "linkCard") {
		card.append(
			element("strong", "story-card-title", payload.title || payload.url),
			element("span", "story-card-text", payload.description),
			element("span", "story-card-site", payload.site || hostName(payload.url)),
		);
	} else {
		const table = element("table", "story-table");
		payload.rows.forEach((row, index) => {
			const line = document.createElement("tr");
			for (const cell of row) {
				const made = element(index === 0 ? "th" : "td", "", spansText(cell));
				if (index === 0) made.setAttribute("scope", "col");
				made.dir = "auto";
				line.append(made);
			}
			table.append(line);
		});
		card.append(table);
	}
	return card;
}
