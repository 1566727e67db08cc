/** What an address bears of the seat as which one came; nothing for staff with their account (null). */
export const asSeat = (seat: string | null): string => (seat === null ? '' : `?seat=${seat}`);
