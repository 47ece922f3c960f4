/**
 * Codes of the domain as tables, files, addresses and forms use them; labels of these live in
 * `content/messages/<locale>/codes.json`.
 */
export const kinds = ["practice", "challenge", "need", "lesson", "proposal"] as const;
export type Kind = (typeof kinds)[number];

/** What a session is about and what remains of it, beside contributions, as the search finds it. */
export const proceedingKinds = ["agenda-item", "minutes", "decision", "action-point"] as const;
export type ProceedingKind = (typeof proceedingKinds)[number];

/** All that the search finds, by kind. */
export const foundKinds = [...kinds, "reference", ...proceedingKinds] as const;
export type FoundKind = (typeof foundKinds)[number];

export const sharingLevels = ["bilateral", "group", "programme", "public"] as const;
export type SharingLevel = (typeof sharingLevels)[number];

export const attributions = ["person", "institution", "beneficiary", "group"] as const;
export type Attribution = (typeof attributions)[number];

export const roundFormats = ["bilateral-online", "online-plenary", "on-site", "hybrid"] as const;
export type RoundFormat = (typeof roundFormats)[number];

/** What somebody says to an invitation; calendars call them PARTSTAT (RFC 5545, 3.2.12). */
export const answers = ["accepted", "tentative", "declined"] as const;
export type Answer = (typeof answers)[number];

/** How far it is known that a practice works, from an idea to an independent evaluation. */
export const evidenceStages = [0, 1, 2, 3, 4, 5] as const;

export const transferabilities = ["not-assessed", "law-change", "adaptation", "ready"] as const;
export type Transferability = (typeof transferabilities)[number];

/** What a record can be asked to have; nothing is attached to records so far. */
export const hasCodes = ["attachment", "translation", "references", "summary"] as const;
export type HasCode = (typeof hasCodes)[number];

/** Beneficiary values of a record beside the codes of the programme's own beneficiaries. */
export const wideBeneficiaries = ["regional", "other-european"] as const;
