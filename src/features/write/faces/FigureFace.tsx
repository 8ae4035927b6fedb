import { Columns2, Image, Maximize, RefreshCw, StretchHorizontal, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { native } from "#app/native.ts";
import { windowError } from "#app/rpc.ts";
import { sourceFileName } from "#contract/source-name.ts";
import type { FigureLayout } from "#domain/story/schema.ts";
import type { CaptionedPayload } from "#editor/nodes/states.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import { addPicture } from "../page/add-picture.ts";
import { pictureOf } from "../page/use-images.ts";
import type { FaceActions } from "./Faces.tsx";
import styles from "./faces.module.css";
import { MoveButtons } from "./MoveButtons.tsx";
import { Picture } from "./Picture.tsx";

interface Props {
	payload: Extract<CaptionedPayload, { type: "figure" }>;
	selected: boolean;
	actions: FaceActions;
}

/** A picture with its width, alt text, replace and remove. The caption under it is part of the text. */
export function FigureFace({ payload, selected, actions }: Props) {
	const { t } = useTranslation();
	const { image, layout } = payload;
	const [alt, setAlt] = useState(image.alt);
	const layouts: { id: FigureLayout; label: string; icon: typeof Image }[] = [
		{ id: "column", label: t("As wide as the text"), icon: Image },
		{ id: "outset", label: t("Wider than the text"), icon: StretchHorizontal },
		{ id: "fullWidth", label: t("Full width"), icon: Maximize },
		{ id: "outsetLeft", label: t("Beside the text"), icon: Columns2 },
	];
	const replace = async () => {
		// Of what went wrong only the newest is shown.
		const about = "picture replaced";
		try {
			const [source] = await native.chooseFiles("image");
			if (!source) return;
			const asset = await addPicture(source, t);
			if ("refused" in asset) {
				const file = sourceFileName(source);
				const message = t("The picture was not replaced by “{{file}}”: {{reason}}", { file, reason: asset.refused });
				return void showToast({ tone: "danger", message, about });
			}
			actions.change({ ...payload, image: pictureOf(asset, image.alt) });
		} catch (error) {
			showToast({
				tone: "danger",
				about,
				message: t("The picture was not replaced: {{reason}}", { reason: windowError(error).message }),
			});
		}
	};
	const keepAlt = () => {
		if (alt !== image.alt) actions.change({ ...payload, image: { ...image, alt } });
	};
	return (
		<div className={styles.figure} data-selected-face={selected}>
			<Picture image={image} onLoaded={(next) => actions.change({ ...payload, image: next })} />
			<div className={styles.tools}>
				{layouts.map(({ id, label, icon }) => (
					<IconButton
						key={id}
						label={label}
						icon={icon}
						size="small"
						isSelected={layout === id}
						onPress={() => actions.change({ ...payload, layout: id })}
					/>
				))}
				<MoveButtons onMove={actions.move} />
				<IconButton label={t("Replace picture")} icon={RefreshCw} size="small" onPress={() => void replace()} />
				<IconButton label={t("Remove picture")} icon={Trash2} size="small" onPress={actions.remove} />
			</div>
			<label className={styles.alt}>
				<span>{t("Alt text")}</span>
				<input
					value={alt}
					placeholder={t("What the picture shows, for those who cannot see it")}
					onChange={(event) => setAlt(event.target.value)}
					onBlur={keepAlt}
					onKeyDown={(event) => {
						// The page must not take these keys for its own.
						event.stopPropagation();
						if (event.key === "Enter") keepAlt();
					}}
				/>
			</label>
		</div>
	);
}
