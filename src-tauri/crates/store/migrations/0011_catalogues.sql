-- The official lists that the office brings in: the editions of SCIAN and SINCO, and the register of
-- standards as it stood on a day. They are replaced as a whole, and never a row at a time.

CREATE TABLE catalogue_kind (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue (
    key         INTEGER PRIMARY KEY,
    kind        TEXT    NOT NULL REFERENCES catalogue_kind (word),
    edition     TEXT    NOT NULL,
    file        TEXT    NOT NULL,
    brought_by  TEXT    NOT NULL,
    written_at  TEXT    NOT NULL,
    entries     INTEGER NOT NULL,
    digest      BLOB    NOT NULL CHECK (length(digest) = 32),
    UNIQUE (kind, edition)
) STRICT;

CREATE TABLE catalogue_class (
    key       INTEGER PRIMARY KEY,
    catalogue INTEGER NOT NULL REFERENCES catalogue (key) ON DELETE CASCADE,
    code      TEXT    NOT NULL,
    rank      INTEGER NOT NULL CHECK (rank BETWEEN 0 AND 9),
    name      TEXT    NOT NULL,
    parent    TEXT    NOT NULL,
    -- Without accents, capitals or points, a space before each word.
    folded    TEXT    NOT NULL,
    UNIQUE (catalogue, code)
) STRICT;

CREATE TABLE renec_entry (
    key       INTEGER PRIMARY KEY,
    catalogue INTEGER NOT NULL REFERENCES catalogue (key) ON DELETE CASCADE,
    code      TEXT    NOT NULL,
    level     INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    title     TEXT    NOT NULL,
    committee TEXT    NOT NULL,
    sector    TEXT    NOT NULL,
    -- The letters and figures of the title alone, as titles are compared.
    letters   TEXT    NOT NULL,
    UNIQUE (catalogue, code)
) STRICT;

CREATE INDEX renec_by_letters ON renec_entry (letters);
