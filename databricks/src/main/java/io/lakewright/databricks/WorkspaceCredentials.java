package io.lakewright.databricks;

/** Who asks. Neither form is ever printed, logged or stored. */
public sealed interface WorkspaceCredentials {

    /** A personal access token. */
    record Token(String value) implements WorkspaceCredentials {
        @Override
        public String toString() {
            return "Token[***]";
        }
    }

    /** A service principal with a secret. */
    record OAuthClient(String id, String secret) implements WorkspaceCredentials {
        @Override
        public String toString() {
            return "OAuthClient[***]";
        }
    }
}
