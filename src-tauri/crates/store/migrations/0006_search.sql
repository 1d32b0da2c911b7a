-- Full text over everything a person would look for, without accents. The words stand in the tables
-- themselves; the index follows them by triggers.

CREATE VIRTUAL TABLE ec_search USING fts5 (
    code, source_code, title, committee, purpose, general_description,
    content = 'ec', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE ec_part_search USING fts5 (
    code, name, text,
    content = 'ec_part', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER ec_is_indexed AFTER INSERT ON ec
BEGIN
    INSERT INTO ec_search (rowid, code, source_code, title, committee, purpose, general_description)
    VALUES (NEW.key, NEW.code, NEW.source_code, NEW.title, NEW.committee, NEW.purpose,
            NEW.general_description);
END;

CREATE TRIGGER ec_is_indexed_again
AFTER UPDATE OF code, source_code, title, committee, purpose, general_description ON ec
BEGIN
    INSERT INTO ec_search (ec_search, rowid, code, source_code, title, committee, purpose,
                           general_description)
    VALUES ('delete', OLD.key, OLD.code, OLD.source_code, OLD.title, OLD.committee, OLD.purpose,
            OLD.general_description);
    INSERT INTO ec_search (rowid, code, source_code, title, committee, purpose, general_description)
    VALUES (NEW.key, NEW.code, NEW.source_code, NEW.title, NEW.committee, NEW.purpose,
            NEW.general_description);
END;

CREATE TRIGGER ec_part_is_indexed AFTER INSERT ON ec_part
BEGIN
    INSERT INTO ec_part_search (rowid, code, name, text)
    VALUES (NEW.key, NEW.code, NEW.name, NEW.text);
END;

CREATE TRIGGER ec_part_is_indexed_again AFTER UPDATE OF code, name, text ON ec_part
BEGIN
    INSERT INTO ec_part_search (ec_part_search, rowid, code, name, text)
    VALUES ('delete', OLD.key, OLD.code, OLD.name, OLD.text);
    INSERT INTO ec_part_search (rowid, code, name, text)
    VALUES (NEW.key, NEW.code, NEW.name, NEW.text);
END;

CREATE TRIGGER ec_part_is_forgotten AFTER DELETE ON ec_part
BEGIN
    INSERT INTO ec_part_search (ec_part_search, rowid, code, name, text)
    VALUES ('delete', OLD.key, OLD.code, OLD.name, OLD.text);
END;
