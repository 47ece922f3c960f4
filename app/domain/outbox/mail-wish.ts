import { z } from "zod";
import { oneOf } from "#app/domain/forms/choice-fields.ts";

/** What an administrator wants of the mail of the installation. */
export const mailWish = z.object({ what: oneOf(["test", "release"]) });
