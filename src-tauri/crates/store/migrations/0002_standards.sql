-- A standard as it is being drafted: one row for what there is one of, and one row for every part
-- that can be pointed at. An edit touches the rows it concerns and no other.

-- Vocabularies. Their words are the domain's; the app fills them in when it opens the file.
CREATE TABLE ec_act          (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE format          (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE knowledge_level (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE part_list       (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE printed_list    (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE ec (
    key                   INTEGER PRIMARY KEY,
    id                    TEXT    NOT NULL UNIQUE CHECK (length(id) = 36),
    code                  TEXT    NOT NULL,
    source_code           TEXT    NOT NULL,
    title                 TEXT    NOT NULL,
    purpose               TEXT    NOT NULL,
    general_description   TEXT    NOT NULL,
    update_paragraph      TEXT    NOT NULL,
    snc_level             INTEGER CHECK (snc_level BETWEEN 0 AND 255),
    level_text            TEXT    NOT NULL,
    committee             TEXT    NOT NULL,
    approval_date         TEXT    CHECK (approval_date IS date(approval_date)),
    publication_date      TEXT    CHECK (publication_date IS date(publication_date)),
    review_period         TEXT    NOT NULL,
    certificate_validity  TEXT    NOT NULL,
    duration_printed      TEXT    NOT NULL,
    desk_minutes          INTEGER CHECK (desk_minutes BETWEEN 0 AND 4294967295),
    field_minutes         INTEGER CHECK (field_minutes BETWEEN 0 AND 4294967295),
    printed_total_minutes INTEGER CHECK (printed_total_minutes BETWEEN 0 AND 4294967295)
) STRICT;

CREATE INDEX ec_by_code        ON ec (code);
CREATE INDEX ec_by_source_code ON ec (source_code);

-- An element, a criterion, a characteristic, a glossary entry, a line of a list. Which columns say
-- what depends on the list: `parts.rs` is the table.
CREATE TABLE ec_part (
    key      INTEGER PRIMARY KEY,
    ec       INTEGER NOT NULL REFERENCES ec (key),
    id       BLOB    NOT NULL CHECK (length(id) = 16),
    parent   INTEGER REFERENCES ec_part (key) ON DELETE CASCADE,
    list     TEXT    NOT NULL REFERENCES part_list (word),
    position INTEGER NOT NULL CHECK (position >= 0),
    number   INTEGER NOT NULL CHECK (number BETWEEN 0 AND 4294967295),
    count    INTEGER NOT NULL CHECK (count BETWEEN 0 AND 4294967295),
    code     TEXT    NOT NULL,
    name     TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    aside    TEXT    NOT NULL,
    level    TEXT    REFERENCES knowledge_level (word),
    colon    INTEGER NOT NULL CHECK (colon IN (0, 1)),
    UNIQUE (ec, id)
) STRICT;

CREATE INDEX ec_part_in_its_list ON ec_part (parent, ec, list, position);

-- What a printed document has around the standard; a draft made here has no row.
CREATE TABLE ec_printed (
    ec     INTEGER PRIMARY KEY REFERENCES ec (key),
    format TEXT    REFERENCES format (word)
) STRICT;

CREATE TABLE ec_printed_line (
    ec       INTEGER NOT NULL REFERENCES ec_printed (ec) ON DELETE CASCADE,
    list     TEXT    NOT NULL REFERENCES printed_list (word),
    position INTEGER NOT NULL CHECK (position >= 0),
    id       TEXT    NOT NULL,
    text     TEXT    NOT NULL,
    PRIMARY KEY (ec, list, position)
) STRICT, WITHOUT ROWID;
