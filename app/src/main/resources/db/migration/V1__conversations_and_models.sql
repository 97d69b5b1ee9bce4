CREATE TABLE conversation (
    id           TEXT PRIMARY KEY,
    workspace_id TEXT NOT NULL,
    created_at   TEXT NOT NULL,
    memory       TEXT
);
CREATE INDEX conversation_by_workspace ON conversation (workspace_id, created_at);

CREATE TABLE message (
    id              TEXT PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES conversation (id),
    position        INTEGER NOT NULL,
    turn_id         TEXT NOT NULL,
    role            TEXT NOT NULL,
    content         TEXT NOT NULL,
    status          TEXT NOT NULL,
    created_at      TEXT NOT NULL,
    UNIQUE (conversation_id, position)
);
CREATE INDEX message_by_turn ON message (turn_id);

CREATE TABLE turn_event (
    turn_id         TEXT NOT NULL,
    number          INTEGER NOT NULL,
    conversation_id TEXT NOT NULL REFERENCES conversation (id),
    type            TEXT NOT NULL,
    frame           TEXT NOT NULL,
    PRIMARY KEY (turn_id, number)
);
CREATE INDEX turn_event_by_conversation ON turn_event (conversation_id, type);

CREATE TABLE suggestion (
    id              TEXT PRIMARY KEY,
    conversation_id TEXT NOT NULL REFERENCES conversation (id),
    turn_id         TEXT NOT NULL,
    document        TEXT NOT NULL
);
CREATE INDEX suggestion_by_turn ON suggestion (turn_id);

-- The models a workspace went through; undo and redo move the cursor of model_head along the positions.
CREATE TABLE model_state (
    workspace_id TEXT NOT NULL,
    position     INTEGER NOT NULL,
    document     TEXT,
    receipt      TEXT,
    PRIMARY KEY (workspace_id, position)
);

CREATE TABLE model_head (
    workspace_id TEXT PRIMARY KEY,
    model_id     TEXT NOT NULL,
    version      INTEGER NOT NULL,
    cursor       INTEGER NOT NULL
);

CREATE TABLE model_version (
    workspace_id TEXT NOT NULL,
    version      INTEGER NOT NULL,
    position     INTEGER NOT NULL,
    origin       TEXT NOT NULL,
    summary      TEXT NOT NULL,
    created_at   TEXT NOT NULL,
    PRIMARY KEY (workspace_id, version)
);

CREATE TABLE node_position (
    workspace_id TEXT NOT NULL,
    node_id      TEXT NOT NULL,
    x            REAL NOT NULL,
    y            REAL NOT NULL,
    PRIMARY KEY (workspace_id, node_id)
);

CREATE TABLE application (
    idempotency_key TEXT PRIMARY KEY,
    workspace_id    TEXT NOT NULL,
    suggestion_id   TEXT NOT NULL,
    version         INTEGER NOT NULL
);

CREATE TABLE feedback (
    suggestion_id TEXT NOT NULL,
    rating        INTEGER NOT NULL,
    comment       TEXT,
    created_at    TEXT NOT NULL
);
