import { stories } from "./0001-stories.ts";
import { observations } from "./0002-observations.ts";
import { plan } from "./0003-plan.ts";
import { coach } from "./0004-coach.ts";
import { imports } from "./0005-imports.ts";
import { boosts } from "./0006-boosts.ts";
import { rebuilt } from "./0007-rebuilt.ts";
import type { Migration } from "./migration.ts";

export const migrations: readonly Migration[] = [stories, observations, plan, coach, imports, boosts, rebuilt];

/** The schema this Inkhour writes. */
export const SCHEMA_VERSION = migrations.length;
