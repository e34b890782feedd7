/** How far a watch has come: written in one step with what it has reported, so that it reports nothing twice. */
export const sql = `
CREATE TABLE marks (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`;
