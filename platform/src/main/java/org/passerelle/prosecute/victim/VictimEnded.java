package org.passerelle.prosecute.victim;

import java.util.UUID;

/**
 * What an investigation had of a victim was destroyed; published in that transaction.
 *
 * @param victim identifier of the entry, under whose key it was
 */
public record VictimEnded(UUID victim) {}
