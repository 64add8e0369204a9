package org.passerelle.protect.erasure.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.erasure.Erasures;
import org.passerelle.protect.erasure.Retention;
import org.passerelle.protect.referral.PassedOn;
import org.passerelle.protect.referral.WithdrawalAnswers;

/**
 * What the page shows.
 *
 * @param names of organisations and users
 * @param laws that recipients stated, by the referral
 * @param passedOn to whom recipients had passed it on, by the referral
 * @param open the file whose form is open because something in it is missing
 */
public record RetentionPage(
    List<Retention.Due> due,
    List<Erasures.Erasure> erased,
    Map<UUID, String> names,
    Map<UUID, WithdrawalAnswers.Statement> laws,
    Map<UUID, List<PassedOn>> passedOn,
    CaseWords words,
    Filled form,
    String open) {
  public RetentionPage {
    due = List.copyOf(due);
    erased = List.copyOf(erased);
    names = Map.copyOf(names);
    laws = Map.copyOf(laws);
    passedOn = Map.copyOf(passedOn);
  }

  /** Name of an organisation or a user; empty if there is none any more. */
  public String name(@Nullable UUID id) {
    return id == null ? "" : names.getOrDefault(id, "");
  }
}
