import { useEffect } from "react";
import { importFolder, native } from "#app/native.ts";
import type { FileSource } from "#contract/jobs.ts";
import { openImport, runImport } from "./import-state.ts";

/** How to read what was dropped, when it is a zip or a folder. The drop must be asked before its event is over. */
function droppedArchive(transfer: DataTransfer | null): (() => Promise<FileSource[]>) | null {
	for (const item of transfer?.items ?? []) {
		const file = item.getAsFile();
		const entry = item.webkitGetAsEntry();
		if (!file) continue;
		if (entry?.isDirectory) return () => importFolder(file, entry as FileSystemDirectoryEntry);
		if (/\.zip$/i.test(file.name)) return () => native.importFiles([file]);
	}
	return null;
}

/** A zip or folder dropped anywhere but on the page's own text is taken for a Medium archive. */
export function useDroppedArchive(): void {
	useEffect(() => {
		const over = (event: DragEvent) => {
			if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
		};
		const drop = (event: DragEvent) => {
			const read = event.defaultPrevented ? null : droppedArchive(event.dataTransfer);
			if (!read) return;
			event.preventDefault();
			openImport();
			void runImport(read);
		};
		window.addEventListener("dragover", over);
		window.addEventListener("drop", drop);
		return () => {
			window.removeEventListener("dragover", over);
			window.removeEventListener("drop", drop);
		};
	}, []);
}
