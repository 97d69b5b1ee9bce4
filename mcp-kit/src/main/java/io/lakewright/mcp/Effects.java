package io.lakewright.mcp;

/**
 * What a call does to the world; told to hosts as tool annotations, so it must be true.
 *
 * @param readOnly nothing changes by a call
 * @param destructive a call may take something away
 * @param idempotent the same call again changes nothing more
 * @param openWorld a call reaches beyond this process and what it was given, such as a network service
 */
public record Effects(boolean readOnly, boolean destructive, boolean idempotent, boolean openWorld) {

    /** Computes from its arguments and what the server holds; changes nothing. */
    public static final Effects READS = new Effects(true, false, true, false);

    /** Reads something outside, such as a database or a workspace; changes nothing. */
    public static final Effects READS_OUTSIDE = new Effects(true, false, true, true);

    /** Adds or updates; the same call again changes nothing more. */
    public static final Effects WRITES = new Effects(false, false, true, false);
}
