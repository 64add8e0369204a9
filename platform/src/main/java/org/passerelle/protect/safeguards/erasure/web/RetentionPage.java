package org.passerelle.protect.safeguards.erasure.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Filled;
import org.passerelle.protect.safeguards.erasure.Erasures;
import org.passerelle.protect.safeguards.erasure.Retention;
import org.passerelle.protect.sharing.referral.onward.OnwardRecipient;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;

/**
 * View of retention and erasures.
 *
 * @param names names of organisations and users
 * @param laws laws stated by recipients, by referral
 * @param passedOn further recipients, by referral
 * @param open file whose form is expanded because of a fault
 */
public record RetentionPage(
    List<Retention.Due> due,
    List<Erasures.Erasure> erased,
    Map<UUID, String> names,
    Map<UUID, WithdrawalAnswers.Statement> laws,
    Map<UUID, List<OnwardRecipient>> passedOn,
    CodeWords words,
    Filled form,
    String open) {
  public RetentionPage {
    due = List.copyOf(due);
    erased = List.copyOf(erased);
    names = Map.copyOf(names);
    laws = Map.copyOf(laws);
    passedOn = Map.copyOf(passedOn);
  }

  /** Name of an organisation or a user; empty if it no longer exists. */
  public String name(@Nullable UUID id) {
    return id == null ? "" : names.getOrDefault(id, "");
  }
}
