/** One open story: its editor, its autosave, what the screens around it need to know. Outlives redraws, never mixes with another. */
import { HISTORY_MERGE_TAG, type LexicalEditorWithDispose } from "lexical";
import type { TextFate } from "#app/connection/connection.ts";
import type { SaveResult, StoryDetail, StoryKind, StoryStage } from "#contract/story.ts";
import type { StoryCounts } from "#domain/story/counts.ts";
import { emptyStory } from "#domain/story/create.ts";
import type { StoryDocument } from "#domain/story/schema.ts";
import { plainText, storyTitle } from "#domain/story/text.ts";
import type { BlockChoice } from "#editor/commands.ts";
import { StorySnapshots } from "#editor/convert/snapshot.ts";
import { createStoryEditor } from "#editor/story-editor.ts";
import { Autosave, type SaveState } from "./autosave/autosave.ts";
import { dropEmergencyCopy, type RestorableText } from "./autosave/emergency.ts";
import { createWhileLeaving, saveWhileLeaving } from "./autosave/last-moment.ts";
import { OwnCopy } from "./autosave/own-copy.ts";
import { noteTaken, onTaken } from "./autosave/taken-copies.ts";
import { type PageActions, publishCurrentStory } from "./current-story.ts";
import { caretBlock, changesText } from "./editor-facts.ts";
import { pageActions } from "./page-actions.ts";
import type { StoryService } from "./story-service.ts";

/** What is shown around the page. A new object whenever something in it changes. */
export interface SessionView {
	id: string | null;
	stage: StoryStage | null;
	kind: StoryKind;
	mediumUrl: string | null;
	title: string;
	save: SaveState;
	/** `false` when there was no room for a copy of the newest text that could not be saved: it is on the page alone. */
	isKept: boolean;
	counts: StoryCounts;
	/** What the caret's block is; `null` for pictures and cards. */
	blockKind: BlockChoice | null;
	trashed: boolean;
	/** The text of an earlier sitting that never reached the library was put back. ISO 8601. */
	restoredFrom: string | null;
	hasPendingImport: boolean;
}

/** Counts, the coach and the list are told of a first key at once, so that a single change is answered without a wait; … */
const FIRST_MS = 20;
/** … in an idle moment, or this much later where there is none; … */
const FIRST_LATEST_MS = 40;
/** … and of those that follow no more often than this. Milliseconds. */
const IDLE_MS = 400;

const UNKEPT: TextFate = { kind: "unkept" };

/** Of a story that has just come into the library. */
const FIRST_REVISION = 1;

export class StorySession {
	readonly editor: LexicalEditorWithDispose;
	readonly #service: StoryService;
	readonly #actions: PageActions;
	readonly #snapshots = new StorySnapshots();
	readonly #autosave: Autosave;
	readonly #listeners = new Set<() => void>();
	#view: SessionView;
	#idle: ReturnType<typeof setTimeout> | null = null;
	/** When the page was last told of; milliseconds since the window was opened. */
	#published = Number.NEGATIVE_INFINITY;
	/** What the story of a blank page is called when it comes into the library: by this, at most one does. */
	readonly #newId: string;
	#onScreen = false;
	/** Nothing of this page is saved any more. */
	#over = false;
	#toldUnsaved = false;
	readonly #copy: OwnCopy;
	/** The copy that this page has put back, until the library has it. */
	#restored: { storyId: string | null; keptAt: string } | null;
	/** The text that this page has put back: the page that was left may have saved it with its last breath. */
	readonly #putBack: string | null;
	readonly #stopListening: () => void;

