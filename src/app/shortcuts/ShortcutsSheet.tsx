import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { SearchField } from "#ui/search-field/SearchField.tsx";
import { groupNames } from "../commands/group-names.ts";
import { SHORTCUTS_KEYS } from "../commands/late-keys.ts";
import { COMMAND_GROUPS, useCommand, useCommands } from "../commands/registry.ts";
import { shortcutLabels } from "../commands/shortcut.ts";
import { score } from "../palette/entries.ts";
import styles from "./ShortcutsSheet.module.css";

/** Every shortcut there is now, by group; read from the command registry. */
export function ShortcutsSheet() {
	const { t } = useTranslation();
	const [isOpen, setOpen] = useState(false);
	useCommand({
		id: "app.shortcuts",
		label: t("Keyboard shortcuts"),
		group: "help",
		keys: SHORTCUTS_KEYS,
		run: () => setOpen((open) => !open),
	});
	return (
		<Dialog title={t("Keyboard shortcuts")} size="wide" isOpen={isOpen} onOpenChange={setOpen}>
			<Sheet />
		</Dialog>
	);
}

function Sheet() {
	const { t } = useTranslation();
	const [typed, setTyped] = useState("");
	const names = groupNames(t);
	const commands = useCommands().flatMap((command) => {
		const keys = shortcutLabels(command.keys);
		const found = score(`${command.label} ${names[command.group]} ${keys.join(" ")}`, typed) > 0;
		return keys.length > 0 && found ? [{ ...command, keys }] : [];
	});
	return (
		<>
			<SearchField label={t("Search shortcuts")} value={typed} onChange={setTyped} autoFocus />
			<div className={styles.groups}>
				{COMMAND_GROUPS.map((group) => {
					const shown = commands.filter((command) => command.group === group);
					return (
						shown.length > 0 && (
							<section key={group} aria-label={names[group]} className={styles.group}>
								<h3>{names[group]}</h3>
								<dl>
									{shown.map((command) => (
										<div key={command.id} className={styles.line}>
											<dt>
												{command.label}
												{command.when && <small className={styles.when}>{command.when}</small>}
											</dt>
											<dd>
												{command.keys.map((keys) => (
													<kbd key={keys}>{keys}</kbd>
												))}
											</dd>
										</div>
									))}
								</dl>
							</section>
						)
					);
				})}
			</div>
			{commands.length === 0 && <p>{t("No shortcut matches.")}</p>}
		</>
	);
}
