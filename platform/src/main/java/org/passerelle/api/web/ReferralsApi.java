package org.passerelle.api.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Scope;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Filled;
import org.passerelle.protect.safeguards.oversight.ProgramReads;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Referrals sent and received. A program can read and answer them; sending one, and on what legal
 * basis, is decided by a person on the page.
 */
@ApiHandler("/api/v1/referrals")
@Caseworkers
class ReferralsApi {
  private static final int MOST = 200;
  private final Referrals sent;
  private final ReceivedReferrals received;
  private final Declines declines;
  private final ProgramReads reads;
  private final ApiForms forms;

  ReferralsApi(
      Referrals sent,
      ReceivedReferrals received,
      Declines declines,
      ProgramReads reads,
      ApiForms forms) {
    this.declines = declines;
    this.reads = reads;
    this.sent = sent;
    this.received = received;
    this.forms = forms;
  }

  /** A referral sent by the user's organisation. */
  record Sent(
      UUID id,
      UUID caseId,
      UUID recipient,
      String service,
      String purpose,
      Instant deadline,
      String state,
      @Nullable String answer,
      @Nullable Instant sentAt,
      @Nullable Instant answeredAt) {
    static Sent of(Referral one) {
      return new Sent(
          one.id(),
          one.caseId(),
          one.recipient(),
          one.service(),
          one.purpose(),
          one.deadline(),
          one.state(),
          one.answer(),
          one.sentAt(),
          one.answeredAt());
    }
  }

  @GetMapping("/sent")
  @Scope("referrals:read")
  List<Sent> sent(@AuthenticationPrincipal SignedIn who) {
    return sent.mine(who, MOST).stream().map(Sent::of).toList();
  }

  @GetMapping("/sent/{id}")
  @Scope("referrals:read")
  Sent sent(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
    return Sent.of(sent.find(id, who));
  }

  @GetMapping("/received")
  @Scope("referrals:read")
  List<ReceivedReferral> received(@AuthenticationPrincipal SignedIn who) {
    return received.mine(who, MOST);
  }

  /** A received referral, with its dossier while it may be read; the access is logged. */
  record Arrived(ReceivedReferral referral, @Nullable Dossier dossier) {}

  @GetMapping("/received/{id}")
  @Scope("referrals:read")
  Arrived received(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
    ReceivedReferral found = received.find(id, who);
    reads.count(id, who);
    Optional<Dossier> dossier = received.dossier(id, who);
    return new Arrived(found, dossier.orElse(null));
  }

  /** Accepts a referral; the response names the new case. */
  @PostMapping("/received/{id}/accept")
  @Scope("referrals:write")
  ResponseEntity<CasesApi.Made> accept(
      @PathVariable UUID id,
      @RequestHeader(name = "Idempotency-Key", defaultValue = "") String key,
      @AuthenticationPrincipal SignedIn who) {
    received.find(id, who);
    return forms.once(key, who, "/api/v1/cases/", () -> received.accept(id, who));
  }

  /**
   * A refusal.
   *
   * @param reason code of {@code decline_reasons}
   * @param why explanation for the sender
   */
  record Declined(@Nullable String reason, @Nullable String why) {}

  @PostMapping("/received/{id}/decline")
  @Scope("referrals:write")
  ResponseEntity<Void> decline(
      @PathVariable UUID id,
      @RequestBody Declined declined,
      @AuthenticationPrincipal SignedIn who) {
    if (received.find(id, who).state().isEmpty()) {
      throw new NotFound();
    }
    Filled form =
        Filled.with(
            Map.of(
                "reason",
                declined.reason() == null ? "" : declined.reason(),
                "why",
                declined.why() == null ? "" : declined.why()));
    String reason = form.neededCode("reason", forms.codes("decline_reasons"));
    String why = form.neededText("why", Declines.LONGEST);
    forms.check(form);
    declines.decline(id, reason, why, who);
    return ResponseEntity.noContent().build();
  }
}
