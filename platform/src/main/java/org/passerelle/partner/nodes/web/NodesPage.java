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
 * @param own this node's signed descriptor; null while it has no address
 * @param words words by which others recognise it
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
   * @param alarm whether its log did not continue the root that is kept
   * @param refused number of rejections since yesterday
   */
  public record Line(PartnerNode node, Carriage.Waiting mail, boolean alarm, long refused) {}
}
