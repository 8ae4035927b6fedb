import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useTranslation } from "react-i18next";
import { keysAreFor, runAfterDialog } from "../commands/early-keys.ts";
import { PALETTE_KEYS } from "../commands/late-keys.ts";
import { pageIsBehind } from "../commands/page-is-behind.ts";
import { useCommand } from "../commands/registry.ts";
import { currentSettings, updateSettings } from "../settings/settings.ts";
import styles from "./CommandPalette.module.css";
import type { PaletteEntry } from "./entries.ts";
import { usePaletteEntries } from "./use-palette-entries.ts";

const KEPT_RECENT = 12;

function remember(id: string): void {
	const recent = [id, ...currentSettings().recent.filter((other) => other !== id)].slice(0, KEPT_RECENT);
	void updateSettings({ recent });
}

/** One box for commands, pages, settings and stories. */
export function CommandPalette() {
	const { t } = useTranslation();
	const [isOpen, setOpen] = useState(false);
	useCommand({
		id: "app.palette",
		label: t("Commands"),
		group: "help",
		keys: PALETTE_KEYS,
		when: t("when no story text is selected"),
		hidden: true,
		// Over another dialog it would lie without the keyboard.
		run: () => setOpen((open) => !open && !pageIsBehind()),
	});
	return (
		<ModalOverlay className={styles.overlay} isOpen={isOpen} onOpenChange={setOpen} isDismissable>
			<Modal className={styles.modal}>
				<Dialog aria-label={t("Commands")} className={styles.dialog}>
					<Palette onClose={() => setOpen(false)} />
				</Dialog>
			</Modal>
		</ModalOverlay>
	);
}

function Palette({ onClose }: { onClose: () => void }) {
	const { t } = useTranslation();
	const [typed, setTyped] = useState("");
	const [active, setActive] = useState(0);
	const list = useRef<HTMLDivElement>(null);
	const { sections, pending } = usePaletteEntries(typed, true);
	/** An Enter that waits for what it is to choose: how the keys typed behind it follow, and how they are given up. */
	const waits = useRef<{ follow: () => void; giveUp: () => void } | null>(null);
	const entries = sections.flatMap((section) => section.entries);
	const current = entries[Math.min(active, entries.length - 1)];

	useEffect(() => {
		if (current) document.getElementById(optionId(current))?.scrollIntoView({ block: "nearest" });
	}, [current]);

	function choose(entry: PaletteEntry | undefined): void {
		if (!entry) return;
		onClose();
		remember(entry.id);
		runAfterDialog(entry.run);
	}

	useEffect(() => {
		if (pending || !waits.current) return;
		const { follow } = waits.current;
		waits.current = null;
		choose(current);
		follow();
	});

	useEffect(
		() => () => {
			waits.current?.giveUp();
			waits.current = null;
		},
		[],
	);

	/** Enter right behind what was typed is meant for what is found of it, and what follows for what that opens. */
	function enter(): void {
		if (current || !pending) {
			choose(current);
			return;
		}
		const { promise, resolve } = Promise.withResolvers<void>();
		waits.current = { follow: resolve, giveUp: keysAreFor(promise, () => true) };
	}

	function onKeyDown(event: KeyboardEvent): void {
		if (event.nativeEvent.isComposing) return;
		const last = entries.length - 1;
		const moves: Record<string, number> = {
			ArrowDown: active >= last ? 0 : active + 1,
			ArrowUp: active <= 0 ? last : active - 1,
			PageDown: Math.min(last, active + 8),
			PageUp: Math.max(0, active - 8),
		};
		const next = moves[event.key];
		if (next !== undefined) setActive(next);
		else if (event.key === "Enter") enter();
		else return;
		event.preventDefault();
	}

	return (
		<>
			<div className={styles.field}>
				<Search aria-hidden size={16} />
				<input
					className={styles.input}
					// biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
					autoFocus
					role="combobox"
					aria-label={t("Find a command, a story or a setting")}
					aria-expanded="true"
					aria-controls="palette-list"
					aria-autocomplete="list"
					aria-activedescendant={current ? optionId(current) : undefined}
					placeholder={t("Commands, stories, settings. Type > for commands only.")}
					autoComplete="off"
					spellCheck={false}
					value={typed}
					onChange={(event) => {
						setTyped(event.target.value);
						setActive(0);
					}}
					onKeyDown={onKeyDown}
				/>
			</div>
			<div ref={list} id="palette-list" role="listbox" aria-label={t("Commands")} className={styles.list}>
				{sections.map((section) => (
					// biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox
					<div key={section.id} role="group" aria-label={section.label}>
						<div className={styles.heading} aria-hidden>
							{section.label}
						</div>
						{section.entries.map((entry) => (
							// biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
							// biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names its active option
							<div
								key={entry.id}
								id={optionId(entry)}
								role="option"
								aria-selected={entry === current}
								className={styles.option}
								onClick={() => choose(entry)}
								onMouseMove={() => setActive(entries.indexOf(entry))}
							>
								<span className={styles.label} dir="auto">
									{entry.label}
								</span>
								<span className={styles.note}>{entry.note}</span>
								{entry.keys && <kbd className={styles.keys}>{entry.keys}</kbd>}
							</div>
						))}
					</div>
				))}
			</div>
			<p className={entries.length === 0 ? styles.none : styles.hidden} role="status">
				{entries.length === 0 ? t("Nothing found.") : t("{{count}} found", { count: entries.length })}
			</p>
		</>
	);
}

const optionId = (entry: PaletteEntry) => `palette-${entry.id}`;
