import { expect, test } from "#tests/support/studio.ts";

test("of two changes of a setting the later one counts, also where the first takes longer on its way", async ({
	page,
	studio,
}) => {
	await studio.open("#/settings/general");
	let seen = 0;
	let answered = 0;
	await page.route("**/rpc/settings.update*", async (route) => {
		seen += 1;
		if (seen === 1) await new Promise((resolve) => setTimeout(resolve, 700));
		await route.continue();
	});
	page.on("response", (response) => {
		if (response.url().includes("settings.update")) answered += 1;
	});
	await page.getByRole("radio", { name: "Dark" }).click();
	await page.getByRole("radio", { name: "Light" }).click();
	await expect.poll(() => answered).toBe(2);
	expect((await studio.client.settings.get.query()).settings.theme).toBe("light");
	await expect(page.getByRole("radio", { name: "Light" })).toBeChecked();
});
