-- What the office set, and which findings a person set aside.

CREATE TABLE setting_word   (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE set_aside_kind (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    word  TEXT PRIMARY KEY REFERENCES setting_word (word),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A finding set aside, and later perhaps taken up again: both are said by a person and stay said.
CREATE TABLE set_aside (
    key         INTEGER PRIMARY KEY,
    ec          INTEGER NOT NULL REFERENCES ec (key),
    rule        TEXT    NOT NULL,
    place       TEXT    NOT NULL,
    part        BLOB    CHECK (length(part) = 16),
    fingerprint BLOB    NOT NULL CHECK (length(fingerprint) = 32),
    kind        TEXT    NOT NULL REFERENCES set_aside_kind (word),
    said_by     TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    written_at  TEXT    NOT NULL,
    seal        BLOB    NOT NULL CHECK (length(seal) = 32)
) STRICT;

CREATE INDEX set_aside_of_ec ON set_aside (ec);

CREATE TABLE set_aside_withdrawal (
    set_aside  INTEGER PRIMARY KEY REFERENCES set_aside (key),
    said_by    TEXT    NOT NULL,
    reason     TEXT    NOT NULL,
    written_at TEXT    NOT NULL,
    seal       BLOB    NOT NULL CHECK (length(seal) = 32)
) STRICT;

CREATE TRIGGER set_aside_is_final BEFORE UPDATE ON set_aside
BEGIN
    SELECT RAISE(ABORT, 'what was set aside is withdrawn, not changed');
END;

CREATE TRIGGER set_aside_stays BEFORE DELETE ON set_aside
BEGIN
    SELECT RAISE(ABORT, 'what was set aside stays on record');
END;

CREATE TRIGGER set_aside_withdrawal_is_final BEFORE UPDATE ON set_aside_withdrawal
BEGIN
    SELECT RAISE(ABORT, 'a withdrawal is final');
END;

CREATE TRIGGER set_aside_withdrawal_stays BEFORE DELETE ON set_aside_withdrawal
BEGIN
    SELECT RAISE(ABORT, 'a withdrawal stays on record');
END;
