import { useEffect } from "react";
import { native } from "#app/native.ts";
import { openImport, runImport } from "./import-state.ts";

/** A zip dropped anywhere but on the page's own text is taken for a Medium archive. */
export function useDroppedArchive(): void {
	useEffect(() => {
		const archives = (event: DragEvent) =>
			[...(event.dataTransfer?.files ?? [])].filter((file) => /\.zip$/i.test(file.name));
		const over = (event: DragEvent) => {
			if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
		};
		const drop = (event: DragEvent) => {
			const files = archives(event).slice(0, 1);
			if (files.length === 0 || event.defaultPrevented) return;
			event.preventDefault();
			openImport();
			void runImport(() => native.importFiles(files));
		};
		window.addEventListener("dragover", over);
		window.addEventListener("drop", drop);
		return () => {
			window.removeEventListener("dragover", over);
			window.removeEventListener("drop", drop);
		};
	}, []);
}
