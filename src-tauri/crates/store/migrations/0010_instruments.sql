-- An assessment instrument as it is being drafted: one row for the whole, one for every part that can be
-- pointed at. What a part belongs to is named by id: the domain holds that it is there, and reading
-- says so where it is not.

CREATE TABLE criterion_kind      (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE tool_kind           (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE weight_class        (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE historical_evidence (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE question_kind       (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE question_standing   (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE annex_audience      (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Scores and shares are whole hundredths.
CREATE TABLE iec (
    key          INTEGER PRIMARY KEY,
    id           TEXT    NOT NULL UNIQUE CHECK (length(id) = 36),
    ec           INTEGER NOT NULL UNIQUE REFERENCES ec (key),
    minor_share  INTEGER NOT NULL CHECK (minor_share BETWEEN 0 AND 10000),
    medium_share INTEGER NOT NULL CHECK (medium_share BETWEEN 0 AND 10000),
    major_share  INTEGER NOT NULL CHECK (major_share BETWEEN 0 AND 10000),
    pass_score   INTEGER CHECK (pass_score >= 0),
    minutes      INTEGER CHECK (minutes BETWEEN 0 AND 4294967295)
) STRICT;

CREATE TABLE iec_judged (
    iec  INTEGER NOT NULL REFERENCES iec (key),
    kind TEXT    NOT NULL REFERENCES criterion_kind (word),
    PRIMARY KEY (iec, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE iec_situation (
    key         INTEGER PRIMARY KEY,
    iec         INTEGER NOT NULL REFERENCES iec (key),
    id          BLOB    NOT NULL CHECK (length(id) = 16),
    position    INTEGER NOT NULL CHECK (position >= 0),
    name        TEXT    NOT NULL,
    description TEXT    NOT NULL,
    UNIQUE (iec, id)
) STRICT;

CREATE TABLE iec_tool (
    key         INTEGER PRIMARY KEY,
    iec         INTEGER NOT NULL REFERENCES iec (key),
    id          BLOB    NOT NULL CHECK (length(id) = 16),
    position    INTEGER NOT NULL CHECK (position >= 0),
    kind        TEXT    NOT NULL REFERENCES tool_kind (word),
    situation   BLOB    CHECK (length(situation) = 16),
    title       TEXT    NOT NULL,
    instruction TEXT    NOT NULL,
    UNIQUE (iec, id)
) STRICT;

-- «expected» has one response a line.
CREATE TABLE iec_item (
    key        INTEGER PRIMARY KEY,
    iec        INTEGER NOT NULL REFERENCES iec (key),
    id         BLOB    NOT NULL CHECK (length(id) = 16),
    position   INTEGER NOT NULL CHECK (position >= 0),
    tool       BLOB    NOT NULL CHECK (length(tool) = 16),
    leaf       BLOB    NOT NULL CHECK (length(leaf) = 16),
    seen       TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    weight     TEXT    NOT NULL REFERENCES weight_class (word),
    historical TEXT    NOT NULL REFERENCES historical_evidence (word),
    expected   TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    UNIQUE (iec, id)
) STRICT;

CREATE TABLE iec_question (
    key            INTEGER PRIMARY KEY,
    iec            INTEGER NOT NULL REFERENCES iec (key),
    id             BLOB    NOT NULL CHECK (length(id) = 16),
    position       INTEGER NOT NULL CHECK (position >= 0),
    item           BLOB    NOT NULL CHECK (length(item) = 16),
    kind           TEXT    NOT NULL REFERENCES question_kind (word),
    level          TEXT    REFERENCES knowledge_level (word),
    text           TEXT    NOT NULL,
    annex          BLOB    CHECK (length(annex) = 16),
    standing       TEXT    NOT NULL REFERENCES question_standing (word),
    difficulty     INTEGER,
    discrimination INTEGER,
    UNIQUE (iec, id)
) STRICT;

CREATE TABLE iec_option (
    question INTEGER NOT NULL REFERENCES iec_question (key) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    text     TEXT    NOT NULL,
    is_key   INTEGER NOT NULL CHECK (is_key IN (0, 1)),
    PRIMARY KEY (question, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE iec_annex (
    key      INTEGER PRIMARY KEY,
    iec      INTEGER NOT NULL REFERENCES iec (key),
    id       BLOB    NOT NULL CHECK (length(id) = 16),
    position INTEGER NOT NULL CHECK (position >= 0),
    title    TEXT    NOT NULL,
    audience TEXT    NOT NULL REFERENCES annex_audience (word),
    file     TEXT    NOT NULL,
    digest   TEXT    NOT NULL,
    UNIQUE (iec, id)
) STRICT;

CREATE INDEX iec_item_in_its_place     ON iec_item (iec, position);
CREATE INDEX iec_question_in_its_place ON iec_question (iec, position);
