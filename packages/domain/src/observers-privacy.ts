/** The version of what a resident is told about their particulars before they register to observe; its wording stands on the page. */
export const observersPrivacy = '2026-11';
