-- A functional map as it is being drawn: one row for the map, one for every function in it. What a
-- function became in a standard is kept on its row, by id, so that it outlives rewording and moving.

CREATE TABLE map_claim (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE map (
    key       INTEGER PRIMARY KEY,
    id        TEXT    NOT NULL UNIQUE CHECK (length(id) = 36),
    title     TEXT    NOT NULL,
    committee TEXT    NOT NULL
) STRICT;

-- The purpose is the one without a parent. What a standard or an element is named by may be elsewhere,
-- or no longer be: the links are read against the standards, not held by them.
CREATE TABLE map_function (
    key        INTEGER PRIMARY KEY,
    map        INTEGER NOT NULL REFERENCES map (key),
    id         BLOB    NOT NULL CHECK (length(id) = 16),
    parent     INTEGER REFERENCES map_function (key) ON DELETE CASCADE,
    position   INTEGER NOT NULL CHECK (position >= 0),
    text       TEXT    NOT NULL,
    individual INTEGER NOT NULL CHECK (individual IN (0, 1)),
    standard   BLOB    CHECK (length(standard) = 16),
    element    BLOB    CHECK (length(element) = 16),
    UNIQUE (map, id)
) STRICT;

CREATE INDEX map_function_in_its_place ON map_function (parent, map, position);
CREATE INDEX map_function_of_standard  ON map_function (standard) WHERE standard IS NOT NULL;

CREATE TABLE map_attestation (
    function INTEGER NOT NULL REFERENCES map_function (key) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    claim    TEXT    NOT NULL REFERENCES map_claim (word),
    person   TEXT    NOT NULL,
    said_on  TEXT    NOT NULL CHECK (said_on IS date(said_on)),
    said_of  TEXT    NOT NULL,
    PRIMARY KEY (function, position)
) STRICT, WITHOUT ROWID;
