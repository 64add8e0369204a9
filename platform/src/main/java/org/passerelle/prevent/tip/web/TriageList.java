package org.passerelle.prevent.tip.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.forms.CodeLists;
import org.passerelle.pages.FormErrors;
import org.passerelle.pages.Option;
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
    From from,
    boolean receives,
    boolean guarded,
    Map<UUID, String> names,
    CodeLists lists) {
  public TriageList {
    tips = List.copyOf(tips);
    names = Map.copyOf(names);
  }

  /**
   * Who sent the tips that are shown.
   *
   * @param chosen one of the senders, or empty for all
   * @param senders none while the team has no partner
   * @param names names of the partners that sent some of the tips
   */
  public record From(String chosen, List<Option> senders, Map<UUID, String> names) {
    public From {
      senders = List.copyOf(senders);
      names = Map.copyOf(names);
    }
  }

  /** What the filter has no use for, and its field asks for. */
  public FormErrors errors() {
    return new FormErrors();
  }

  /** The partner that reported a tip, with its sector; empty for the public. */
  public String sender(Tip tip, Page page) {
    UUID partner = tip.partner();
    return partner == null
        ? ""
        : page.text(
            "triage.from.partner",
            from.names().getOrDefault(partner, "…"),
            page.text("channel.sector." + tip.sector()));
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
