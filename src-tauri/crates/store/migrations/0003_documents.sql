-- What was frozen and what was handed in: bytes under their digest, added and never changed.

CREATE TABLE edition_kind (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE edition (
    key    INTEGER PRIMARY KEY,
    digest BLOB    NOT NULL UNIQUE CHECK (length(digest) = 32),
    body   BLOB    NOT NULL
) STRICT;

-- The same text may be frozen by several acts: it is one edition, named by its digest. A seal is the
-- digest of the rest of its row, so that a changed byte is noticed.
CREATE TABLE ec_edition (
    ec      INTEGER NOT NULL REFERENCES ec (key),
    kind    TEXT    NOT NULL REFERENCES edition_kind (word),
    act     INTEGER NOT NULL CHECK (act > 0),
    edition INTEGER NOT NULL REFERENCES edition (key),
    seal    BLOB    NOT NULL CHECK (length(seal) = 32),
    PRIMARY KEY (ec, kind, act)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
    key        INTEGER PRIMARY KEY,
    digest     BLOB    NOT NULL UNIQUE CHECK (length(digest) = 32),
    name       TEXT    NOT NULL,
    media_type TEXT    NOT NULL,
    size       INTEGER NOT NULL CHECK (size >= 0),
    seal       BLOB    NOT NULL CHECK (length(seal) = 32)
) STRICT;

-- In pieces, so that a large file is never held in memory whole while it is taken in.
CREATE TABLE evidence_piece (
    evidence INTEGER NOT NULL REFERENCES evidence (key) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position >= 0),
    bytes    BLOB    NOT NULL,
    UNIQUE (evidence, position)
) STRICT;

CREATE TRIGGER edition_is_final BEFORE UPDATE ON edition
BEGIN
    SELECT RAISE(ABORT, 'an edition is final');
END;

CREATE TRIGGER edition_stays BEFORE DELETE ON edition
BEGIN
    SELECT RAISE(ABORT, 'an edition stays on record');
END;

CREATE TRIGGER ec_edition_is_final BEFORE UPDATE ON ec_edition
BEGIN
    SELECT RAISE(ABORT, 'what an act froze is final');
END;

CREATE TRIGGER ec_edition_stays BEFORE DELETE ON ec_edition
BEGIN
    SELECT RAISE(ABORT, 'what an act froze stays on record');
END;

CREATE TRIGGER evidence_is_final BEFORE UPDATE ON evidence
BEGIN
    SELECT RAISE(ABORT, 'evidence is final');
END;

CREATE TRIGGER evidence_stays BEFORE DELETE ON evidence
BEGIN
    SELECT RAISE(ABORT, 'evidence stays on record');
END;

CREATE TRIGGER evidence_piece_is_final BEFORE UPDATE ON evidence_piece
BEGIN
    SELECT RAISE(ABORT, 'evidence is final');
END;

CREATE TRIGGER evidence_piece_stays BEFORE DELETE ON evidence_piece
BEGIN
    SELECT RAISE(ABORT, 'evidence stays on record');
END;
