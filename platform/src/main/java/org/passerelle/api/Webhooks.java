package org.passerelle.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;

/**
 * Addresses of an organisation's own systems that are told at once that something happened: the
 * kind, the moment and identifiers, never anything of a person. What it was is asked for through
 * the API, with a token and by its rules.
 */
public interface Webhooks {
  /** What can be told. */
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

  /** An address. */
  record Webhook(UUID id, String url, List<String> events, Instant made, List<Delivery> latest) {
    public Webhook {
      events = List.copyOf(events);
      latest = List.copyOf(latest);
    }
  }

  /**
   * One attempt, or several, to tell something.
   *
   * @param state {@code waiting}, {@code delivered} or {@code given_up}
   */
  record Delivery(String event, Instant at, String state, int attempts, @Nullable String problem) {}

  /**
   * Adds an address.
   *
   * @return the secret with which deliveries are signed (Standard Webhooks: {@code whsec_…}), shown
   *     once
   * @throws org.passerelle.pages.Refused if the address is none that may be called
   */
  String add(SignedIn who, String url, List<String> events);

  /** Addresses of one's organisation. */
  List<Webhook> of(UUID organisation);

  /** Ends an address; what waits for it is given up. */
  void end(SignedIn who, UUID webhook);

  /** Delivers what is due. */
  void deliverDue();
}
