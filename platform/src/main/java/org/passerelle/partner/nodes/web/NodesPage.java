package org.passerelle.partner.nodes.web;

import java.util.List;
import java.util.Optional;
import org.passerelle.outbox.Carriage;
import org.passerelle.pages.Filled;
import org.passerelle.partner.nodes.identity.NodeKey;
import org.passerelle.partner.nodes.trust.PartnerNode;

/**
 * All nodes, and this one.
 *
 * @param own what this node says of itself, signed; nothing while it has no address
 * @param words by which others recognise it
 */
public record NodesPage(
    String node,
    Optional<String> own,
    OneNode.Words words,
    List<NodeKey> keys,
    List<Line> nodes,
    Filled form) {

  /**
   * A node in the list.
   *
   * @param alarm whether its log did not continue what is kept of it
   * @param refused how much of it was refused since yesterday
   */
  public record Line(PartnerNode node, Carriage.Waiting mail, boolean alarm, long refused) {}
}
