package org.passerelle.disclosure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.passerelle.disclosure.internal.Geometry;

/** Positions of the figures of a release; cells of earlier releases have none. */
final class Places implements Geometry {
  private static final int[] NONE = {};
  private final Layout layout;
  private final int[][] leaves;
  private final int[][] followers;
  private final int most;

  Places(PublishedSystem publishedSystem, Layout layout) {
    this.layout = layout;
    leaves = new int[layout.release().variables().size()][];
    for (int v = 0; v < leaves.length; v++) {
      Hierarchy tree = layout.release().variables().get(v).tree();
      leaves[v] = IntStream.range(1, tree.size()).filter(tree::isCategory).toArray();
    }
    followers = new int[layout.size()][];
    Arrays.fill(followers, NONE);
    for (PublishedSystem.Meeting meeting : publishedSystem.meetings()) {
      int[] more = Arrays.copyOf(followers[meeting.now()], followers[meeting.now()].length + 1);
      more[more.length - 1] = meeting.difference() < 0 ? meeting.before() : meeting.difference();
      followers[meeting.now()] = more;
    }
    most = layout.release().tables().stream().mapToInt(t -> t.dimensions().size()).max().orElse(0);
  }

  @Override
  public int variables() {
    return leaves.length;
  }

  @Override
  public int mostDimensions() {
    return most;
  }

  @Override
  public int node(int cell, int variable) {
    return cell < layout.size() ? layout.node(cell, variable) : Hierarchy.TOTAL;
  }

  @Override
  public int cell(int[] nodes) {
    return layout.figure(nodes);
  }

  @Override
  public int[] followers(int cell) {
    return cell < followers.length ? followers[cell] : NONE;
  }

  @Override
  public int parent(int variable, int node) {
    return layout.release().variables().get(variable).tree().parent(node);
  }

  @Override
  public int[] leaves(int variable) {
    return leaves[variable];
  }
}
