import { ImageDown, ImageOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { rpc, windowError } from "#app/rpc.ts";
import { mediaUrl } from "#contract/rpc.ts";
import type { StoryImage } from "#domain/story/schema.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatNumber } from "#ui/format/format.ts";
import { isDrawable } from "./decoded.ts";
import styles from "./faces.module.css";
import { remotePictureUrl } from "./remote-picture.ts";

interface Props {
	image: StoryImage;
	/** The picture is in the library now. */
	onLoaded: (image: StoryImage) => void;
}

/** A picture of the library, or the place of one that is still on the web. Nothing is loaded until the writer asks. */
export function Picture({ image, onLoaded }: Props) {
	const { t } = useTranslation();
	const [state, setState] = useState<
		{ kind: "idle" | "loading" } | { kind: "failed"; reason: string } | { kind: "confirm"; host: string }
	>({
		kind: "idle",
	});
	const [broken, setBroken] = useState<string | null>(null);
	const isBroken = () => setBroken(image.assetId ?? null);
	const ratio = image.width && image.height ? `${image.width} / ${image.height}` : undefined;
	if (image.assetId && broken === image.assetId)
		return (
			<div className={styles.place}>
				<ImageOff aria-hidden size={20} />
				<strong>{image.alt || t("Picture")}</strong>
				<span>{t("This picture cannot be shown: its file is damaged or missing. Replace it with another.")}</span>
			</div>
		);
	if (image.assetId)
		return (
			<img
				className={styles.picture}
				src={mediaUrl(image.assetId)}
				alt={image.alt}
				width={image.width}
				height={image.height}
				draggable={false}
				onError={isBroken}
				onLoad={async ({ currentTarget }) => {
					if (!(await isDrawable(currentTarget))) isBroken();
				}}
			/>
		);
	const url = remotePictureUrl(image);
	const load = async (confirmedHost?: string) => {
		if (url === null) return;
		setState({ kind: "loading" });
		try {
			const asset = await rpc.media.fetchRemote.mutate(confirmedHost ? { url, confirmedHost } : { url });
			onLoaded({ ...image, assetId: asset.assetId, width: asset.width, height: asset.height });
		} catch (error) {
			const { message } = windowError(error);
			const host = new URL(url).hostname;
			// Any host but Medium's own is named and asked for first.
			if (!confirmedHost && !/(^|\.)medium\.com$/.test(host)) setState({ kind: "confirm", host });
			else setState({ kind: "failed", reason: message });
		}
	};
	return (
		<div className={styles.place} style={ratio ? { aspectRatio: ratio } : undefined}>
			<strong>{image.alt || t("Picture on the web")}</strong>
			<span>
				{image.width && image.height
					? t("{{width}} × {{height}} pixels", { width: formatNumber(image.width), height: formatNumber(image.height) })
					: null}
				{image.mediumId ? ` ${image.mediumId}` : null}
			</span>
			{url === null ? (
				<span>{t("Its address was not in the export. Replace it with a file.")}</span>
			) : state.kind === "confirm" ? (
				<Button onPress={() => void load(state.host)}>{t("Load it from {{host}}", { host: state.host })}</Button>
			) : (
				<Button onPress={() => void load()} isDisabled={state.kind === "loading"}>
					<ImageDown aria-hidden size={16} />
					{state.kind === "loading" ? t("Loading…") : t("Load picture")}
				</Button>
			)}
			{state.kind === "failed" && <span role="alert">{t("Not loaded: {{reason}}", { reason: state.reason })}</span>}
		</div>
	);
}
