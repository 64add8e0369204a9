package org.passerelle.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;

/**
 * Addresses of an organisation's own systems that are notified of events at once: with kind, time
 * and identifiers, never any personal data. Details have to be requested through the API, with a
 * token and under its rules.
 */
public interface Webhooks {
  /** Available events. */
  List<String> EVENTS =
      List.of(
          "case.opened",
          "case.closed",
          "case.reopened",
          "decision.recorded",
          "referral.arrived",
          "referral.accepted",
          "referral.declined",
          "referral.done",
          "referral.received",
          "consent.withdrawn");

  /** A webhook. */
  record Webhook(UUID id, String url, List<String> events, Instant made, List<Delivery> latest) {
    public Webhook {
      events = List.copyOf(events);
      latest = List.copyOf(latest);
    }
  }

  /**
   * A notification with one or more attempts.
   *
   * @param state {@code waiting}, {@code delivered} or {@code given_up}
   */
  record Delivery(String event, Instant at, String state, int attempts, @Nullable String problem) {}

  /**
   * Adds a webhook.
   *
   * @return the secret that signs deliveries (Standard Webhooks: {@code whsec_…}), shown once
   * @throws org.passerelle.refusal.Refused if the address may not be called
   */
  String add(SignedIn who, String url, List<String> events);

  /** Webhooks of an organisation. */
  List<Webhook> of(UUID organisation);

  /** Removes a webhook; its waiting notifications are given up. */
  void end(SignedIn who, UUID webhook);

  /** Sends due notifications. */
  void deliverDue();
}
