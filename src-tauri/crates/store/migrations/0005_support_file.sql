-- The typed part of the support file: what accompanies a standard and is not printed in it.

CREATE TABLE solution_kind     (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE solution_standing (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE support_file (
    ec                     INTEGER PRIMARY KEY REFERENCES ec (key),
    certifiable_population INTEGER CHECK (certifiable_population >= 0),
    population_source      TEXT    NOT NULL,
    consequence_mechanism  TEXT    NOT NULL
) STRICT;

CREATE TABLE certification_solution (
    ec       INTEGER NOT NULL REFERENCES support_file (ec) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    kind     TEXT    NOT NULL REFERENCES solution_kind (word),
    name     TEXT    NOT NULL,
    standing TEXT    NOT NULL REFERENCES solution_standing (word),
    PRIMARY KEY (ec, position)
) STRICT, WITHOUT ROWID;
