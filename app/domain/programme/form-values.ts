import { labelValues } from "#app/domain/forms/label-fields.ts";
import { NO_BENEFICIARY } from "#app/domain/programme/group-input.ts";
import type { Labels } from "#app/i18n/labels.ts";

// What the forms of administration are filled in with, by field: for the forms, and for two who save at once.

type Values = Record<string, string>;

export function programmeValues(
  stored: { names: Labels; description: Labels; fundingStatement: Labels; disclaimer: Labels } | null,
): Values {
  return {
    ...labelValues("name", stored?.names ?? {}),
    ...labelValues("description", stored?.description ?? {}),
    ...labelValues("fundingStatement", stored?.fundingStatement ?? {}),
    ...labelValues("disclaimer", stored?.disclaimer ?? {}),
  };
}

export function beneficiaryValues(stored: {
  names: Labels;
  mark: string | null;
  footnote: Labels | null;
  position: number;
}): Values {
  return {
    ...labelValues("name", stored.names),
    ...labelValues("footnote", stored.footnote ?? {}),
    mark: stored.mark ?? "",
    position: String(stored.position),
  };
}

export function institutionValues(stored: { names: Labels; type: string; beneficiaryId: string | null }): Values {
  return {
    ...labelValues("name", stored.names),
    type: stored.type,
    beneficiaryId: stored.beneficiaryId ?? NO_BENEFICIARY,
  };
}

export function groupValues(stored: { names: Labels; code: string; slug: string; position: number }): Values {
  return {
    ...labelValues("name", stored.names),
    code: stored.code,
    slug: stored.slug,
    position: String(stored.position),
  };
}
