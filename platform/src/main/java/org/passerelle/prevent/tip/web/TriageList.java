package org.passerelle.prevent.tip.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.forms.CodeLists;
import org.passerelle.pages.Page;
import org.passerelle.prevent.tip.Tip;

/**
 * The list of tips.
 *
 * @param receives whether the team receives tips now
 * @param guarded whether a flood is held off
 */
public record TriageList(
    List<Tip> tips,
    boolean closed,
    boolean receives,
    boolean guarded,
    Map<UUID, String> names,
    CodeLists lists) {
  public TriageList {
    tips = List.copyOf(tips);
    names = Map.copyOf(names);
  }

  /** Whether there is something in it that nobody of the team has read. */
  public boolean isNew(Tip tip) {
    return !tip.isClosed() && (tip.isUnread() || tip.added() != null);
  }

  /** What a tip is about, or that nobody said so yet. */
  public String category(Tip tip, Page page) {
    String category = tip.category();
    return category == null
        ? page.text("triage.category.none")
        : lists.label("forms_of_exploitation", category, page.language());
  }

  /** Who has a tip, or a dash. */
  public String holder(Tip tip) {
    UUID holder = tip.holder();
    return holder == null ? "–" : names.getOrDefault(holder, "–");
  }

  /** How a closed tip ended, or where an open one stands. */
  public String stands(Tip tip, Page page) {
    return tip.outcome() == null
        ? page.text("triage.stage." + tip.stage())
        : page.text("triage.outcome." + tip.outcome());
  }

  /** When it is due or was closed. */
  public String when(Tip tip, Page page) {
    var at = tip.closed() == null ? tip.due() : tip.closed();
    return at == null ? "–" : page.moments().instant(at);
  }
}