	/** @param copy unsaved text of an earlier sitting, which is put back */
	constructor(service: StoryService, detail: StoryDetail | null, copy: RestorableText | null) {
		this.#service = service;
		const id = detail?.id ?? null;
		const stored = detail?.document ?? emptyStory();
		const differs = copy !== null && JSON.stringify(copy.document) !== JSON.stringify(stored);
		const document = differs ? copy.document : stored;
		this.#putBack = copy && JSON.stringify(copy.document);
		this.#newId = copy?.newId ?? crypto.randomUUID();
		this.#copy = new OwnCopy(this.#newId, differs);
		this.#restored = copy && { storyId: id, keptAt: copy.at };
		this.#stopListening = onTaken(() => this.#lookWhetherTaken());
		this.editor = createStoryEditor(document.blocks.length > 0 ? document : emptyStory(), (error) =>
			service.report(error),
		);
		this.#actions = pageActions(this.editor);
		// Registering the transforms marks every node; settle that before anything is compared.
		this.editor.update(() => {}, { discrete: true, tag: HISTORY_MERGE_TAG });
		this.#autosave = new Autosave({
			revision: (differs ? copy.baseRevision : detail?.revision) ?? 0,
			stored: differs ? "" : this.json(),
			read: () => this.json(),
			save: (text, base) => this.#save(text, base),
			problem: (error) => service.problem(error),
			timers: {
				now: () => performance.now(),
				set: (run, milliseconds) => setTimeout(run, milliseconds),
				clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
			},
			changed: (save) => this.#saveChanged(save),
		});
		this.#view = {
			id,
			stage: detail?.stage ?? null,
			kind: detail?.kind ?? "story",
			mediumUrl: detail?.mediumUrl ?? null,
			title: detail?.title ?? "",
			save: this.#autosave.state,
			isKept: true,
			counts: this.#snapshots.counts(this.editor.getEditorState()),
			blockKind: null,
			trashed: detail?.trashedAt != null,
			restoredFrom: differs ? copy.at : null,
			hasPendingImport: detail?.hasPendingImport ?? false,
		};
		this.editor.registerUpdateListener((update) => {
			if (this.#over) return;
			this.#later();
			if (!changesText(update)) return;
			this.#autosave.touch();
			this.#tellUnsaved(true);
		});
		if (differs) this.#autosave.touch();
		else {
			dropEmergencyCopy(id);
			if (detail) this.#noteTaken(detail.updatedAt);
		}
	}

	/** JSON text of the story document as it is on the page. */
	json(): string {
		return this.#snapshots.json(this.editor.getEditorState());
	}

	document(): StoryDocument {
		return this.#snapshots.document(this.editor.getEditorState());
	}

	view = (): SessionView => this.#view;

	subscribe = (changed: () => void): (() => void) => {
		this.#listeners.add(changed);
		return () => this.#listeners.delete(changed);
	};

	/**
	 * Another story is asked for: until that is here, or not coming, this page takes nothing, not even from an input method,
	 * whose keys cannot be kept for the other one. @returns ends it, once: by then the page may have been told so anew
	 */
	takeNothing(): () => void {
		const setEditable = (editable: boolean) => {
			if (this.#over) return;
			this.editor.setEditable(editable);
			const page = this.editor.getRootElement();
			if (page) page.contentEditable = String(editable);
		};
		setEditable(false);
		let over = false;
		return () => {
			if (!over) setEditable(true);
			over = true;
		};
	}

	/** The page is drawn, or no longer. */
	setOnScreen(onScreen: boolean): void {
		this.#onScreen = onScreen;
		if (onScreen) this.#later();
		else publishCurrentStory(null);
	}

	/** Whether there is text that is not on disk. */
	get unsaved(): boolean {
		return this.#autosave.unsaved;
	}

	/** Revision of the story that the text on the page continues. */
	get revision(): number {
		return this.#autosave.revision;
	}

	/** Whether nothing has been written and nothing is stored. */
	get blank(): boolean {
		return this.#view.id === null && plainText(this.document()) === "";
	}

	/** Whether this is text put back that has not been on screen: a drawing that React gave up may have opened it. */
	get awaitsPage(): boolean {
		return this.#view.id === null && this.#view.restoredFrom !== null && !this.#onScreen;
	}

	flush(): Promise<boolean> {
		// The editor that lets go of its page reports a last update: that one is nobody's text.
		if (this.#over) return Promise.resolve(true);
		return this.#autosave.flush();
	}

	/** For the moment the page goes away: the emergency copy is written at once, and a last save sent along. */
	leave(): void {
		if (!this.#autosave.unsaved || this.blank) return;
		const document = this.json();
		this.#keepCopy(document);
		const { id } = this.#view;
		const { state, revision } = this.#autosave;
		if (state.kind === "conflict") return;
		if (id !== null) saveWhileLeaving({ id, baseRevision: revision, document });
		// An earlier text of it is on its way already.
		else if (state.kind === "saving") saveWhileLeaving({ id: this.#newId, baseRevision: FIRST_REVISION, document });
		else createWhileLeaving({ id: this.#newId, document });
	}

	/** Saves, then lets go of the editor. Text that could not be saved stays in the emergency copy. */
	async close(): Promise<void> {
		if (this.#idle !== null) clearTimeout(this.#idle);
		if (!(await this.flush())) this.#keepCopy(this.json());
		this.#end();
		this.#autosave.stop();
		this.editor.setRootElement(null);
		this.editor.dispose();
	}

	/** Conflict: this text is saved over the other one, which the library keeps as a version named `label`. */
	async keepMine(label: string): Promise<void> {
		const { id } = this.#view;
		if (id === null) return;
		await this.#service.keepTheirs(id, label);
		await this.#autosave.keepMine((await this.#service.get(id)).revision);
	}

	/** Conflict: this text becomes a version, and the library's text is what is open next. */
	async letGo(label: string): Promise<void> {
		const { id } = this.#view;
		if (id === null) return;
		await this.#service.keepMineAndReturn(id, label, this.json());
		this.#autosave.forget();
		this.#dropCopy();
		this.#noteTaken(new Date().toISOString());
		this.#tellUnsaved(false);
	}

	/** The library's text was exchanged on purpose, and this one is saved: nothing of this page is saved any more. */
	giveWay(): void {
		this.#end();
		this.#autosave.forget();
		this.#dropCopy();
		this.#tellUnsaved(false);
	}

	/** From here on the page tells nobody anything. */
	#end(): void {
		this.#over = true;
		this.#stopListening();
		this.#service.setFate(null);
	}

	setStage(stage: StoryStage): void {
		this.#update({ stage });
	}

	/** An import that ended while this story was open has put Medium's newer text beside it. */
	offerImport(): void {
		this.#update({ hasPendingImport: true });
	}

	dismissRestored(): void {
		this.#update({ restoredFrom: null });
	}

	async #save(document: string, baseRevision: number) {
		const { id } = this.#view;
		if (id !== null) return this.#saveOverOwn({ id, baseRevision, document });
		// An empty page makes no story.
		if (this.blank) return { revision: 0, savedAt: new Date().toISOString() };
		const created = await this.#service.create({ id: this.#newId, document });
		const isWhole = JSON.stringify(created.document) === document;
		// What was put back had reached the library after all, in the last moment of an earlier sitting.
		const wasSaved = created.existed && isWhole;
		dropEmergencyCopy(null);
		this.#update({ id: created.id, stage: created.stage, ...(wasSaved ? { restoredFrom: null } : {}) });
		this.#service.created();
		if (isWhole) return { revision: created.revision, savedAt: created.updatedAt };
		// This page has seen no text of it but its own: where it was written on meanwhile, that is a conflict.
		return this.#saveOverOwn({ id: created.id, baseRevision: FIRST_REVISION, document });
	}

	/** A text that the library has got from the page before, and that this page began with, is no other one. */
	async #saveOverOwn(input: { id: string; baseRevision: number; document: string }): Promise<SaveResult> {
		try {
			return await this.#service.save(input);
		} catch (error) {
			if (this.#putBack === null || this.#service.problem(error).code !== "CONFLICT") throw error;
			const there = await this.#service.get(input.id);
			if (JSON.stringify(there.document) !== this.#putBack) throw error;
			return this.#service.save({ ...input, baseRevision: there.revision });
		}
	}

	#saveChanged(save: SaveState): void {
		if (save.kind === "saved") {
			this.#dropCopy();
			if (save.at !== null) this.#noteTaken(save.at);
			this.#tellUnsaved(false);
			this.#service.saved();
		} else if (save.kind === "taken") this.#tellUnsaved(false);
		this.#update({ save, isKept: this.#putAside(save) });
		this.#lookWhetherTaken();
	}

	/** Copies the newest text that could not be saved, and tells its fate. `false` when there is no room for it. */
	#putAside(save: SaveState): boolean {
		if (this.#over) return true;
		const isHeld = (save.kind === "failed" || save.kind === "conflict") && this.#autosave.unsaved;
		const isKept = !isHeld || this.#keepCopy(this.json());
		this.#service.setFate(save.kind === "taken" ? save : isKept ? null : UNKEPT);
		return isKept;
	}

	#noteTaken(savedAt: string): void {
		if (this.#restored) noteTaken({ ...this.#restored, savedAt });
		this.#restored = null;
	}

	/** Where no studio answers this page, another window may have saved what is on it. */
	#lookWhetherTaken(): void {
		const { save } = this.#view;
		if (save.kind !== "failed" || save.problem.code !== "UNREACHABLE") return;
		const savedAt = this.#copy.takenElsewhere(() => this.json());
		if (savedAt !== null) this.#autosave.taken(savedAt);
	}

	#tellUnsaved(unsaved: boolean): void {
		if (unsaved === this.#toldUnsaved) return;
		this.#toldUnsaved = unsaved;
		this.#service.setUnsaved(unsaved);
	}

	#dropCopy(): void {
		this.#copy.drop(this.#view.id);
	}

	/** Whether there is a copy of this very text now. */
	#keepCopy(document: string): boolean {
		return this.#copy.keep(this.#view.id, document, this.#autosave.revision);
	}

	#update(change: Partial<SessionView>): void {
		this.#view = { ...this.#view, ...change };
		for (const listener of this.#listeners) listener();
	}

	#later(): void {
		if (this.#idle !== null) return;
		// Not put off by further typing: who writes on sees the words grow.
		const wait = Math.max(FIRST_MS, this.#published + IDLE_MS - performance.now());
		const timeout = wait === FIRST_MS ? FIRST_LATEST_MS : IDLE_MS;
		this.#idle = setTimeout(() => requestIdleCallback(() => this.#publish(), { timeout }), wait);
	}

	#publish(): void {
		this.#idle = null;
		this.#published = performance.now();
		// Between two tries to save there may be half a minute.
		const isKept = this.#putAside(this.#view.save);
		if (isKept !== this.#view.isKept) this.#update({ isKept });
		if (!this.#onScreen) return;
		const state = this.editor.getEditorState();
		const counts = this.#snapshots.counts(state);
		const document = this.#snapshots.document(state);
		const caret = caretBlock(this.editor);
		const title = storyTitle(document);
		this.#update({ counts, blockKind: caret.kind, title });
		publishCurrentStory({
			id: this.#view.id,
			document,
			title,
			counts,
			stage: this.#view.stage,
			kind: this.#view.kind,
			mediumUrl: this.#view.mediumUrl,
			activeBlockId: caret.id,
			...this.#actions,
		});
	}
}
