-- What was done. Acts are added and never changed: a mistaken act is answered by a later one, as in
-- the papers they were copied from. Each carries the seal of the one before.

-- "Cauc": by it a workspace is told from any other SQLite file.
PRAGMA application_id = 1130460515;

CREATE TABLE chain (
    key  INTEGER PRIMARY KEY,
    name TEXT    NOT NULL UNIQUE
) STRICT;

-- The words in `act` belong to the roads, and roads grow: an act of a packet may be newer than us.
CREATE TABLE act (
    key        INTEGER PRIMARY KEY,
    chain      INTEGER NOT NULL REFERENCES chain (key),
    number     INTEGER NOT NULL CHECK (number > 0),
    act        TEXT    NOT NULL,
    done_on    TEXT    NOT NULL CHECK (done_on IS date(done_on)),
    written_at TEXT    NOT NULL,
    done_by    TEXT    NOT NULL,
    subject    BLOB    CHECK (length(subject) = 32),
    result     BLOB    CHECK (length(result) = 32),
    body       TEXT    NOT NULL,
    previous   BLOB    CHECK (length(previous) = 32),
    digest     BLOB    NOT NULL CHECK (length(digest) = 32),
    UNIQUE (chain, number)
) STRICT;

-- Edits, taken back or not, are by far the most acts, and they move no case.
CREATE INDEX act_that_is_no_edit ON act (chain, number)
WHERE act <> 'EDIT' AND act <> 'UNDO' AND act <> 'REDO';

CREATE TABLE act_evidence (
    act         INTEGER NOT NULL REFERENCES act (key),
    position    INTEGER NOT NULL CHECK (position >= 0),
    requirement TEXT    NOT NULL,
    file        BLOB    NOT NULL CHECK (length(file) = 32),
    PRIMARY KEY (act, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER act_follows BEFORE INSERT ON act
WHEN NEW.number <> 1 + COALESCE((SELECT max(number) FROM act WHERE chain = NEW.chain), 0)
  OR NEW.previous IS NOT (SELECT digest
                            FROM act
                           WHERE chain = NEW.chain AND number = NEW.number - 1)
BEGIN
    SELECT RAISE(ABORT, 'an act follows the one before');
END;

CREATE TRIGGER chain_is_final BEFORE UPDATE ON chain
BEGIN
    SELECT RAISE(ABORT, 'a chain keeps its name');
END;

CREATE TRIGGER chain_stays BEFORE DELETE ON chain
BEGIN
    SELECT RAISE(ABORT, 'a chain stays on record');
END;

CREATE TRIGGER act_is_final BEFORE UPDATE ON act
BEGIN
    SELECT RAISE(ABORT, 'an act is final');
END;

CREATE TRIGGER act_stays BEFORE DELETE ON act
BEGIN
    SELECT RAISE(ABORT, 'an act stays on record');
END;

CREATE TRIGGER act_evidence_is_final BEFORE UPDATE ON act_evidence
BEGIN
    SELECT RAISE(ABORT, 'what proves an act is final');
END;

CREATE TRIGGER act_evidence_stays BEFORE DELETE ON act_evidence
BEGIN
    SELECT RAISE(ABORT, 'what proves an act stays on record');
END;
