package org.passerelle.placement.internal;

import java.util.List;
import org.passerelle.placement.Proposal;

/** The place of each unit, and what is proven about it. */
record Solution(int[] place, List<Proposal.Proof> proofs) {}
