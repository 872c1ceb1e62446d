-- Articles, what was found in them, where the reader stopped, and the claims that were marked.
-- Times are UTC, ISO 8601; offsets count code points of the article's text.

CREATE TABLE articles (
    id TEXT PRIMARY KEY,          -- SHA-256 of the text
    title TEXT,                   -- as the article says it
    title_given TEXT,             -- as the reader of it set it; outranks `title`
    byline TEXT,
    publisher TEXT,
    published TEXT,               -- ISO date, as the article says it
    published_given TEXT,         -- as the reader of it set it; outranks `published`
    url TEXT,
    path TEXT,
    opened TEXT NOT NULL,
    first_words TEXT NOT NULL,    -- shown where there is no title
    paragraphs INTEGER NOT NULL,
    article BLOB NOT NULL         -- zlib of the article's JSON
);
CREATE INDEX articles_by_opened ON articles (opened);

CREATE TABLE analyses (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    pipeline TEXT NOT NULL,
    pipeline_version TEXT NOT NULL,
    extractor TEXT NOT NULL,
    published TEXT NOT NULL,      -- ISO date that relative dates were resolved against, '' for none
    made TEXT NOT NULL,
    briefing BLOB NOT NULL,       -- zlib of the briefing's JSON without the article's text
    PRIMARY KEY (article, pipeline, pipeline_version, extractor, published)
);

CREATE TABLE positions (
    article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    paragraph INTEGER NOT NULL,
    "offset" INTEGER NOT NULL
);

CREATE TABLE bookmarks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    paragraph INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    words TEXT NOT NULL,
    speaker TEXT,
    certainty TEXT NOT NULL,
    created TEXT NOT NULL,
    UNIQUE (article, start, "end")
);
