package org.passerelle.protect.sharing.duty;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisations;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.ReferralLink;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Service;

/** Says whom to call if nobody has answered a referral, for its recipient and its sender. */
@Service
public class DutyAdvice implements ReferralLink {
  private final DutyCallRows calls;
  private final DutyNumbers numbers;
  private final Organisations organisations;
  private final Referrals referrals;
  private final ReceivedReferrals received;
  private final Clock clock;

  DutyAdvice(
      DutyCallRows calls,
      DutyNumbers numbers,
      Organisations organisations,
      Referrals referrals,
      ReceivedReferrals received,
      Clock clock) {
    this.calls = calls;
    this.numbers = numbers;
    this.organisations = organisations;
    this.referrals = referrals;
    this.received = received;
    this.clock = clock;
  }

  /**
   * Whom to call.
   *
   * @param organisation organisation that has not answered
   * @param since since when it waits
   * @param dutyLine its emergency telephone line, or empty
   * @param back page from which the reader came
   */
  public record Whom(
      UUID organisation,
      Instant since,
      List<DutyNumbers.Telephone> numbers,
      String dutyLine,
      String back) {
    public Whom {
      numbers = List.copyOf(numbers);
    }
  }

  /** Advice for users who may see the referral, as its recipient or sender. */
  public Whom whom(UUID referral, SignedIn who) {
    return asRecipient(referral, who).orElseGet(() -> asSender(referral, who));
  }

  private Optional<Whom> asRecipient(UUID referral, SignedIn who) {
    try {
      ReceivedReferral one = received.find(referral, who);
      return Optional.of(
          whom(one.organisation(), one.receivedAt(), true, "/protect/received/" + referral));
    } catch (NotFound notTheirs) {
      return Optional.empty();
    }
  }

  private Whom asSender(UUID referral, SignedIn who) {
    Referral one = referrals.find(referral, who);
    Instant since = one.sentAt();
    return whom(
        one.recipient(),
        since == null ? clock.instant() : since,
        false,
        "/protect/referrals/" + referral);
  }

  private Whom whom(UUID organisation, Instant since, boolean own, String back) {
    return new Whom(
        organisation,
        since,
        numbers.of(organisation).stream().filter(one -> own || one.shared()).toList(),
        organisations.find(organisation).map(one -> one.dutyPhone()).orElse(""),
        back);
  }

  @Override
  public Optional<Way> of(Referral referral) {
    boolean waits =
        referral.awaited()
            && organisations.find(referral.recipient()).isPresent()
            && (referral.deadline().isBefore(clock.instant())
                || calls.of(referral.id()).filter(DutyAdvice::late).isPresent());
    return waits
        ? Optional.of(new Way("duty.whom", "/protect/duty/calls/" + referral.id()))
        : Optional.empty();
  }

  private static boolean late(DutyCall call) {
    return call.urgency() != Urgency.ORDINARY && call.step() > 1;
  }
}
