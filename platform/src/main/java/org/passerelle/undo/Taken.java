package org.passerelle.undo;

import java.util.UUID;

/**
 * What an act takes away, and can put back for a moment.
 *
 * @param under the case or organisation whose key it lies under until then; whatever ends that ends
 *     this
 * @param what a record of it
 */
public record Taken(UUID under, Object what) {}
