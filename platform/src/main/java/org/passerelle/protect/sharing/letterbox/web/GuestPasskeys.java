package org.passerelle.protect.sharing.letterbox.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.passerelle.access.OpenToAll;
import org.passerelle.accounts.AskedPasskey;
import org.passerelle.accounts.PasskeyCeremony;
import org.passerelle.gate.Guests;
import org.passerelle.protect.sharing.letterbox.Guest;
import org.passerelle.protect.sharing.letterbox.Visits;
import org.passerelle.refusal.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Passkey endpoints used by passkey.js at a letterbox: a guest who entered with link and code
 * creates a passkey, and later enters with link and passkey.
 */
@RestController
@OpenToAll
class GuestPasskeys {
  private static final String ASKED = "passerelle.guest-passkey";
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);
  private final PasskeyCeremony passkeys;
  private final Visits visits;
  private final Clock clock;

  /** Pending challenges by link, since an unknown visitor has no session to store them in. */
  private final Map<String, AtDoor> atDoors = new ConcurrentHashMap<>();

  GuestPasskeys(PasskeyCeremony passkeys, Visits visits, Clock clock) {
    this.passkeys = passkeys;
    this.visits = visits;
    this.clock = clock;
  }

  private record AtDoor(PublicKeyCredentialRequestOptions options, Instant at) {}

  @PostMapping(
      path = "/letterbox/acts/passkey/options",
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> askNew(HttpServletRequest request) {
    return inside(request)
        .map(visits::holder)
        .map(
            holder -> {
              PublicKeyCredentialCreationOptions options = passkeys.creation(holder);
              AskedPasskey.keep(request, ASKED, options);
              return ResponseEntity.ok(passkeys.write(options));
            })
        .orElseGet(() -> ResponseEntity.badRequest().build());
  }

  @PostMapping(path = "/letterbox/acts/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> answerNew(
      @RequestBody String answer, HttpServletRequest request) {
    Optional<PublicKeyCredentialCreationOptions> asked =
        AskedPasskey.take(request, ASKED, answer, PublicKeyCredentialCreationOptions.class);
    Optional<Guest> guest = inside(request);
    if (guest.isEmpty() || asked.isEmpty()) {
      return ResponseEntity.badRequest().build();
    }
    try {
      visits.keepKey(guest.get(), () -> passkeys.register(asked.get(), answer));
    } catch (IllegalArgumentException notAPasskey) {
      return ResponseEntity.badRequest().build();
    }
    return ResponseEntity.ok(Map.of("to", "/letterbox"));
  }

  @PostMapping(
      path = "/letterbox/{link}/passkey/options",
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> ask(@PathVariable String link) {
    Instant now = clock.instant();
    atDoors.values().removeIf(asked -> asked.at().plus(ANSWER_WITHIN).isBefore(now));
    if (!visits.leads(link)) {
      return ResponseEntity.badRequest().build();
    }
    PublicKeyCredentialRequestOptions options = passkeys.request();
    atDoors.put(link, new AtDoor(options, now));
    return ResponseEntity.ok(passkeys.write(options));
  }

  @PostMapping(path = "/letterbox/{link}/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, String>> answer(
      @PathVariable String link, @RequestBody String answer, HttpServletRequest request) {
    AtDoor asked = atDoors.remove(link);
    if (asked == null
        || asked.at().plus(ANSWER_WITHIN).isBefore(clock.instant())
        || !AskedPasskey.isAnswer(answer)) {
      return ResponseEntity.badRequest().build();
    }
    try {
      UUID proven = passkeys.proven(asked.options(), answer);
      GuestController.comeIn(visits.enterWithKey(link, proven), visits.letterbox(link), request);
      return ResponseEntity.ok(Map.of("to", "/letterbox"));
    } catch (Refused refused) {
      return ResponseEntity.badRequest().build();
    }
  }

  private Optional<Guest> inside(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(Guests.KEY) instanceof Guest guest
        ? Optional.of(guest).filter(g -> visits.of(g).isPresent())
        : Optional.empty();
  }
}
