package org.passerelle.protect.handover.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.handover.HandOver;
import org.passerelle.protect.handover.WhomToCall;

/**
 * Hand-overs by the country of the other side, the most urgent first; those that are over apart.
 *
 * @param country whether it is the view of whoever coordinates the country, who opens none
 * @param calls whom to ring, by organisation; for whoever coordinates the country
 * @param alone names of those who answer here and for whom nobody stands in
 */
public record HandOversPage(
    List<HandOver> all,
    boolean country,
    List<String> alone,
    Map<UUID, String> organisations,
    Map<UUID, String> countries,
    Map<UUID, String> calls,
    CaseWords words) {
  private static final Comparator<HandOver> URGENT =
      Comparator.comparing((HandOver h) -> !h.lost() && !h.stopped())
          .thenComparing((HandOver h) -> h.due() == null ? java.time.Instant.MAX : h.due())
          .thenComparing(HandOver::begunAt);

  /** Those that go on, or in which somebody is missing, by country in the order of their names. */
  public Map<String, List<HandOver>> going() {
    Map<String, List<HandOver>> by = new TreeMap<>();
    all.stream()
        .filter(h -> h.open() || h.lost())
        .sorted(URGENT)
        .forEach(h -> by.computeIfAbsent(name(h), c -> new ArrayList<>()).add(h));
    return by;
  }

  /** Drafts, which have not left. */
  public List<HandOver> drafts() {
    return all.stream().filter(h -> h.stands().equals("draft")).toList();
  }

  /** Those that are over. */
  public List<HandOver> over() {
    return all.stream()
        .filter(h -> !h.lost() && Set.of("refused", "ended", "closed").contains(h.stands()))
        .toList();
  }

  /** How many nobody has in hand or answered yet. */
  public long waiting() {
    return all.stream().filter(h -> h.due() != null).count();
  }

  private String name(HandOver handOver) {
    return words.of("countries", countries.getOrDefault(handOver.other(), ""));
  }

  /** What an organisation is called. */
  public String organisation(UUID id) {
    return organisations.getOrDefault(id, "…");
  }

  /** From or to whom, in a sentence. */
  public String title(HandOver handOver, Page page) {
    String other = organisation(handOver.other());
    return country
        ? page.text(
            handOver.sends() ? "crossborder.row.between-to" : "crossborder.row.between-from",
            organisation(handOver.organisation()),
            other)
        : page.text(handOver.sends() ? "crossborder.row.to" : "crossborder.row.from", other);
  }

  /** Whom whoever coordinates the country rings about it while somebody has to answer. */
  public String call(HandOver handOver, Page page) {
    UUID silent = WhomToCall.silent(handOver);
    boolean waits = handOver.due() != null || handOver.lost();
    String whom = waits ? calls.getOrDefault(silent, "") : "";
    return whom.isEmpty() ? "" : page.text("crossborder.ring", organisation(silent), whom);
  }

  /** Colour of how it stands. */
  public static String colour(HandOver handOver) {
    return switch (handOver.stands()) {
      case "accepted", "closed" -> "good";
      case "refused", "ended" -> "warn";
      default -> "accent";
    };
  }
}
