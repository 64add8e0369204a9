package org.passerelle.work;

import java.util.UUID;

/**
 * A sealed file of a piece of work.
 *
 * @param input whether it was handed in, not made
 * @param size in bytes
 */
public record WorkFile(UUID id, String name, String mediaType, boolean input, long size) {}
