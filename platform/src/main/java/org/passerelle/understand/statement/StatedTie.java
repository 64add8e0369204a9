package org.passerelle.understand.statement;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.passerelle.understand.network.TieState;

/**
 * A tie between two actors, as stated by an informant.
 *
 * @param directed whether it leads from the first to the second
 */
public record StatedTie(UUID one, UUID other, String kind, boolean directed) {

  /**
   * Whether a tie of the network states the same.
   *
   * @param roots maps every actor to the one with which it was merged
   */
  boolean is(TieState tie, UnaryOperator<UUID> roots) {
    UUID source = roots.apply(tie.source());
    UUID target = roots.apply(tie.target());
    boolean along = source.equals(roots.apply(one)) && target.equals(roots.apply(other));
    boolean back = source.equals(roots.apply(other)) && target.equals(roots.apply(one));
    return tie.kind().equals(kind) && (along || (back && !(tie.directed() && directed)));
  }
}
