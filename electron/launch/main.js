// Plain JavaScript, so that a Node which cannot read TypeScript can still say what to do.
const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
	console.error(
		`Inkhour needs Node 24 and this is ${process.version}. Start it with "npm start": after "npm ci" it brings its own.`,
	);
	process.exit(1);
}
await import("./start.ts");
