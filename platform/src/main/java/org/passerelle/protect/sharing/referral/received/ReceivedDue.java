package org.passerelle.protect.sharing.referral.received;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.due.CaselessDueSource;
import org.passerelle.protect.casework.due.DueThing;
import org.passerelle.protect.casework.urgency.DangerSigns;
import org.springframework.stereotype.Component;

/**
 * Answer deadlines of referrals received by the reader's organisation. Hand-overs are answered by
 * the focal point, and the hand-over package states their deadlines.
 */
@Component
public class ReceivedDue implements CaselessDueSource {
  private final WaitingReferrals received;
  private final Addressees organisations;
  private final FormDefinitions definitions;

  ReceivedDue(WaitingReferrals received, Addressees organisations, FormDefinitions definitions) {
    this.received = received;
    this.organisations = organisations;
    this.definitions = definitions;
  }

  @Override
  public List<DueThing> waiting(SignedIn who, Texts texts) {
    if (!who.is(AnsweringRoles.ROLES.toArray(Role[]::new))) {
      return List.of();
    }
    // also those corrected since: their answer has the same deadline
    return received.of(who, WaitingReferrals.What.ANSWER).stream()
        .map(one -> thing(one, texts))
        .toList();
  }

  private DueThing thing(ReceivedReferral one, Texts texts) {
    return new DueThing(
        "received",
        "received",
        one.id(),
        null,
        DangerSigns.beside(
            definitions.lists().label("services", one.service(), texts.language()),
            one.danger().words(texts)),
        null,
        one.deadline(),
        false,
        texts.text("home.referral-answer", organisations.name(one.sender(), texts.language())),
        texts.text("due.received.outside"),
        "/protect/received/" + one.id(),
        "home.answer",
        true,
        one.danger().pressing());
  }
}
