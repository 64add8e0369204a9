package org.passerelle.understand.network.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.network.Actor;
import org.passerelle.network.Tie;

/**
 * Ties in a table.
 *
 * @param undated number of displayed ties without date
 */
public record TiePage(
    List<Tie> ties, Map<String, String> labels, long undated, int page, int pages) {
  public TiePage {
    ties = List.copyOf(ties);
    labels = Map.copyOf(labels);
  }

  static TiePage of(WorkbenchPage view, boolean dated, int page, int onAPage) {
    Map<String, String> labels = new HashMap<>();
    for (Actor actor : view.measured().network().actors()) {
      labels.put(actor.id(), actor.label());
    }
    List<Tie> all = view.measured().network().ties();
    long undated = all.stream().filter(t -> t.period().unknown()).count();
    Comparator<Tie> order =
        dated
            ? Comparator.comparing((Tie t) -> t.period().firstDay())
                .thenComparing(t -> t.period().lastDay())
            : Comparator.comparing((Tie t) -> labels.getOrDefault(t.source(), ""))
                .thenComparing(t -> labels.getOrDefault(t.target(), ""));
    List<Tie> sorted =
        all.stream().filter(t -> !dated || !t.period().unknown()).sorted(order).toList();
    int pages = Math.max(1, (sorted.size() + onAPage - 1) / onAPage);
    int shown = Math.max(1, Math.min(page, pages));
    int first = (shown - 1) * onAPage;
    return new TiePage(
        sorted.subList(first, Math.min(first + onAPage, sorted.size())),
        labels,
        undated,
        shown,
        pages);
  }

  /** Label of an end. */
  public String label(String id) {
    return labels.getOrDefault(id, "…");
  }
}
