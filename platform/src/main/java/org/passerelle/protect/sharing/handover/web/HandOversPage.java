package org.passerelle.protect.sharing.handover.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.handover.HandOver;
import org.passerelle.protect.sharing.handover.HandOverContacts;

/**
 * View of hand-overs by the country of the other side, most urgent first, with finished ones listed
 * apart.
 *
 * @param country whether this is the national coordinator's view, without links to open them
 * @param calls whom to call about each hand-over, for the national coordinator
 * @param withoutFile identifiers of those of which no file is left, for the national coordinator
 * @param alone names of focal points here who have no deputy
 */
public record HandOversPage(
    List<HandOver> all,
    boolean country,
    List<String> alone,
    Map<UUID, String> organisations,
    Map<UUID, String> countries,
    Map<HandOver, HandOverContacts.Call> calls,
    Set<UUID> withoutFile,
    CaseWords words) {

  /** Whether the search for the person can be ended here, since no file is left to end it from. */
  public boolean endsSearch(HandOver handOver) {
    return country && !handOver.sends() && withoutFile.contains(handOver.id());
  }

  private static Comparator<HandOver> urgent(Instant now) {
    return Comparator.comparing((HandOver h) -> !h.lost() && !h.unconfirmed(now) && !h.stopped())
        .thenComparing((HandOver h) -> h.due() == null ? Instant.MAX : h.due())
        .thenComparing(HandOver::begunAt);
  }

  /**
   * Open hand-overs and those of persons missing or on the way, by country in alphabetical order.
   */
  public Map<String, List<HandOver>> going(Page page) {
    Map<String, List<HandOver>> by = new TreeMap<>();
    all.stream()
        .filter(h -> h.open() || h.lost() || h.underWay())
        .sorted(urgent(page.moments().now()))
        .forEach(h -> by.computeIfAbsent(name(h), c -> new ArrayList<>()).add(h));
    return by;
  }

  /** Drafts, not yet sent. */
  public List<HandOver> drafts() {
    return all.stream().filter(h -> h.stands().equals("draft")).toList();
  }

  /** Finished hand-overs. */
  public List<HandOver> over() {
    return all.stream()
        .filter(h -> !h.lost() && !h.underWay())
        .filter(h -> Set.of("refused", "ended", "closed").contains(h.stands()))
        .toList();
  }

  /** Number of hand-overs not yet acknowledged or answered. */
  public long waiting() {
    return all.stream().filter(h -> h.due() != null).count();
  }

  private String name(HandOver handOver) {
    return words.of("countries", countries.getOrDefault(handOver.other(), ""));
  }

  public String organisation(UUID id) {
    return organisations.getOrDefault(id, "…");
  }

  /** Title with the other side, as sender or recipient. */
  public String title(HandOver handOver, Page page) {
    String other = organisation(handOver.other());
    return country
        ? page.text(
            handOver.sends() ? "handover.row.between-to" : "handover.row.between-from",
            organisation(handOver.organisation()),
            other)
        : page.text(handOver.sends() ? "handover.row.to" : "handover.row.from", other);
  }

  /** Whom the national coordinator can call while an answer or an arrival is outstanding. */
  public String call(HandOver handOver, Page page) {
    HandOverContacts.Call call = calls.get(handOver);
    return call == null || call.people().isEmpty()
        ? ""
        : page.text("handover.ring", organisation(call.organisation()), call.people());
  }

  /** Colour of the status. */
  public static String colour(HandOver handOver) {
    return switch (handOver.stands()) {
      case "accepted", "closed" -> "good";
      case "refused", "ended" -> "warn";
      default -> "accent";
    };
  }
}
