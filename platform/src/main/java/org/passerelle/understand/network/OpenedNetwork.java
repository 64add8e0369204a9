package org.passerelle.understand.network;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.CaseNetwork;

/**
 * A network as its team opens it.
 *
 * @param title what the team calls it
 * @param question what it is to answer
 * @param diagnosis that it belongs to, or null
 * @param state everything in it, merged actors apart
 * @param network the same as it is measured, merged actors as one
 */
public record OpenedNetwork(
    UUID id,
    UUID organisation,
    String title,
    String question,
    @Nullable UUID diagnosis,
    NetworkState state,
    CaseNetwork network) {}
