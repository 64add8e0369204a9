package org.passerelle.protect.sharing.transfer.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.consent.OfferedBases;
import org.passerelle.protect.sharing.transfer.Transfer;

/**
 * View of the transfers of a case.
 *
 * @param file the case, for readers who see it
 * @param all transfers of the case, newest first
 * @param said reasons of the proposal and of declining, by identifier
 * @param mayPropose whether the reader is lead or supervisor
 * @param recipients possible recipients
 * @param barred why the stated basis is not valid, and alternatives
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

  /** Reasons stated by both sides. */
  public record Said(String why, String answer) {}

  public String organisation(UUID id) {
    return organisations.getOrDefault(id, "…");
  }

  /** Whether a transfer waits for an answer. */
  public boolean waits() {
    return all.stream().anyMatch(Transfer::open);
  }

  /** Badge colour of a transfer's status. */
  public static String colour(Transfer transfer) {
    return switch (transfer.state()) {
      case "accepted" -> "good";
      case "proposed" -> "accent";
      default -> "warn";
    };
  }

  /** Both sides, as a sentence. */
  public static String between(Transfer one, Map<UUID, String> organisations, Page page) {
    return page.text(
        "transfer.between",
        organisations.getOrDefault(one.organisation(), "…"),
        organisations.getOrDefault(one.recipient(), "…"));
  }
}
