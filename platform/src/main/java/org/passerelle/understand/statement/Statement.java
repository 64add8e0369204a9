package org.passerelle.understand.statement;

import java.util.UUID;

/**
 * A passage about an actor or a tie.
 *
 * @param starts first character of the passage in the transcript (UTF-16, from 0)
 * @param ends end of the passage, exclusive
 * @param element an actor or a tie, which may have been removed from the network since
 */
public record Statement(
    UUID id, UUID interview, int starts, int ends, UUID network, UUID element) {}
