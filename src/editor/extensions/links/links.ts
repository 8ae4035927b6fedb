import { $isLinkNode, $toggleLink, type LinkNode } from "@lexical/link";
import { $getSelection, $isRangeSelection, COMMAND_PRIORITY_EDITOR, defineExtension, type LexicalNode } from "lexical";
import { SET_LINK_COMMAND } from "../../commands.ts";

/** The link around the caret or the start of the selection. */
export function $linkAtSelection(): LinkNode | null {
	const selection = $getSelection();
	if (!$isRangeSelection(selection)) return null;
	let node: LexicalNode | null = selection.anchor.getNode();
	while (node !== null && !$isLinkNode(node)) node = node.getParent();
	return node;
}

/** What the writer typed as an address; a bare host becomes https. `null` when it can be no link. */
export function typedAddress(text: string): string | null {
	const trimmed = text.trim();
	if (trimmed === "" || /\s/.test(trimmed)) return null;
	if (/^#[\w-]+$/.test(trimmed)) return trimmed;
	if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(trimmed)) return `mailto:${trimmed}`;
	const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
	if (!URL.canParse(withScheme)) return null;
	const { protocol, hostname } = new URL(withScheme);
	if (protocol === "mailto:") return withScheme;
	return (protocol === "https:" || protocol === "http:") && hostname.includes(".") ? withScheme : null;
}

export const LinksExtension = defineExtension({
	name: "inkhour/links",
	register: (editor) =>
		editor.registerCommand(
			SET_LINK_COMMAND,
			(href) => {
				const link = $linkAtSelection();
				const selection = $getSelection();
				if (link && $isRangeSelection(selection) && selection.isCollapsed()) {
					if (href !== null) link.setURL(href);
					else {
						for (const child of link.getChildren()) link.insertBefore(child);
						link.remove();
					}
				} else $toggleLink(href, { rel: null, target: null, title: null });
				return true;
			},
			COMMAND_PRIORITY_EDITOR,
		),
});
