package org.passerelle.work;

import java.util.UUID;

/**
 * A sealed file of background work.
 *
 * @param input whether it is an input file, not a result
 * @param size in bytes
 */
public record WorkFile(UUID id, String name, String mediaType, boolean input, long size) {}
