import { press, says, steps } from "../acts.ts";
import { ALL, FULL, PAIR, type Scene } from "../scene.ts";

export const RECOVERY: readonly Scene[] = [
	{ name: "damaged", library: "damaged", at: "", frames: FULL },
	{
		name: "damaged-details",
		library: "damaged",
		at: "",
		frames: PAIR,
		prepare: (page) => page.locator("summary").click(),
	},
	{
		name: "damaged-start-empty",
		library: "damaged",
		at: "",
		frames: ALL,
		prepare: press("Start with an empty library"),
	},
	{ name: "damaged-backup", library: "backedUp", at: "", frames: ALL },
	{ name: "newer", library: "newer", at: "", frames: ALL },
	{ name: "locked", library: "locked", at: "", frames: ALL },
	{ name: "unusable", library: "unusable", at: "", frames: ALL },
	{
		name: "damaged-salvaged",
		library: "backedUp",
		at: "",
		frames: ALL,
		changes: true,
		before: (page) =>
			page.route(/library\.recover/, (route) =>
				route.fulfill({
					contentType: "application/json",
					body: JSON.stringify({
						result: {
							data: {
								json: {
									status: { state: "damaged", directory: "", reason: "", backups: [] },
									movedTo: "/home/nina/Inkhour/damaged/20261126T121910",
									missing: [],
									keptAs: null,
									salvage: {
										parts: [
											{ part: "stories", kept: 1204, lost: 3 },
											{ part: "versions", kept: 8012, lost: null },
											{ part: "pictures", kept: 311, lost: 0 },
											{ part: "figures", kept: 120_334, lost: 0 },
										],
										rebuilt: [{ storyId: "c", title: "The keeper’s log", textAt: "2026-11-20T10:00:00.000Z" }],
										mayHoldDeleted: true,
										unreadable: [
											{ storyId: "c", title: "The keeper’s log", isEarlier: false, file: "unreadable-c.txt" },
											{ storyId: "a", title: "Lamps in the window", isEarlier: false, file: "unreadable-a.txt" },
											{ storyId: "b", title: "Tides", isEarlier: true, file: "unreadable-version-b.txt" },
										],
									},
								},
							},
						},
					}),
				}),
			),
		prepare: steps(press("Save what can be read"), says("What could be saved")),
	},
];
