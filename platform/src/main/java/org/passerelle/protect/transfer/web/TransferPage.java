package org.passerelle.protect.transfer.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.consent.OfferedBases;
import org.passerelle.protect.transfer.Transfer;

/**
 * What a form of a transfer shows.
 *
 * @param file the case to be moved, for whoever sees it
 * @param all transfers of the case, the newest first
 * @param said why each was proposed, and declined, by its identifier
 * @param mayPropose whether the reader leads the case or supervises
 * @param recipients to whom it can be given
 * @param barred what the stated basis cannot be used for, and what could
 */
public record TransferPage(
    Case file,
    List<Transfer> all,
    Map<UUID, Said> said,
    boolean mayPropose,
    List<Option> recipients,
    @Nullable OfferedBases barred,
    Map<UUID, String> organisations,
    Filled form,
    CaseWords words) {

  /** The words of both sides. */
  public record Said(String why, String answer) {}

  /** What an organisation is called. */
  public String organisation(UUID id) {
    return organisations.getOrDefault(id, "…");
  }

  /** Whether one waits for an answer. */
  public boolean waits() {
    return all.stream().anyMatch(Transfer::open);
  }

  /** Colour of how one stands. */
  public static String colour(Transfer transfer) {
    return switch (transfer.state()) {
      case "accepted" -> "good";
      case "proposed" -> "accent";
      default -> "warn";
    };
  }

  /** From whom to whom, in a sentence. */
  public static String between(Transfer one, Map<UUID, String> organisations, Page page) {
    return page.text(
        "transfer.between",
        organisations.getOrDefault(one.organisation(), "…"),
        organisations.getOrDefault(one.recipient(), "…"));
  }
}
