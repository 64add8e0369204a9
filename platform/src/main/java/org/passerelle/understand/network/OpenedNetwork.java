package org.passerelle.understand.network;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.CaseNetwork;

/**
 * A network as opened by a member of its team.
 *
 * @param title title
 * @param question question to be answered
 * @param diagnosis its diagnosis, or null
 * @param state all elements, with merged actors separate
 * @param network the network for measuring, with merged actors as one
 */
public record OpenedNetwork(
    UUID id,
    UUID organisation,
    String title,
    String question,
    @Nullable UUID diagnosis,
    NetworkState state,
    CaseNetwork network) {}
