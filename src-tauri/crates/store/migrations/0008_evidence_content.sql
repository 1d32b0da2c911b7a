-- The bytes of a file stand apart from what is said of it, so that they can come in a piece at a time,
-- each in a write of its own, and whoever saves is let in between. Content that no evidence names is
-- on its way in: it is nothing yet, and may be taken away again. Content that is named is final.

-- A key is never given twice: what comes in must not end in the place of what was given up.
CREATE TABLE evidence_content (
    key INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;

INSERT INTO evidence_content (key)
SELECT key FROM evidence ORDER BY key;

CREATE TABLE evidence_piece_of_content (
    evidence INTEGER NOT NULL REFERENCES evidence_content (key),
    position INTEGER NOT NULL CHECK (position >= 0),
    bytes    BLOB    NOT NULL,
    UNIQUE (evidence, position)
) STRICT;

INSERT INTO evidence_piece_of_content (evidence, position, bytes)
SELECT evidence, position, bytes FROM evidence_piece ORDER BY evidence, position;

DROP TABLE evidence_piece;

ALTER TABLE evidence_piece_of_content RENAME TO evidence_piece;

CREATE TABLE evidence_with_content (
    key        INTEGER PRIMARY KEY REFERENCES evidence_content (key),
    digest     BLOB    NOT NULL UNIQUE CHECK (length(digest) = 32),
    name       TEXT    NOT NULL,
    media_type TEXT    NOT NULL,
    size       INTEGER NOT NULL CHECK (size >= 0),
    seal       BLOB    NOT NULL CHECK (length(seal) = 32)
) STRICT;

INSERT INTO evidence_with_content (key, digest, name, media_type, size, seal)
SELECT key, digest, name, media_type, size, seal FROM evidence ORDER BY key;

DROP TABLE evidence;

ALTER TABLE evidence_with_content RENAME TO evidence;

CREATE TRIGGER evidence_is_final BEFORE UPDATE ON evidence
BEGIN
    SELECT RAISE(ABORT, 'evidence is final');
END;

CREATE TRIGGER evidence_stays BEFORE DELETE ON evidence
BEGIN
    SELECT RAISE(ABORT, 'evidence stays on record');
END;

CREATE TRIGGER evidence_content_is_final BEFORE UPDATE ON evidence_content
BEGIN
    SELECT RAISE(ABORT, 'evidence is final');
END;

CREATE TRIGGER evidence_content_stays BEFORE DELETE ON evidence_content
WHEN EXISTS (SELECT 1 FROM evidence WHERE key = OLD.key)
BEGIN
    SELECT RAISE(ABORT, 'evidence stays on record');
END;

CREATE TRIGGER evidence_piece_is_whole BEFORE INSERT ON evidence_piece
WHEN EXISTS (SELECT 1 FROM evidence WHERE key = NEW.evidence)
BEGIN
    SELECT RAISE(ABORT, 'evidence is final');
END;

CREATE TRIGGER evidence_piece_is_final BEFORE UPDATE ON evidence_piece
BEGIN
    SELECT RAISE(ABORT, 'evidence is final');
END;

CREATE TRIGGER evidence_piece_stays BEFORE DELETE ON evidence_piece
WHEN EXISTS (SELECT 1 FROM evidence WHERE key = OLD.evidence)
BEGIN
    SELECT RAISE(ABORT, 'evidence stays on record');
END;
