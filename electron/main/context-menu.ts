import { Menu, type MenuItemConstructorOptions, type WebContents } from "electron";

/** Cut, copy and paste under the right mouse button, where they can be done. */
export function addContextMenu(contents: WebContents): void {
	contents.on("context-menu", (_event, { isEditable, selectionText, editFlags }) => {
		const items: MenuItemConstructorOptions[] = [];
		if (isEditable) items.push({ role: "cut", enabled: editFlags.canCut });
		if (isEditable || selectionText) items.push({ role: "copy", enabled: editFlags.canCopy });
		if (isEditable) items.push({ role: "paste", enabled: editFlags.canPaste }, { role: "pasteAndMatchStyle" });
		if (items.length > 0) Menu.buildFromTemplate([...items, { type: "separator" }, { role: "selectAll" }]).popup();
	});
}
