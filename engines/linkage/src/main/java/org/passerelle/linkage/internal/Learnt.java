package org.passerelle.linkage.internal;

import java.io.Serializable;
import org.passerelle.linkage.internal.weights.FellegiSunter;

/**
 * What was learnt of a list.
 *
 * @param partners what it counts that most of its records have a partner, in nats
 */
public record Learnt(FellegiSunter model, double partners) implements Serializable {}
