package org.passerelle.placement.internal;

import java.util.List;
import org.passerelle.placement.Proposal;

/**
 * Where each unit goes, and what is known of that.
 *
 * @param place by unit, or −1
 */
record Solution(int[] place, List<Proposal.Proof> proofs) {}
